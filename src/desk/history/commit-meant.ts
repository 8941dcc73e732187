// The commit or the time a person means by a word behind --since or --until.
import { StetError } from "../../base/stet-error.ts";
import { readPeriod } from "../../query/read-period.ts";
import type { Desk } from "../desk.ts";
import { askGit } from "./run-git.ts";
import { commitNamed, type Repository } from "./repository.ts";

/** The start of what the query language calls a date (`2026-11-20`, `yesterday`, `-2d`), epoch milliseconds. */
export function timeMeant({ settings, now }: Desk, typed: string): number | undefined {
  return readPeriod(typed, { now, timezone: settings.timezone })?.from;
}

/**
 * The whole name of the commit: the last one before a time, else a revision as git reads it (`HEAD~2`, a branch, a
 * hash). Throws StetError usage for what is neither, not-found where nothing was committed before the time.
 */
export function commitMeant(desk: Desk, { head }: Repository, typed: string): string {
  const time = timeMeant(desk, typed);
  if (time !== undefined) return lastBefore(desk, head, { time, typed });
  const named = commitNamed(desk, typed);
  if (named !== undefined) return named;
  throw new StetError("usage", "usage", `"${typed}" is no commit of git and no time`, {
    hint: "write HEAD~2, a branch, a hash, 2026-11-20, yesterday or -2d",
  });
}

function lastBefore(
  desk: Desk,
  head: string | undefined,
  { time, typed }: { readonly time: number; readonly typed: string },
): string {
  const words = ["rev-list", "-1", `--before=@${Math.floor(time / 1000)}`, head ?? "HEAD", "--"];
  const found = head === undefined ? "" : (askGit(desk, words)?.stdout.trim() ?? "");
  if (found !== "") return found;
  throw new StetError("not-found", "not-found", `nothing was committed before ${typed}`, {
    hint: "stet log shows what was",
  });
}
