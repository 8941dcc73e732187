// Maps and lists by indentation, for the fast YAML reader (read-simple-yaml.ts): each function reads from `reader.at`
// and leaves the reader at the first line that is not its own.
import { readFlow } from "./simple-flow.ts";
import {
  finishLine,
  HASH,
  LINE_FEED,
  nextLine,
  NO_BLOCK,
  NONE,
  skipBlanks,
  type SimpleReader,
} from "./simple-lines.ts";
import { readBlockText } from "./simple-block-text.ts";
import { readSimpleText, type SimpleText } from "./simple-scalar.ts";
import type { EmptyNode, ListNode, MapEntry, MapNode, TextNode, YamlNode } from "./yaml-node.ts";

/** The map whose first key stands at `reader.at`, in the column `indent`; undefined where the library must look. */
export function readBlockMap(reader: SimpleReader, indent: number): MapNode | undefined {
  const start = reader.at;
  const entries: MapEntry[] = [];
  const seen = new Set<string>();
  do {
    const entry = readEntry(reader, indent);
    if (entry === undefined || seen.has(entry.key)) return undefined;
    seen.add(entry.key);
    entries.push(entry);
  } while (reader.indent === indent && !isAtDash(reader));
  if (entries.length > reader.limits.keys) return undefined;
  return { kind: "map", isFlow: false, entries, start, end: endBlock(reader, indent), isAlias: false };
}

function readBlockList(reader: SimpleReader, indent: number): ListNode | undefined {
  const start = reader.at;
  const items: YamlNode[] = [];
  do {
    const item = readItem(reader, indent);
    if (item === undefined) return undefined;
    items.push(item);
  } while (reader.indent === indent && isAtDash(reader));
  if (items.length > reader.limits.items) return undefined;
  return { kind: "list", isFlow: false, items, start, end: endBlock(reader, indent), isAlias: false };
}

/** The end of a block: comments below it that are not indented less belong to it, and what holds it ends behind them. */
function endBlock(reader: SimpleReader, indent: number): number {
  const end = reader.tail;
  if (indent > 0 && reader.comment >= indent) {
    reader.tail = reader.at;
    reader.comment = NONE;
  }
  return end;
}

function isAtDash(reader: SimpleReader): boolean {
  return reader.text.startsWith("- ", reader.at);
}

function readItem(reader: SimpleReader, indent: number): YamlNode | undefined {
  const start = skipBlanks(reader.text, reader.at + 1);
  const column = indent + start - reader.at;
  reader.at = start;
  return keyAt(reader) === undefined ? readValue(reader, indent) : readDeeper(reader, readBlockMap, column);
}

function readEntry(reader: SimpleReader, indent: number): MapEntry | undefined {
  const key = keyAt(reader);
  if (key === undefined) return undefined;
  reader.parts++;
  reader.at = skipBlanks(reader.text, key.end + 1);
  const value = isAtValue(reader) ? readValue(reader, indent) : readBelow(reader, key.end + 1, indent);
  return value && { key: key.text, keyStart: key.start, keyEnd: key.end, value };
}

/** The library refuses longer keys. */
const LONGEST_KEY = 1_000;

/** The key at `reader.at`, with its colon right behind it; a line that might end the document is none. */
function keyAt({ text, at }: SimpleReader): SimpleText | undefined {
  const key = text.startsWith("...", at) ? undefined : readSimpleText(text, at, false);
  if (key === undefined || key.text === "" || key.end - at > LONGEST_KEY) return undefined;
  return COLON.test(text.slice(key.end, key.end + 2)) ? key : undefined;
}

const COLON = /^:(?:[ \n]|$)/;

function isAtValue({ text, at }: SimpleReader): boolean {
  const code = text.charCodeAt(at);
  return code !== LINE_FEED && code !== HASH && at < text.length;
}

/** A value that begins on the line of its key or dash, which `indent` indents. */
function readValue(reader: SimpleReader, indent: number): YamlNode | undefined {
  reader.parts++;
  if (isAt(reader, "|", ">")) return readTextBelow(reader, indent);
  const node = isAt(reader, "[", "{") ? readFlow(reader) : readSimpleText(reader.text, reader.at, false);
  const comment = node && finishLine(reader, node.end);
  if (comment === undefined) return undefined;
  nextLine(reader, reader.tail, indent);
  return comment === NONE || node?.kind !== "text" ? node : { ...node, commentStart: comment };
}

function isAt({ text, at }: SimpleReader, one: string, other: string): boolean {
  return text.startsWith(one, at) || text.startsWith(other, at);
}

function readTextBelow(reader: SimpleReader, indent: number): TextNode | undefined {
  const node = readBlockText(reader, indent);
  if (node === undefined) return undefined;
  reader.tail = node.end;
  nextLine(reader, node.end, NO_BLOCK);
  return node;
}

/** What stands below a key with nothing behind its colon: a list, a map or no value. */
function readBelow(reader: SimpleReader, colonEnd: number, indent: number): YamlNode | undefined {
  const { at } = reader;
  const comment = finishLine(reader, colonEnd) ?? NONE;
  nextLine(reader, reader.tail, NO_BLOCK);
  if (reader.indent >= indent && isAtDash(reader)) return readDeeper(reader, readBlockList, reader.indent);
  if (reader.indent > indent) return readDeeper(reader, readBlockMap, reader.indent);
  const empty: EmptyNode = { kind: "empty", start: at, end: at, isAlias: false };
  const hasComment = comment !== NONE || reader.comment !== NONE;
  reader.tail = hasComment ? reader.at : at;
  reader.comment = NONE;
  return comment === NONE ? empty : { ...empty, commentStart: comment };
}

function readDeeper<Node>(
  reader: SimpleReader,
  read: (reader: SimpleReader, indent: number) => Node | undefined,
  indent: number,
): Node | undefined {
  if (reader.depth >= reader.limits.depth) return undefined;
  reader.depth++;
  const node = read(reader, indent);
  reader.depth--;
  return node;
}
