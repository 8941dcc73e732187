// What a fix would change in one file, as a unified diff without context that `git apply --unidiff-zero` takes.

/** The diff; `after` has the same lines but for some that read otherwise, and at most one that is new. */
export function printDiff(path: string, before: string, after: string): string {
  const old = before.split("\n");
  const now = after.split("\n");
  const added = now.length > old.length ? firstNewLine(old, now) : -1;
  const hunks = now.flatMap((line, at) => {
    if (at === added) return [`@@ -${at},0 +${at + 1} @@\n+${line}`];
    const was = added !== -1 && at > added ? at - 1 : at;
    return old[was] === line ? [] : [`@@ -${was + 1} +${at + 1} @@\n-${old[was] ?? ""}\n+${line}`];
  });
  return [`--- a/${path}`, `+++ b/${path}`, ...hunks, ""].join("\n");
}

/** The id is the one line a fix may add. */
function firstNewLine(old: readonly string[], now: readonly string[]): number {
  return now.findIndex((line, at) => line.startsWith("id:") && old[at] !== line);
}
