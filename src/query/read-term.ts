// A field with its operator and values -> the node that asks it. Every value is read here, once: dates to instants,
// numbers to ranges, words folded; a value that is none is refused with what there is.
import { KINDS, STATUSES } from "../article/article.ts";
import { STATES } from "../article/state.ts";
import { nearest } from "../base/nearest.ts";
import { badQuery } from "./bad-query.ts";
import { printItem } from "./print-query.ts";
import { fold, wordsOf } from "./fold-text.ts";
import { joinNodes } from "./join-nodes.ts";
import {
  HAS,
  QUERY_FIELDS,
  type Phrase,
  type QueryContext,
  type QueryField,
  type QueryNode,
  type TextTest,
} from "./query.ts";
import { isOwnField } from "./query-field.ts";
import { readMoments, readNumbers, type Asking } from "./read-range.ts";
import type { FieldToken, Item } from "./read-tokens.ts";

/** Throws StetError usage/bad-query or bad-date with a caret under the value. */
export function readTerm(query: string, token: FieldToken, context: QueryContext): QueryNode {
  const asking = { query, token, context };
  const values = token.items.map((item) => readValue(asking, item));
  const node = joinNodes("or", values);
  return token.operator === "!=" ? { kind: "not", node } : node;
}

function readValue(asking: Asking, item: Item): QueryNode {
  const { field, operator } = asking.token;
  if (field === "is" || field === "has") requireNoOrder(asking, item, "has no order");
  if (field === "is") return readFlag(asking, item);
  if (field === "has") return { kind: "has", what: oneOf(asking, item, HAS) };
  if (!item.isQuoted && item.text === "any") return { kind: "present", field };
  if (!item.isQuoted && item.text === "none") return { kind: "not", node: { kind: "present", field } };
  if (field === "embargo" && !item.isQuoted && item.text === "open" && !/[<>~]/.test(operator))
    return OPEN_EMBARGO;
  const kind = kindOf(field, asking.context);
  if (kind === "moment") return { kind: "range", field, range: readMoments(asking, item) };
  if (kind === "number") return { kind: "range", field, range: readNumbers(asking, item) };
  // As of the other fields: what begins with nothing is anything.
  if (kind === "text" && operator === ":" && !item.isQuoted && item.text === "*")
    return { kind: "present", field };
  return { kind: "text", field, test: readTest(asking, item, kind) };
}

/** One that is there, and ends at no instant. */
const OPEN_EMBARGO: QueryNode = {
  kind: "and",
  nodes: [
    { kind: "present", field: "embargo" },
    { kind: "not", node: { kind: "range", field: "embargo", range: {} } },
  ],
};

type Kind = (typeof QUERY_FIELDS)[keyof typeof QUERY_FIELDS];

function kindOf(field: QueryField, { ownFields }: QueryContext): Kind {
  if (!isOwnField(field)) return QUERY_FIELDS[field];
  const type = ownFields.get(field.slice(2));
  if (type === "number") return "number";
  return type === "instant" ? "moment" : type === "text" ? "text" : "keyword";
}

function readFlag(asking: Asking, item: Item): QueryNode {
  const word = oneOf(asking, item, FLAGS);
  switch (word) {
    case "corrected":
      return { kind: "has", what: "correction" };
    case "invalid":
      return { kind: "invalid" };
    case "mine":
      return { kind: "text", field: "author", test: { kind: "equals", text: fold(requireMe(asking, item)) } };
    case "stale":
      return stale(asking.context);
    case "draft":
    case "review":
    case "ready":
    case "embargoed":
    case "scheduled":
    case "live":
    case "expired":
    case "withdrawn":
    case "killed":
      return { kind: "state", state: word };
  }
}

const FLAGS = [...STATES, "corrected", "invalid", "mine", "stale"] as const;

function requireMe({ query, context }: Asking, item: Item): string {
  if (context.me !== undefined) return context.me;
  throw badQuery(query, item.start, "stet does not know your byline", "export STET_AUTHOR='Jane Doe'");
}

const STALE_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** Work begun and left: not published, and not touched for thirty days. */
function stale({ now }: QueryContext): QueryNode {
  const begun: QueryNode[] = (["draft", "review", "ready"] as const).map((state) => ({
    kind: "state",
    state,
  }));
  const untouched: QueryNode = { kind: "range", field: "updated", range: { to: now - STALE_AFTER_MS } };
  return { kind: "and", nodes: [{ kind: "or", nodes: begun }, untouched] };
}

