// The names a query may use: fields with their aliases, and what people of other tools type instead.
import { QUERY_FIELDS, type NamedField, type QueryField } from "./query.ts";

const ALIASES: Readonly<Record<string, NamedField>> = {
  by: "author",
  in: "section",
  language: "lang",
  tags: "tag",
  authors: "author",
};

/** What is typed elsewhere, and what it is here; `*` stands for the value. */
const HABITS: Readonly<Record<string, string>> = {
  since: "updated:*..",
  after: "updated:*..",
  before: "updated:..*",
  state: "is:*",
  label: "tag:*",
  title: "headline:*",
  category: "section:*",
  date: "published:*",
  year: "published:*",
  type: "kind:*",
  topic: "tag:*",
  keyword: "tag:*",
  byline: "author:*",
  writer: "author:*",
};

/** Fields of an article or a row that a query asks for in another way, whatever value they are given. */
const ASKED_OTHERWISE: Readonly<Record<string, string>> = {
  image: "has:image",
  related: "has:related",
  translation_of: "has:translation",
  quotes: "has:quote",
  corrected: "is:corrected",
  live: "is:live",
  valid: "is:invalid",
};

/** Fields of an article or a row that no query asks for. */
const UNASKED: ReadonlySet<string> = new Set([
  "kicker",
  "dateline",
  "source",
  "notes",
  "former_slugs",
  "path",
  "problems",
]);

/** Every name that stands before an operator, for suggestions. */
export const QUERY_NAMES: readonly string[] = [...Object.keys(QUERY_FIELDS), "is", "has"];

/** The field a name means, `is` and `has` included; undefined when it is none. */
export function fieldNamed(name: string): QueryField | "is" | "has" | undefined {
  const word = name.toLowerCase();
  if (word === "is" || word === "has") return word;
  if (word.startsWith("x.") && word.length > 2) return `x.${name.slice(2)}`;
  return isNamedField(word) ? word : ALIASES[word];
}

/** True for one of the newsroom's own fields, as `x.print_page`. */
export function isOwnField(field: string): field is `x.${string}` {
  return field.startsWith("x.");
}

function isNamedField(word: string): word is NamedField {
  return Object.hasOwn(QUERY_FIELDS, word);
}

/** What somebody who typed `name:value` out of habit wants, or undefined. */
export function habitFor(name: string, value: string): string | undefined {
  const word = name.toLowerCase();
  // "Live: the storm" is a headline.
  const otherwise = value === "" ? undefined : ASKED_OTHERWISE[word];
  return HABITS[word]?.replace("*", value) ?? otherwise;
}

/** True where `name:value` asks for a field that there is, and that no query knows. */
export function isUnasked(name: string, value: string): boolean {
  return value !== "" && UNASKED.has(name.toLowerCase());
}
