// `stet diff HEAD~1`, as git takes it: no article is called so, and the option that is meant is named.
import type { Desk } from "../../desk/desk.ts";
import { commitNamed } from "../../desk/history/repository.ts";
import { StetError } from "../../base/stet-error.ts";

/** The error with what works where the first of the names is a revision, or two with `..` between; else `error` itself. */
export function revisionsMeant(
  desk: Desk,
  [name = "", ...others]: readonly string[],
  error: unknown,
): unknown {
  if (!(error instanceof StetError) || error.code !== "not-found") return error;
  const [since = "", until] = name.split(/\.{2,3}/);
  const revisions = until === undefined || until === "" ? [since] : [since, until];
  if (revisions.some((revision) => revision === "" || commitNamed(desk, revision) === undefined))
    return error;
  const options = ["--since", since, ...(revisions.length > 1 ? ["--until", revisions[1]] : [])];
  return new StetError(error.kind, error.code, error.message, {
    ...error.details,
    hint: ["stet diff", ...options, ...others].join(" "),
  });
}
