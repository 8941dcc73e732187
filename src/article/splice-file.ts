// Where the pieces of an article file begin and end, for edits that cut out and put in and touch no other byte.
import { lineEnd, lineStart } from "./yaml/text-position.ts";
import type { MapNode, YamlNode } from "./yaml/yaml-node.ts";

/** The line break the file uses: the first one's. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf("\n");
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** `text` with `[start, end)` replaced. */
export function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Just past the last line a value stands on, its line break included; a comment on that line belongs to it. */
export function endOfLines(text: string, node: YamlNode): number {
  const last = lastLeaf(node);
  const isBlock = last.kind === "text" && last.style === "block" && !last.isAlias;
  return isBlock ? last.end : lineEnd(text, last.end);
}

function lastLeaf(node: YamlNode): YamlNode {
  if (node.isAlias || node.kind === "text" || node.kind === "empty" || node.isFlow) return node;
  const last = node.kind === "list" ? node.items.at(-1) : node.entries.at(-1)?.value;
  return last === undefined ? node : lastLeaf(last);
}

/** Where the line that holds `offset` begins, behind a byte order mark. */
export function startOfLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** The indentation of a block mapping: the spaces its first key's line begins with. */
export function indentOf(text: string, map: MapNode): string {
  const first = map.entries[0]?.keyStart ?? map.start;
  return /^ */.exec(text.slice(startOfLine(text, first), first))?.[0] ?? "";
}

/** Puts whole lines in at `at`, a line start or the end of a text that may lack its last line break. */
export function insertLines(text: string, at: number, lines: string): string {
  const lineBreak = lineBreakOf(text);
  const isUnfinished = at === text.length && text !== "" && !text.endsWith("\n");
  return splice(text, at, at, isUnfinished ? lineBreak + lines : lines + lineBreak);
}

/** Takes the lines `[start, end)` out; the text keeps its missing final line break. */
export function removeLines(text: string, start: number, end: number): string {
  const endsUnfinished = end === text.length && !text.endsWith("\n");
  const from = endsUnfinished ? start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0) : start;
  return splice(text, from, end, "");
}

/** Takes an element out of a flow collection, with the comma before it, or behind it where it is the first. */
export function removeFromFlow(text: string, start: number, end: number): string {
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 10_000), start));
  if (before !== null) return splice(text, start - before[0].length, end, "");
  const after = /^\s*,\s*/.exec(text.slice(end, end + 10_000));
  return splice(text, start, end + (after?.[0].length ?? 0), "");
}
