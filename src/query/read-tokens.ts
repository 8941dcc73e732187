// Query text -> tokens, each with its place. A token is a parenthesis, a connective, a phrase, a word, or a field with
// its operator and value; what the value means is parse-query.ts's business.
import { nearest } from "../base/nearest.ts";
import { badQuery } from "./bad-query.ts";
import { fieldNamed, habitFor, isUnasked, QUERY_NAMES } from "./query-field.ts";
import type { QueryField } from "./query.ts";

export type Operator = ":" | "=" | "!=" | "~" | "<" | "<=" | ">" | ">=";

/** One alternative of a value: `"a b"` is quoted; `start` is its place in the query. */
export interface Item {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly start: number;
}

export type Token =
  | { readonly kind: "open" | "close" | "or" | "and" | "not"; readonly start: number }
  | WordToken
  | {
      readonly kind: "field";
      readonly field: QueryField | "is" | "has";
      readonly operator: Operator;
      readonly items: readonly Item[];
      readonly start: number;
    };

export interface WordToken {
  readonly kind: "phrase" | "word";
  readonly text: string;
  readonly start: number;
}

export type FieldToken = Extract<Token, { kind: "field" }>;

const CONNECTIVES: Readonly<Record<string, "or" | "and" | "not">> = {
  OR: "or",
  AND: "and",
  NOT: "not",
  "|": "or",
};
const FIELD = /([A-Za-z][\w.-]*)(:|!=|<=|>=|=|~|<|>)/y;
const BARE = /[^\s()"]+/y;
const ITEM = /[^\s()",]*/y;
/** A value as it stands there, its quotes with it. */
const VALUE = /(?:"(?:[^"\\]|\\.)*"|\S)*/y;
const PHRASE = /"((?:[^"\\]|\\.)*)"/y;
const REGEX = /\/(?:[^/\\]|\\.)+\//y;

/** The names of the newsroom's own fields, which stand behind `x.` in a query. */
type OwnNames = Pick<ReadonlySet<string>, "has">;

/** Throws StetError usage/bad-query, with a caret, for an unclosed quote and a field that is none. */
export function readTokens(query: string, own: OwnNames): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(query, 0); at < query.length; at = skipBlanks(query, at)) {
    const { token, end } = readToken(query, at, own);
    tokens.push(token);
    at = end;
  }
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function readToken(query: string, at: number, own: OwnNames): Read {
  const character = query[at] ?? "";
  if (character === "(") return { token: { kind: "open", start: at }, end: at + 1 };
  if (character === ")") return { token: { kind: "close", start: at }, end: at + 1 };
  if (character === '"') {
    const { text, end } = readPhrase(query, at);
    return { token: { kind: "phrase", text, start: at }, end };
  }
  const isNegation = (character === "-" || character === "!") && /[^\s)]/.test(query[at + 1] ?? "");
  if (isNegation) return { token: { kind: "not", start: at }, end: at + 1 };
  const match = matchAt(FIELD, query, at);
  const field = match === undefined ? undefined : readField(query, at, { match, own });
  return field ?? readBare(query, at);
}

function readBare(query: string, at: number): Read {
  const text = matchAt(BARE, query, at)?.[0] ?? "";
  requireBlanks(query, at, text.search(/(?<=[^|])\|(?=[^|])/));
  const connective = CONNECTIVES[text];
  const token: Token =
    connective === undefined ? { kind: "word", text, start: at } : { kind: connective, start: at };
  return { token, end: at + text.length };
}

const TERM_BEHIND_BAR = /\|(?=[!-]?[A-Za-z][\w.-]*[:=~<>])/;

/** Throws for a | within a word, `bar` characters from `at`, that was meant to stand between two terms. */
function requireBlanks(query: string, at: number, bar: number): void {
  if (bar === -1) return;
  const [before, behind] = [query.slice(0, at + bar), query.slice(at + bar + 1)];
  throw badQuery(
    query,
    at + bar,
    "a | between two terms has a blank on either side",
    `${before} | ${behind}`,
  );
}

