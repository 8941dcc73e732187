// A YAML document as stet needs it: text as written, with the offsets that edits and carets are cut at.
// The rest of stet knows this tree and never the YAML library's.

/** Offsets are UTF-16 code units into the text read: `start` to `end` is the value itself, without properties or comment. */
interface Placed {
  readonly start: number;
  readonly end: number;
  /** Where an `&anchor` or `!tag` before the value begins; absent when there is none. */
  readonly propertiesStart?: number;
  /** True when an alias uses the anchor and the tag is one of YAML's core: nothing of what was typed is lost. */
  readonly propertiesAreMeant?: boolean;
  /** The value is an `*alias`: its content is the anchor's, its place is the alias's. */
  readonly isAlias: boolean;
}

export type TextStyle = "plain" | "single" | "double" | "block";

/** A scalar. `text` is what was written (folded and unquoted), `value` what YAML 1.2 core makes of it. */
export interface TextNode extends Placed {
  readonly kind: "text";
  readonly text: string;
  readonly value: unknown;
  readonly style: TextStyle;
  /** The start of a `# comment` that follows on the same line. */
  readonly commentStart?: number;
}

/** A key with nothing after it: `start` and `end` lie just behind the colon. */
export interface EmptyNode extends Placed {
  readonly kind: "empty";
  readonly commentStart?: number;
}

export interface ListNode extends Placed {
  readonly kind: "list";
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

export interface MapNode extends Placed {
  readonly kind: "map";
  readonly isFlow: boolean;
  readonly entries: readonly MapEntry[];
}

export type YamlNode = TextNode | EmptyNode | ListNode | MapNode;

/**
 * The plain JavaScript value: numbers, booleans and null by the YAML 1.2 core schema. Integers too large to be exact
 * and those with a leading zero, as `007`, stay text.
 */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case "empty":
      return null;
    case "text":
      return isInexact(node) ? node.text : node.value;
    case "list":
      return node.items.map(plainValue);
    case "map":
      return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
  }
}

function isInexact({ text, value }: TextNode): boolean {
  if (typeof value !== "number" || !/^[-+]?\d+$/.test(text)) return false;
  return !Number.isSafeInteger(value) || /^[-+]?0\d/.test(text);
}

/** The entry of a top-level or nested key, if the mapping has it. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** The text or empty node that begins at `start`, however deep. */
export function leafAt(node: YamlNode, start: number): YamlNode | undefined {
  if (node.kind === "text" || node.kind === "empty") return node.start === start ? node : undefined;
  const values = node.kind === "list" ? node.items : node.entries.map((entry) => entry.value);
  for (const value of values) {
    const found = leafAt(value, start);
    if (found !== undefined) return found;
  }
  return undefined;
}
