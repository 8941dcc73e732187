// The error of a file that is no article, for the verbs that need the whole article.
import { StetError } from "../base/stet-error.ts";
import type { Entry } from "./find/read-entries.ts";

/** StetError (invalid) with the first error of an entry that cannot be read, and its place. */
export function unreadable({ path, problems }: Entry): StetError {
  const problem = problems.find(({ severity }) => severity === "error");
  const { line, column } = problem ?? {};
  const where = {
    file: path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  const message = problem?.message ?? "the article cannot be read";
  return new StetError("invalid", problem?.code ?? "schema", message, { where, hint: `stet check ${path}` });
}
