// Lists and maps in brackets on one line, for the fast YAML reader (read-simple-yaml.ts): `[a, b]`, `{name: Li}`.
// A line break, an empty item or a comma at the end is left to the library.
import { skipBlanks, type SimpleReader } from "./simple-lines.ts";
import { readSimpleText } from "./simple-scalar.ts";
import type { ListNode, MapEntry, MapNode, YamlNode } from "./yaml-node.ts";

/** The list or map that the bracket at `reader.at` opens; moves `at` behind its closing one. Recursion is bounded. */
export function readFlow(reader: SimpleReader): ListNode | MapNode | undefined {
  if (reader.depth >= reader.limits.depth) return undefined;
  reader.depth++;
  const node = reader.text.startsWith("[", reader.at) ? readFlowList(reader) : readFlowMap(reader);
  reader.depth--;
  return node;
}

function readFlowList(reader: SimpleReader): ListNode | undefined {
  const start = reader.at;
  const items: YamlNode[] = [];
  open(reader);
  while (!isAt(reader, "]")) {
    const item = readFlowValue(reader);
    if (item === undefined || !passComma(reader, "]")) return undefined;
    items.push(item);
  }
  reader.at++;
  if (items.length > reader.limits.items) return undefined;
  return { kind: "list", isFlow: true, items, start, end: reader.at, isAlias: false };
}

function readFlowMap(reader: SimpleReader): MapNode | undefined {
  const start = reader.at;
  const entries: MapEntry[] = [];
  const seen = new Set<string>();
  open(reader);
  while (!isAt(reader, "}")) {
    const entry = readFlowEntry(reader);
    if (entry === undefined || seen.has(entry.key) || !passComma(reader, "}")) return undefined;
    seen.add(entry.key);
    entries.push(entry);
  }
  reader.at++;
  if (entries.length > reader.limits.keys) return undefined;
  return { kind: "map", isFlow: true, entries, start, end: reader.at, isAlias: false };
}

function readFlowEntry(reader: SimpleReader): MapEntry | undefined {
  const key = readSimpleText(reader.text, reader.at, true);
  if (key === undefined || key.text === "" || !reader.text.startsWith(": ", key.end)) return undefined;
  reader.parts++;
  reader.at = skipBlanks(reader.text, key.end + 1);
  const value = readFlowValue(reader);
  return value && { key: key.text, keyStart: key.start, keyEnd: key.end, value };
}

function readFlowValue(reader: SimpleReader): YamlNode | undefined {
  reader.parts++;
  if (isAt(reader, "[") || isAt(reader, "{")) return readFlow(reader);
  const text = readSimpleText(reader.text, reader.at, true);
  if (text !== undefined) reader.at = text.end;
  return text;
}

function open(reader: SimpleReader): void {
  reader.at = skipBlanks(reader.text, reader.at + 1);
}

/** Moves to the next item, or to the closing bracket; false where neither follows. */
function passComma(reader: SimpleReader, closing: "]" | "}"): boolean {
  reader.at = skipBlanks(reader.text, reader.at);
  if (isAt(reader, closing)) return true;
  if (!isAt(reader, ",")) return false;
  reader.at = skipBlanks(reader.text, reader.at + 1);
  return !isAt(reader, closing);
}

function isAt(reader: SimpleReader, character: string): boolean {
  return reader.text.startsWith(character, reader.at);
}
