// What changed between two bodies, paragraph by paragraph: which stayed, went, came, and which were rewritten.
import { likeness } from "../../base/diff-words.ts";
import { diffSequences, type Run } from "../../base/diff-sequences.ts";

/** A paragraph (or heading, list, code block) of Markdown as written; one side is missing where it came or went. */
export interface ParagraphChange {
  readonly kind: "same" | "removed" | "added" | "changed";
  readonly before?: string;
  readonly after?: string;
}

/** Two paragraphs count as one that was rewritten when they share this much of their words. */
const ALIKE = 0.4;

/** Every paragraph of both bodies, in order. */
export function compareBodies(before: string, after: string): ParagraphChange[] {
  const runs = diffSequences(paragraphsOf(before), paragraphsOf(after));
  const changes: ParagraphChange[][] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    const next = runs[at + 1];
    if (run === undefined) continue;
    if (run.kind === "removed" && next?.kind === "added") {
      changes.push(paired(run.items, next.items));
      at++;
    } else changes.push(alone(run));
  }
  return changes.flat();
}

function alone({ kind, items }: Run): ParagraphChange[] {
  if (kind === "removed") return items.map((text) => ({ kind, before: text }));
  if (kind === "added") return items.map((text) => ({ kind, after: text }));
  return items.map((text) => ({ kind, before: text, after: text }));
}

/** Each paragraph that went takes the first like one that came, in order. */
function paired(went: readonly string[], came: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const before of went) {
    const match = came.findIndex((after, at) => at >= next && likeness(before, after) >= ALIKE);
    if (match === -1) {
      changes.push({ kind: "removed", before });
      continue;
    }
    for (const after of came.slice(next, match)) changes.push({ kind: "added", after });
    changes.push({ kind: "changed", before, after: came[match] ?? "" });
    next = match + 1;
  }
  return [...changes, ...came.slice(next).map((after) => ({ kind: "added", after }) as const)];
}

/** Cut at blank lines, but not inside a fence. */
function paragraphsOf(body: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  for (const line of [...body.split("\n"), ""]) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) === true) fence = undefined;
    if (line.trim() !== "" || fence !== undefined) lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(lines.join("\n"));
      lines = [];
    }
  }
  return lines.length === 0 ? paragraphs : [...paragraphs, lines.join("\n")];
}
