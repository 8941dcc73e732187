// Two texts as a patch in the unified format, such as git and patch(1) take; the text itself stays as it is.
import { diffSequences, type Run } from "./diff-sequences.ts";

/** A side of a patch: its path, with `/`, and its text; a missing side is a file that is not there. */
export interface PatchSide {
  readonly path: string;
  readonly text: string;
}

const CONTEXT = 3;

/** The patch with three lines of context, its header in git's form; empty where both sides are the same. */
export function unifiedDiff(before: PatchSide | undefined, after: PatchSide | undefined): string {
  const isSame = before?.path === after?.path && before?.text === after?.text;
  if (isSame) return "";
  const hunks = hunksOf(linesOf(before?.text ?? ""), linesOf(after?.text ?? ""));
  return [...headerOf(before, after, hunks.length > 0), ...hunks].map((line) => `${line}\n`).join("");
}

/** Lines without their ends; a last line that has none is marked as git marks it. */
function linesOf(text: string): string[] {
  if (text === "") return [];
  if (text.endsWith("\n")) return text.slice(0, -1).split("\n");
  const lines = text.split("\n");
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ""}\n\\ No newline at end of file`];
}

function headerOf(before: PatchSide | undefined, after: PatchSide | undefined, hasHunks: boolean): string[] {
  const [old, now] = [before?.path ?? after?.path ?? "", after?.path ?? before?.path ?? ""];
  const fate =
    before === undefined
      ? ["new file mode 100644"]
      : after === undefined
        ? ["deleted file mode 100644"]
        : old === now
          ? []
          : [`rename from ${quoted("", old)}`, `rename to ${quoted("", now)}`];
  const names = [
    `--- ${before === undefined ? "/dev/null" : quoted("a/", old)}`,
    `+++ ${after === undefined ? "/dev/null" : quoted("b/", now)}`,
  ];
  return [`diff --git ${quoted("a/", old)} ${quoted("b/", now)}`, ...fate, ...(hasHunks ? names : [])];
}

/** As git writes a name that a line cannot hold. */
function quoted(start: string, name: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/["\\\u0000-\u001F\u007F]/.test(name)) return start + name;
  // eslint-disable-next-line no-control-regex
  const inner = name.replace(/["\\\u0000-\u001F\u007F]/g, (char) =>
    char === '"' || char === "\\" ? `\\${char}` : `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `"${start}${inner}"`;
}

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

const SIGNS: Readonly<Record<Run["kind"], Line["sign"]>> = { same: " ", removed: "-", added: "+" };

function hunksOf(before: readonly string[], after: readonly string[]): string[] {
  const lines = diffSequences(before, after).flatMap(({ kind, items }) =>
    items.map((text): Line => ({ sign: SIGNS[kind], text })),
  );
  return stretches(lines).flatMap(([start, end]) => {
    const shown = lines.slice(start, end);
    return [hunkHead(lines.slice(0, start), shown), ...shown.map(({ sign, text }) => sign + text)];
  });
}

/** From which line to which each hunk goes: changes with their context, near ones together. */
function stretches(lines: readonly Line[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [at, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    const last = found.at(-1);
    const end = Math.min(lines.length, at + CONTEXT + 1);
    if (last !== undefined && at - CONTEXT <= last[1]) last[1] = end;
    else found.push([Math.max(0, at - CONTEXT), end]);
  }
  return found;
}

function hunkHead(passed: readonly Line[], shown: readonly Line[]): string {
  return `@@ -${span(passed, shown, "+")} +${span(passed, shown, "-")} @@`;
}

/** `start,count` on the side that has not the lines of sign `other`; an empty side starts at the line before. */
function span(passed: readonly Line[], shown: readonly Line[], other: Line["sign"]): string {
  const count = shown.filter(({ sign }) => sign !== other).length;
  const start = passed.filter(({ sign }) => sign !== other).length + (count === 0 ? 0 : 1);
  return count === 1 ? String(start) : `${start},${count}`;
}