/** URLs, times and quotations hold colons too: only a name that is a field or looks mistyped is taken for one. */
function readField(
  query: string,
  at: number,
  { match, own }: { readonly match: RegExpExecArray; readonly own: OwnNames },
): Read | undefined {
  const [typed, name = "", symbol = ""] = match;
  const field = fieldNamed(name);
  const valueStart = at + typed.length;
  const value = matchAt(VALUE, query, valueStart)?.[0] ?? "";
  if (symbol !== "~" && !value.startsWith('"'))
    requireBlanks(query, valueStart, value.search(TERM_BEHIND_BAR));
  if (field === undefined) {
    if (own.has(name)) throw badQuery(query, at, `"${name}" is not a field`, `x.${name}${symbol}${value}`);
    requireNoSlip(query, at, { name, value, symbol });
    return undefined;
  }
  const operator = operatorOf(symbol);
  const { items, end } = readItems(query, valueStart, operator);
  const isEmpty = items.every(({ text, isQuoted }) => text === "" && !isQuoted);
  if (isEmpty) throw badQuery(query, valueStart, `${name}${symbol} needs a value`, `${name}:any`);
  return { token: { kind: "field", field, operator, items, start: at }, end };
}

function operatorOf(symbol: string): Operator {
  const operators: readonly Operator[] = [":", "=", "!=", "~", "<=", ">=", "<", ">"];
  return operators.find((operator) => operator === symbol) ?? ":";
}

function requireNoSlip(
  query: string,
  at: number,
  typed: { name: string; value: string; symbol: string },
): void {
  const { name, value, symbol } = typed;
  if (value.startsWith("//") || /^\d/.test(name)) return;
  const habit = habitFor(name, value);
  if (isUnasked(name, value)) throw badQuery(query, at, `no query asks for "${name}"`, "stet help query");
  const near = name.length > 2 ? nearest(name, QUERY_NAMES)[0] : undefined;
  const meant = habit ?? (near === undefined ? undefined : `${near}${symbol}${value}`);
  if (meant !== undefined) throw badQuery(query, at, `"${name}" is not a field`, meant);
}

function readItems(query: string, start: number, operator: Operator): { items: Item[]; end: number } {
  const regex = operator === "~" ? matchAt(REGEX, query, start) : undefined;
  if (regex !== undefined) {
    requireEnd(query, start, regex[0]);
    return { items: [{ text: regex[0], isQuoted: false, start }], end: start + regex[0].length };
  }
  const items: Item[] = [];
  let at = start;
  for (;;) {
    const { item, end } = readItem(query, at);
    items.push(item);
    at = end;
    if (query[at] !== ",") return { items, end: at };
    at++;
  }
}

/** What stands right behind a regular expression would be a word to look for, which nobody means: it is flags, most of all. */
function requireEnd(query: string, start: number, regex: string): void {
  const end = start + regex.length;
  if (!/[^\s()]/.test(query[end] ?? " ")) return;
  throw badQuery(
    query,
    end,
    "a regular expression ends at its second /: it takes no flags and needs none",
    `headline~${regex}`,
  );
}

function readItem(query: string, at: number): { item: Item; end: number } {
  if (query[at] === '"') {
    const { text, end } = readPhrase(query, at);
    return { item: { text, isQuoted: true, start: at }, end };
  }
  const text = matchAt(ITEM, query, at)?.[0] ?? "";
  return { item: { text, isQuoted: false, start: at }, end: at + text.length };
}

function readPhrase(query: string, at: number): { text: string; end: number } {
  const match = matchAt(PHRASE, query, at);
  if (match === undefined) throw badQuery(query, at, "this quote is never closed", closed(query));
  return { text: (match[1] ?? "").replace(/\\(.)/g, "$1"), end: at + match[0].length };
}

/** A backslash at the end would keep the quote from closing anything. */
function closed(query: string): string {
  const [slashes = ""] = /\\*$/.exec(query) ?? [];
  return `${query}${slashes.length % 2 === 1 ? "\\" : ""}"`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function skipBlanks(query: string, from: number): number {
  let at = from;
  while (/\s/.test(query[at] ?? "")) at++;
  return at;
}
