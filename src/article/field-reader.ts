// Reads typed values out of a YamlNode tree and collects what is wrong with them as Problems, each with its
// line, caret and, where a rewrite of the line is known to read right, the corrected line.
import type { Problem, Severity } from "../base/problem.ts";
import type { ErrorCode } from "../base/stet-error.ts";
import { correctLine, lineHolding, splitComment } from "./correct-line.ts";
import { printDouble } from "./yaml/print-scalar.ts";
import { positionAt } from "./yaml/text-position.ts";
import type { EmptyNode, MapNode, TextNode, YamlNode } from "./yaml/yaml-node.ts";

/** One reading of one text; `problems` grows as fields are read. */
export interface FieldReader {
  readonly text: string;
  readonly file?: string;
  readonly problems: Problem[];
}

export interface Complaint {
  readonly severity?: Severity;
  readonly code?: ErrorCode;
  readonly message: string;
  readonly note?: string;
  readonly field?: string;
  readonly correction?: string;
  readonly hint?: string;
}

/** Adds a Problem at an offset; `severity` defaults to error, `code` to schema. */
export function report(reader: FieldReader, offset: number, complaint: Complaint): void {
  const { line, column, source } = positionAt(reader.text, offset);
  const file = reader.file === undefined ? {} : { file: reader.file };
  reader.problems.push({ severity: "error", code: "schema", ...complaint, ...file, line, column, source });
}

/** The text of a field with the words YAML would lose reported; undefined when the value is absent or no text. */
export function readText(reader: FieldReader, node: YamlNode, field: string): string | undefined {
  if (node.kind === "text" || node.kind === "empty") {
    reportLostText(reader, node, field);
    return node.kind === "text" ? node.text : undefined;
  }
  const correction = requoted(reader, node.start, node.end);
  report(reader, node.start, { field, message: `${field} must be text`, ...correction });
  return undefined;
}

/** readText for a field of one line: the final line break of a block scalar does not count, others are an error. */
export function readLine(reader: FieldReader, node: YamlNode, field: string): string | undefined {
  return oneLine(reader, node, { field, text: readText(reader, node, field) });
}

/** readLine for a value that can hold no `#`, as an instant or one of a few words: a comment behind it is one. */
export function readWord(reader: FieldReader, node: YamlNode, field: string): string | undefined {
  return node.kind === "text"
    ? oneLine(reader, node, { field, text: node.text })
    : readLine(reader, node, field);
}

function oneLine(
  reader: FieldReader,
  node: YamlNode,
  { field, text }: { readonly field: string; readonly text: string | undefined },
): string | undefined {
  if (text === undefined || node.kind !== "text") return text;
  const line = node.style === "block" ? text.replace(/\n$/, "") : text;
  if (line.includes("\n")) report(reader, node.start, { field, message: `${field} must be one line` });
  return line;
}

/** The items of a list, or undefined with a Problem when the value is something else. An absent value is no items. */
export function readList(reader: FieldReader, node: YamlNode, field: string): readonly YamlNode[] {
  if (node.kind === "empty") return [];
  if (node.kind === "list") return node.items;
  const asList = rewritten(reader, node, `[${reader.text.slice(node.start, node.end)}]`);
  report(reader, node.start, { field, message: `${field} must be a list`, ...asList });
  return [];
}

/** Each item of a list of single-line texts; empty items are reported. */
export function readLines(reader: FieldReader, node: YamlNode, field: string): string[] {
  const lines: string[] = [];
  for (const item of readList(reader, node, field)) {
    const line = readLine(reader, item, field);
    if (line !== undefined && line !== "") lines.push(line);
    else if (item.kind === "text" || item.kind === "empty") reportEmptyItem(reader, item, field);
  }
  return lines;
}

/** One item of a list that says nothing, unless what it says was lost and is reported. */
export function reportEmptyItem(reader: FieldReader, item: YamlNode, field: string): void {
  const { line } = positionAt(reader.text, item.start);
  const isReported = reader.problems.some((problem) => problem.line === line && problem.field === field);
  if (!isReported) report(reader, item.start, { field, message: `an empty item in ${field}` });
}

