// Sets and clears one key in an article file's text: in the place and the style its value has, or on a new line
// where the contract's order puts it (article-format.md "Machine edits").
import { fieldNamed, orderOf } from "./fields.ts";
import { printFlow, printMoment } from "./print-article.ts";
import { printDouble, printLine, printText } from "./yaml/print-scalar.ts";
import { rewriteList } from "./splice-list.ts";
import {
  endOfLines,
  indentOf,
  insertLines,
  lineBreakOf,
  removeFromFlow,
  removeLines,
  splice,
  startOfLine,
} from "./splice-file.ts";
import { entryOf, type MapEntry, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

/** The text with the key at `path` set; maps on the way that are not there yet are written with it. */
export function setAt(text: string, map: MapNode, path: readonly string[], value: unknown): string {
  const [key = "", ...rest] = path;
  const entry = entryOf(map, key);
  if (rest.length > 0 && entry?.value.kind === "map" && !entry.value.isAlias) {
    return setAt(text, entry.value, rest, value);
  }
  const whole = rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  if (entry === undefined) {
    return map.isFlow ? insertInFlow(text, map, key, whole) : insertKey(text, map, key, whole);
  }
  const { value: node } = entry;
  const items: readonly unknown[] = Array.isArray(whole) ? whole : [];
  if (items.length > 0 && node.kind === "list" && !node.isAlias) return rewriteList(text, node, items);
  return replaceValue(text, map, entry, whole);
}

/** The text without the key at `path`, and without the maps on the way that hold nothing else. */
export function clearAt(text: string, map: MapNode, path: readonly string[]): string {
  const [key = "", ...rest] = path;
  const entry = entryOf(map, key);
  if (entry === undefined) return text;
  const inner = entry.value.kind === "map" && !entry.value.isAlias ? entry.value : undefined;
  if (rest.length === 0 || isOnlyWay(entry.value, rest)) return removeEntry(text, map, entry);
  return inner === undefined ? text : clearAt(text, inner, rest);
}

function isOnlyWay(node: YamlNode, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  const [first, second] = node.kind === "map" ? node.entries : [];
  return first?.key === key && second === undefined && isOnlyWay(first.value, rest);
}

function removeEntry(text: string, map: MapNode, entry: MapEntry): string {
  if (map.isFlow) return removeFromFlow(text, entry.keyStart, entry.value.end);
  return removeLines(text, startOfLine(text, entry.keyStart), endOfLines(text, entry.value));
}

function replaceValue(text: string, map: MapNode, entry: MapEntry, value: unknown): string {
  const { value: node } = entry;
  const printed = printInPlace(text, map, entry, value);
  if (node.kind === "empty") return fillIn(text, node, printed);
  const isBlockCollection = (node.kind === "list" || node.kind === "map") && !node.isFlow && !node.isAlias;
  if (isBlockCollection) {
    const colon = text.indexOf(":", entry.keyEnd) + 1;
    const end = endOfLines(text, node);
    const lineBreak = text.slice(colon, end).endsWith("\n") ? lineBreakOf(text) : "";
    return splice(text, colon, end, ` ${printed}${lineBreak}`);
  }
  const hadBreak = isBlockText(node) && text.slice(node.start, node.end).endsWith("\n");
  return splice(
    text,
    node.start,
    node.end,
    printed + (hadBreak ? lineBreakOf(text) : breakAtEnd(text, node.end, printed)),
  );
}

/** Behind the colon of a key without a value, before the blanks and the comment that may follow it. */
function fillIn(text: string, node: YamlNode, printed: string): string {
  const at = endOfValue(text, node);
  return splice(text, at, at, ` ${printed}${breakAtEnd(text, node.end, printed)}`);
}

/** The library places an absent value behind the blanks that follow its colon. */
function endOfValue(text: string, { kind, end }: YamlNode): number {
  const blanks = kind === "empty" ? /[ \t]*$/.exec(text.slice(Math.max(0, end - 100), end)) : null;
  return end - (blanks?.[0].length ?? 0);
}

/** The line break a literal block that ends in one needs at the end of a file without. */
function breakAtEnd(text: string, end: number, printed: string): string {
  return end === text.length && !text.endsWith("\n") && /^\|2?(?:\+|\r?\n)/.test(printed)
    ? lineBreakOf(text)
    : "";
}

function isBlockText(node: YamlNode): boolean {
  return node.kind === "text" && node.style === "block" && !node.isAlias;
}

/** The value as it will stand in the place of the entry's: in its style where that can hold it. */
function printInPlace(text: string, map: MapNode, { key, value: node }: MapEntry, value: unknown): string {
  if (typeof value !== "string") return printFlow(value);
  const style = node.kind === "text" && !node.isAlias ? node.style : "plain";
  const end = endOfValue(text, node);
  const after = text.slice(end, end + 100);
  if (value.includes("\n") || style === "block") {
    const isAlone = style === "block" || /^(?:\r?\n|$)/.test(after);
    const fits = !map.isFlow && isAlone && !takesMore(value, after);
    return fits ? printText(value, indentOf(text, map).length, lineBreakOf(text)) : printDouble(value);
  }
  if (style === "plain" && isMoment(key)) return printMoment(value);
  // Behind plain text a comment that two blanks do not set off would be taken for lost text.
  const isCramped = style === "plain" && /^[ \t]?#/.test(after);
  return isCramped ? printDouble(value) : printLine(value, style);
}

/** A literal block would take for its own what is indented below it, and blank lines where it ends in one. */
function takesMore(value: string, after: string): boolean {
  if (/^(?:\r?\n)?[ \t]+#/.test(after)) return true;
  return value.endsWith("\n\n") && /^(?:\r?\n)?[ \t]*\r?\n/.test(after);
}

function isMoment(key: string): boolean {
  const shape = fieldNamed(key)?.shape;
  return shape === "instant" || shape === "embargo" || key === "at";
}

function insertKey(text: string, map: MapNode, key: string, value: unknown): string {
  const predecessor = map.entries
    .filter((entry) => orderOf(entry.key) <= orderOf(key))
    .reduce<MapEntry | undefined>(
      (last, entry) => (last && orderOf(last.key) > orderOf(entry.key) ? last : entry),
      undefined,
    );
  const at =
    predecessor === undefined
      ? startOfLine(text, map.entries[0]?.keyStart ?? text.length)
      : endOfLines(text, predecessor.value);
  const indent = indentOf(text, map);
  const printed = printNew(text, { at, indent, key }, value);
  return insertLines(text, at, `${indent}${printLine(key)}: ${printed}${breakAtEnd(text, at, printed)}`);
}

interface Place {
  readonly at: number;
  readonly indent: string;
  readonly key: string;
}

function printNew(text: string, { at, indent, key }: Place, value: unknown): string {
  if (typeof value !== "string") return printFlow(value);
  if (!value.includes("\n")) return isMoment(key) ? printMoment(value) : printLine(value);
  const after = text.slice(at, at + 100);
  return takesMore(value, after) ? printDouble(value) : printText(value, indent.length, lineBreakOf(text));
}

function insertInFlow(text: string, map: MapNode, key: string, value: unknown): string {
  const printed = `${printLine(key)}: ${printFlow(value)}`;
  const last = map.entries.at(-1);
  if (last !== undefined) return splice(text, last.value.end, last.value.end, `, ${printed}`);
  return splice(text, map.start + 1, map.start + 1, printed);
}
