// The words of a query -> a Query. Each command-line word is one term; the shell has already eaten the quotes.
import { KINDS, STATUSES } from "../article/article.ts";
import { STATES } from "../article/state.ts";
import { nearest } from "../base/nearest.ts";
import { StetError } from "../base/stet-error.ts";
import { HAS, QUERY_FIELDS, type Query, type QueryField, type Term } from "./query.ts";

const ALIASES: Readonly<Record<string, QueryField>> = {
  by: "author",
  in: "section",
  language: "lang",
  tags: "tag",
};

/** What people of other tools type, and what it is here. */
const HABITS: Readonly<Record<string, string>> = {
  state: "is",
  label: "tag",
  title: "headline",
  category: "section",
};

const CLOSED: Readonly<Partial<Record<QueryField, readonly string[]>>> = {
  is: [...STATES, "corrected"],
  has: HAS,
  status: STATUSES,
  kind: KINDS,
};

/**
 * `section:europe`, `status:draft,review`, `!tag:sport` (on a command line also `-tag:sport`), `is:live`, `has:image`
 * and free words, all of which must hold. Throws StetError usage/bad-query with a caret and the nearest name.
 */
export function parseQuery(words: readonly string[]): Query {
  return { terms: words.filter((word) => word !== "").map((word) => parseTerm(word)) };
}

function parseTerm(word: string): Term {
  const isNegated = /^[!-]./.test(word);
  const bare = isNegated ? word.slice(1) : word;
  const match = /^([A-Za-z][\w.]*)[:=](.*)$/s.exec(bare);
  if (match === null) return { kind: "word", text: bare, isNegated };
  const [, name = "", rest = ""] = match;
  const field = fieldNamed(name);
  if (field === undefined) {
    if (!isNearField(name)) return { kind: "word", text: bare, isNegated };
    throw unknownField(word, name, rest);
  }
  const values = rest.split(",").filter((value) => value !== "");
  if (values.length === 0) throw badQuery(word, bare.length, `${name}: needs a value`, `${name}:any-value`);
  for (const value of values) checkValue(word, field, value);
  return { kind: "field", field, values, isNegated };
}

function fieldNamed(name: string): QueryField | undefined {
  if (name in QUERY_FIELDS)
    return Object.keys(QUERY_FIELDS).find((field): field is QueryField => field === name);
  return ALIASES[name];
}

/** URLs, times and quotations hold colons too: only what looks like a mistyped field is refused. */
function isNearField(name: string): boolean {
  return name in HABITS || (name.length > 2 && nearest(name, Object.keys(QUERY_FIELDS)).length > 0);
}

function unknownField(word: string, name: string, rest: string): StetError {
  const meant = HABITS[name] ?? nearest(name, Object.keys(QUERY_FIELDS))[0] ?? "headline";
  return badQuery(word, word.indexOf(name), `"${name}" is not a field`, `${meant}:${rest}`);
}

function checkValue(word: string, field: QueryField, value: string): void {
  const known = CLOSED[field];
  if (known === undefined || known.includes(value)) return;
  const near = nearest(value, known)[0];
  const hint = near === undefined ? `one of ${known.join(", ")}` : `${field}:${near}`;
  throw badQuery(word, word.indexOf(value), `"${value}" is no value of ${field}:`, hint);
}

function badQuery(word: string, at: number, message: string, hint: string): StetError {
  return new StetError("usage", "bad-query", message, { detail: `  ${word}\n  ${" ".repeat(at)}^`, hint });
}