/** A mapping, or undefined with a Problem. */
export function readMap(reader: FieldReader, node: YamlNode, field: string): MapNode | undefined {
  if (node.kind === "map") return node;
  if (node.kind !== "empty")
    report(reader, node.start, { field, message: `${field} must be a mapping of keys` });
  return undefined;
}

/** Reports keys of `map` that `known` does not list, as warnings with `nearestTo` the mistyped one. */
export function reportUnknownKeys(
  reader: FieldReader,
  map: MapNode,
  known: readonly string[],
  nearestTo: (key: string) => string | undefined,
): void {
  for (const entry of map.entries) {
    if (known.includes(entry.key)) continue;
    report(reader, entry.keyStart, {
      severity: "warning",
      field: entry.key,
      message: `"${entry.key}" is not a field stet knows; it is kept as it is`,
      ...unknownKeyHint(entry.key, nearestTo(entry.key)),
    });
  }
}

function unknownKeyHint(key: string, near: string | undefined): { readonly hint?: string } {
  if (near !== undefined) return { hint: `did you mean "${near}"?` };
  return key.includes(" ") ? { hint: "indent the line by two spaces if it belongs to the text above" } : {};
}

/**
 * YAML cuts unquoted text at ` #`, and takes `&word` and `!word` at its start for itself. A comment after unquoted
 * text is accepted when two spaces stand before the `#` and one after it, as YAML style guides write comments.
 */
function reportLostText(reader: FieldReader, node: TextNode | EmptyNode, field: string): void {
  const isQuoted = node.kind === "text" && node.style !== "plain";
  const { propertiesStart, commentStart } = node;
  if (propertiesStart !== undefined && node.propertiesAreMeant !== true) {
    const lost = reader.text.slice(propertiesStart, node.start).trim();
    const what = lost.startsWith("&") ? "an anchor" : "a tag";
    const message = `"${lost}" is read as ${what} and lost`;
    reportLost(reader, propertiesStart, { field, message, ...requoted(reader, propertiesStart, node.end) });
  } else if (commentStart !== undefined && !isQuoted && !isClearlyComment(reader.text, node)) {
    const line = lineHolding(reader.text, commentStart);
    const lost = line.source.slice(commentStart - line.start).trim();
    const message = `"${lost}" is read as a comment and lost`;
    reportLost(reader, commentStart, {
      field,
      message,
      ...requoted(reader, node.start, commentStart + lost.length),
    });
  }
}

/** Where the reading of the YAML has said the same already, its word stands. */
function reportLost(reader: FieldReader, offset: number, complaint: Complaint): void {
  const { line, column } = positionAt(reader.text, offset);
  const isReported = reader.problems.some(
    (problem) => problem.code === "yaml-lost-text" && problem.line === line && problem.column === column,
  );
  if (!isReported) report(reader, offset, { code: "yaml-lost-text", ...complaint });
}

function isClearlyComment(text: string, { kind, commentStart = 0 }: TextNode | EmptyNode): boolean {
  const around = text.slice(commentStart - 2, commentStart + 2);
  return kind === "empty" ? /#(?:\s|$)/.test(around) : /^\s\s#(?:\s|$)/.test(around);
}

/** The line with the text between two offsets on it in double quotes, as a correction where that reads right. */
function requoted(reader: FieldReader, start: number, end: number): { readonly correction?: string } {
  const line = lineHolding(reader.text, start);
  const behind = splitComment(line.source.slice(start - line.start));
  const meant = splitComment(reader.text.slice(start, end)).value;
  if (meant.includes("\n") || meant === "") return {};
  const isRest = behind.value === meant;
  const before = line.source.slice(0, start - line.start).replace(/:$/, ": ");
  const after = isRest ? behind.comment : line.source.slice(start - line.start + meant.length);
  return correctLine(reader.text, line, { before, written: printDouble(meant), after, meant });
}

/** The line with `written` in the place of a value, as a correction where that reads without an error. */
export function rewritten(
  reader: FieldReader,
  node: YamlNode,
  written: string,
): { readonly correction?: string } {
  const line = lineHolding(reader.text, node.start);
  if (node.end > line.start + line.source.length) return {};
  const before = line.source.slice(0, node.start - line.start);
  return correctLine(reader.text, line, { before, written, after: line.source.slice(node.end - line.start) });
}
