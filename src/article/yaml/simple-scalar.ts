// Plain and quoted text on one line, for the fast YAML reader (read-simple-yaml.ts). Whatever could be read in two
// ways is refused here, and the library reads the file.
import { BLANK, HASH, LINE_FEED } from "./simple-lines.ts";
import { resolvePlain } from "./resolve-plain.ts";
import type { TextNode } from "./yaml-node.ts";

/** A text node before the comment behind it is known. */
export type SimpleText = Omit<TextNode, "commentStart">;

const COLON = 58;
const TAB = 9;

/** No indicator may begin plain text here, but for the minus of a number. */
const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[\d.])/y;
const FLOW_INDICATORS = new Set(Array.from(",[]{}", (character) => character.charCodeAt(0)));

/**
 * Where plain text that begins at `start` stops: at a line break, a tab, a colon before a blank, a `#` behind one, and
 * inside brackets at their punctuation. O(the text).
 */
function plainStop(text: string, start: number, isFlow: boolean): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code > COLON && !isFlow) continue;
    if (code === LINE_FEED || code === TAB || Number.isNaN(code)) return at;
    if (code === COLON && endsKey(text, at, isFlow)) return at;
    if (code === HASH && text.charCodeAt(at - 1) === BLANK) return at;
    if (isFlow && FLOW_INDICATORS.has(code)) return at;
  }
}

function endsKey(text: string, colon: number, isFlow: boolean): boolean {
  const code = text.charCodeAt(colon + 1);
  if (code === BLANK || code === LINE_FEED || code === TAB || Number.isNaN(code)) return true;
  return isFlow && FLOW_INDICATORS.has(code);
}

/** Plain or quoted text at `start`; undefined where another thing begins, or one that needs the library. */
export function readSimpleText(text: string, start: number, isFlow: boolean): SimpleText | undefined {
  if (text.startsWith('"', start)) return readDouble(text, start);
  if (text.startsWith("'", start)) return readSingle(text, start);
  if (!beginsPlain(text, start)) return undefined;
  const end = endOfPlain(text, start, isFlow);
  const written = text.slice(start, end);
  return {
    kind: "text",
    text: written,
    value: resolvePlain(written),
    style: "plain",
    start,
    end,
    isAlias: false,
  };
}

function beginsPlain(text: string, start: number): boolean {
  PLAIN_START.lastIndex = start;
  return PLAIN_START.test(text);
}

function endOfPlain(text: string, start: number, isFlow: boolean): number {
  let end = plainStop(text, start, isFlow);
  while (text.charCodeAt(end - 1) === BLANK) end--;
  return end;
}

/** Longer text in quotes is a body's, and the library's: no one gains from reading megabytes of escapes twice. */
const LONGEST_QUOTED = 64 * 1024;

/** The text between two quotes, where that is one short line. */
function between(text: string, start: number, end: number): string | undefined {
  if (end === -1 || end - start > LONGEST_QUOTED) return undefined;
  const inner = text.slice(start + 1, end);
  return inner.includes("\n") ? undefined : inner;
}

function readSingle(text: string, start: number): SimpleText | undefined {
  const last = start + LONGEST_QUOTED;
  let end = text.indexOf("'", start + 1);
  while (end !== -1 && end <= last && text.startsWith("'", end + 1)) end = text.indexOf("'", end + 2);
  const inner = between(text, start, end);
  return inner === undefined
    ? undefined
    : quoted("single", inner.replaceAll("''", "'"), { start, end: end + 1 });
}

function readDouble(text: string, start: number): SimpleText | undefined {
  const last = start + LONGEST_QUOTED;
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && end <= last && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  const inner = between(text, start, end);
  const meant = inner?.includes("\\") === true ? unescape(inner) : inner;
  return meant === undefined ? undefined : quoted("double", meant, { start, end: end + 1 });
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.startsWith("\\", at - 1)) at--;
  return (quote - at) % 2 === 1;
}

function quoted(
  style: "single" | "double",
  text: string,
  place: { readonly start: number; readonly end: number },
): SimpleText {
  return { kind: "text", text, value: text, style, ...place, isAlias: false };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["e", "\u001B"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00A0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
]);

/** The text that escapes stand for (YAML 1.2.2, 5.7), or undefined where one is unknown. */
function unescape(inner: string): string | undefined {
  let isKnown = true;
  const text = inner.replace(/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|(.))/g, (_, byte, unit, letter) => {
    const code: string | undefined = byte ?? unit;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = ESCAPES.get(String(letter));
    isKnown &&= meant !== undefined;
    return meant ?? "";
  });
  return isKnown ? text : undefined;
}
