// The mistakes that quotes would have prevented: text with a colon, text that begins with an indicator, text in
// quotes that ends too early. Finds the place, says why, and offers the line as it should be (explain-yaml.ts).
import { correctLine, lineHolding, splitComment, type Line } from "../correct-line.ts";
import type { Complaint } from "../field-reader.ts";
import { fieldNamed, type FieldShape } from "../fields.ts";
import { printDouble } from "./print-scalar.ts";
import type { YamlFinding } from "./read-yaml.ts";
import { lineEnd } from "./text-position.ts";

/** What to say about a mistake, and where: a character's offset in the text. */
export interface Explanation extends Complaint {
  readonly offset: number;
}

/** Beyond this nobody wants to see the line, and no pattern is tried on it. */
const LONGEST_LINE = 4_000;

const VALUE = /^( *(?:- +)*(?:([A-Za-z_][\w-]*):[ \t]+|- +))(\S.*)$/;
const NEEDS_QUOTES = /^[#&*!|>@`%"'?:,[\]{}-]| #|:(?: |$)/;

/** What stands on one line: `value` begins at `before.length`. */
interface Parts {
  readonly line: Line;
  readonly before: string;
  readonly key?: string;
  readonly value: string;
  readonly comment: string;
}

/** The explanation where quotes mend the line the finding is on, else undefined. */
export function explainMissingQuotes(text: string, finding: YamlFinding): Explanation | undefined {
  const parts = partsOf(lineHolding(text, finding.offset));
  if (parts === undefined) return explainFlowText(text, finding);
  const meant = withoutOuterQuotes(parts.value);
  if (holdsList(parts.key)) return explainItems(text, finding, parts) ?? explainFlowText(text, finding);
  if (!NEEDS_QUOTES.test(parts.value)) return undefined;
  const { line, before, comment, key } = parts;
  const said = {
    ...messageOf(finding, key),
    ...(finding.rawCode === "ALIAS" || finding.rawCode === "TAG" ? {} : whyQuotes(parts, finding)),
  };
  if (goesOn(text, line))
    return { ...said, hint: "write | here and the text on the lines below, indented by two spaces" };
  const corrected = correctLine(text, line, { before, written: printDouble(meant), after: comment, meant });
  return corrected.correction === undefined ? undefined : { ...said, ...corrected };
}

function partsOf(line: Line): Parts | undefined {
  const match = line.source.length > LONGEST_LINE ? null : VALUE.exec(line.source);
  if (match === null) return undefined;
  const [, before = "", key, rest = ""] = match;
  const [dashes = ""] = /^ *(?:- +)+/.exec(before) ?? [];
  if (key === undefined || (dashes !== "" && !KEYS_IN_LISTS.has(key))) {
    return { line, before: dashes, ...splitComment(line.source.slice(dashes.length)) };
  }
  return { line, before, key, ...splitComment(rest) };
}

/** What may begin an item of authors or corrections; any other word with a colon in a list is text. */
const KEYS_IN_LISTS: ReadonlySet<string> = new Set(["name", "email", "url", "role", "at", "text"]);

const COLLECTIONS: ReadonlySet<FieldShape> = new Set(["lines", "authors", "image", "corrections", "own"]);

function holdsList(key: string | undefined): boolean {
  const shape = key === undefined ? undefined : fieldNamed(key)?.shape;
  return shape !== undefined && COLLECTIONS.has(shape);
}

function messageOf(
  finding: YamlFinding,
  key: string | undefined,
): Pick<Explanation, "code" | "message" | "offset"> {
  const message = key === undefined ? "this text needs quotes" : `the ${key} needs quotes`;
  const said = { code: finding.code, offset: finding.offset, ...(key === undefined ? {} : { field: key }) };
  return { ...said, message: finding.code === "yaml-lost-text" ? finding.message : message };
}

/** `'It's on'` and `"A "fine" mess"` mean what stands inside; `"One" and "two"` means itself, quotes and all. */
function withoutOuterQuotes(value: string): string {
  const match = /^(["'])(.*)\1$/.exec(value);
  const [, quote = "", inner = ""] = match ?? [];
  const second = inner.indexOf(quote);
  if (match === null || second === -1) return value;
  const isClosing = !/\s$/.test(inner.slice(0, second)) && !/^[\p{L}\p{N}]/u.test(inner.slice(second + 1));
  return isClosing ? value : inner;
}

/** True when the value goes on in the next line: then quotes on this one line would cut it. */
function goesOn(text: string, line: Line): boolean {
  const next = lineHolding(text, lineEnd(text, line.start));
  const depthOf = (source: string): number => source.length - source.trimStart().length;
  return next.start > line.start && next.source.trim() !== "" && depthOf(next.source) > depthOf(line.source);
}

function whyQuotes(
  { line, before, value }: Parts,
  finding: YamlFinding,
): { readonly note?: string; readonly offset: number } {
  const start = line.start + before.length;
  const [first = ""] = value;
  if (/["']/.test(first)) return { note: "text goes on behind the closing quote", offset: finding.offset };
  if (NEEDS_QUOTES.test(first))
    return { note: `text cannot start with ${first} without quotes`, offset: start };
  const colon = /:(?: |$)/.exec(value);
  if (colon === null) return { offset: finding.offset };
  return { note: 'a second ": " is not allowed without quotes', offset: start + colon.index };
}

/** `[#MeToo, b]` as `["#MeToo", b]`: what of a list on one line needs quotes gets them. */
function explainItems(text: string, finding: YamlFinding, parts: Parts): Explanation | undefined {
  const { line, before, key, value, comment } = parts;
  const inner = /^\[([^[\]{}]*)\]$/.exec(value)?.[1];
  if (inner === undefined) return undefined;
  const items = inner.split(",");
  const isNeedy = (item: string): boolean => NEEDS_QUOTES.test(item.trim());
  const quoted = items.map((item) =>
    isNeedy(item) ? item.replace(/\S(?:.*\S)?/, (word) => printDouble(word)) : item,
  );
  const corrected = correctLine(text, line, { before, written: `[${quoted.join(",")}]`, after: comment });
  const first = items.findIndex(isNeedy);
  if (corrected.correction === undefined || first === -1) return undefined;
  const item = items[first] ?? "";
  const start = items.slice(0, first).join(",").length + (first === 0 ? 1 : 2) + item.search(/\S/);
  return {
    ...messageOf(finding, key),
    ...(finding.code === "yaml-lost-text" ? {} : { message: `an item of ${key ?? "the list"} needs quotes` }),
    offset: line.start + before.length + start,
    ...corrected,
  };
}

/** One text somewhere inside brackets, up to what ends it there. */
function explainFlowText(text: string, finding: YamlFinding): Explanation | undefined {
  const line = lineHolding(text, finding.offset);
  if (line.source.length > LONGEST_LINE || !/BAD_SCALAR_START|ALIAS|TAG/.test(finding.rawCode ?? ""))
    return undefined;
  const before = line.source.slice(0, finding.offset - line.start);
  const meant = (/^[^,[\]{}]*/.exec(line.source.slice(before.length))?.[0] ?? "").trimEnd();
  const after = line.source.slice(before.length + meant.length);
  const corrected = correctLine(text, line, { before, written: printDouble(meant), after, meant });
  return corrected.correction === undefined ? undefined : { ...messageOf(finding, undefined), ...corrected };
}
