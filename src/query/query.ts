// A query as a tree: what parse-query.ts makes of words, and what matches-query.ts and later the index answer.
// Dates in it are already instants and names already fields, so that asking needs no zone and no clock.
import type { State } from "../article/state.ts";

/** How each field that a query can name is compared. `x.*`, the newsroom's own fields, come besides. */
export const QUERY_FIELDS = {
  slug: "keyword",
  id: "keyword",
  section: "section",
  status: "keyword",
  kind: "keyword",
  lang: "language",
  tag: "keyword",
  url: "keyword",
  author: "text",
  headline: "text",
  summary: "text",
  body: "text",
  text: "text",
  correction: "text",
  words: "number",
  created: "moment",
  updated: "moment",
  published: "moment",
  embargo: "moment",
  expires: "moment",
} as const;

export type NamedField = keyof typeof QUERY_FIELDS;
/** A field of the table, or one of the newsroom's own as `x.print_page`. */
export type QueryField = NamedField | `x.${string}`;

/** What an article may be asked to have. */
export const HAS = ["quote", "image", "correction", "related", "translation", "embargo"] as const;
export type Having = (typeof HAS)[number];

/** Words in a row, folded (fold-text.ts); the last may be the beginning of a word. */
export interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** `pattern` is a regular expression's source, read with the flags `iu` over folded text. */
export type TextTest =
  | { readonly kind: "phrase"; readonly phrase: Phrase }
  | { readonly kind: "equals"; readonly text: string }
  | { readonly kind: "begins" | "contains" | "ends"; readonly text: string }
  | { readonly kind: "matches"; readonly pattern: string };

/** `from` is included, `to` is not; either may be open. Moments are epoch milliseconds. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export type QueryNode =
  | { readonly kind: "all" }
  | { readonly kind: "and" | "or"; readonly nodes: readonly QueryNode[] }
  | { readonly kind: "not"; readonly node: QueryNode }
  /** Free words: headline, summary, body and tags. */
  | { readonly kind: "words"; readonly phrase: Phrase }
  | { readonly kind: "text"; readonly field: QueryField; readonly test: TextTest }
  | { readonly kind: "range"; readonly field: QueryField; readonly range: Range }
  | { readonly kind: "present"; readonly field: QueryField }
  | { readonly kind: "state"; readonly state: State }
  /** A file that holds no readable article: it matches this and nothing else. */
  | { readonly kind: "invalid" }
  | { readonly kind: "has"; readonly what: Having };

/** A parsed query: the tree, and its canonical form, which parses to the same tree at the same instant. */
export interface Query {
  readonly node: QueryNode;
  readonly canonical: string;
}

/** What parsing needs to know: the newsroom's zone, the instant that `today` and `-7d` count from, its own fields. */
export interface QueryContext {
  readonly timezone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly ownFields: ReadonlyMap<string, "text" | "number" | "boolean" | "instant">;
  /** The name in bylines that `is:mine` and `author:@me` mean. */
  readonly me?: string;
  /** The saved query that `@name` stands for, `depth` groups deep; it throws for one that is none. Without it `@name` is a word. */
  readonly saved?: (name: string, depth: number) => Query;
}