function oneOf<Word extends string>({ query, token }: Asking, item: Item, words: readonly Word[]): Word {
  const found = words.find((word) => word === item.text);
  if (found !== undefined) return found;
  const near = nearest(item.text, words)[0];
  const hint = near === undefined ? `one of ${words.join(", ")}` : `${token.field}:${near}`;
  throw badQuery(query, item.start, `"${item.text}" is no value of ${token.field}`, hint);
}

const CLOSED: Readonly<Record<string, readonly string[]>> = { status: STATUSES, kind: KINDS };

function readTest(asking: Asking, item: Item, kind: Kind): TextTest {
  const { operator, field } = asking.token;
  requireNoOrder(asking, item, "is text");
  if (operator === "~") return readPattern(asking, item);
  const closed = CLOSED[field] ?? (isSwitch(field, asking.context) ? ["true", "false"] : undefined);
  if (closed !== undefined && !item.text.includes("*")) oneOf(asking, item, closed);
  const isMe = field === "author" && item.text === "@me" && !item.isQuoted;
  if (isMe) return { kind: "equals", text: fold(requireMe(asking, item)) };
  const text = fold(kind === "section" ? item.text.replace(/\/$/, "") : item.text);
  if (kind === "text")
    return operator === ":" ? { kind: "phrase", phrase: readPhrase(asking, item) } : { kind: "equals", text };
  if (!item.isQuoted && text.includes("*")) return readGlob(text);
  if (kind === "section" && operator === ":")
    return { kind: "matches", pattern: `(?:^|/)${escaped(text)}(?:/|$)` };
  if (kind === "language" && operator === ":")
    return { kind: "matches", pattern: `^${escaped(text)}(?:-|$)` };
  return { kind: "equals", text };
}

/** What holds no letter or number would find nothing, and its negation everything. */
function readPhrase({ query, token: { field } }: Asking, item: Item): Phrase {
  const phrase = phraseOf(item.text);
  if (phrase.words.length > 0) return phrase;
  throw badQuery(query, item.start, "there is no word to look for here", `${field}:word or ${field}:any`);
}

function isSwitch(field: string, { ownFields }: QueryContext): boolean {
  return isOwnField(field) && ownFields.get(field.slice(2)) === "boolean";
}

function requireNoOrder({ query, token }: Asking, item: Item, why: string): void {
  const { field, operator, start } = token;
  if (!/[<>]/.test(operator)) return;
  const message = `"${field}" ${why}: ${operator} compares dates and numbers`;
  throw badQuery(query, start, message, `${field}:${printItem(item)}`);
}

function readPattern({ query }: Asking, item: Item): TextTest {
  const source = /^\/(.+)\/$/s.exec(item.text)?.[1];
  if (source === undefined || item.isQuoted) return { kind: "contains", text: fold(item.text) };
  try {
    return { kind: "matches", pattern: new RegExp(foldedPattern(source), "u").source };
  } catch {
    throw badQuery(query, item.start, "this regular expression cannot be read", "headline~budget");
  }
}

/** Folded as the text is that it looks in, but for its escapes (\D is not \d) and the names of groups. */
function foldedPattern(source: string): string {
  return source.replace(UNFOLDED_OR_NOT, (part) => (/^(?:\\|\(\?<\w)/.test(part) ? part : fold(part)));
}

const UNFOLDED_OR_NOT = /\\(?:[pPuk]?[{<][^}>]*[}>]|[\s\S])|\(\?<\w[^>]*>|(?:(?!\(\?<\w)[^\\])+/g;

/** What has its only `*` at the end is a beginning: an index knows where those stand. Patterns are the slowest. */
function readGlob(glob: string): TextTest {
  const [beginning = "", ...rest] = glob.split("*");
  if (rest.join("") === "") return { kind: "begins", text: beginning };
  if (beginning === "" && rest.length === 1) return { kind: "ends", text: rest.join("") };
  return { kind: "matches", pattern: `^${[beginning, ...rest].map(escaped).join(".*")}$` };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** The words of a value; a `*` at its end makes the last one a beginning. */
export function phraseOf(text: string): Phrase {
  return { words: wordsOf(text), isPrefix: text.endsWith("*") };
}
