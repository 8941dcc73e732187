// A query as a tree of terms: what parse-query.ts makes of words and what matches-query.ts, and later the index, asks.

/** The fields a query can name, each with how its values are compared. */
export const QUERY_FIELDS = {
  slug: "keyword",
  section: "keyword",
  status: "keyword",
  kind: "keyword",
  lang: "keyword",
  tag: "keyword",
  author: "text",
  headline: "text",
  summary: "text",
  body: "text",
  is: "flag",
  has: "flag",
} as const;

export type QueryField = keyof typeof QUERY_FIELDS;

/** What an article may be asked to have. */
export const HAS = ["quote", "image", "correction", "related", "embargo"] as const;
export type Having = (typeof HAS)[number];

/** `values` are alternatives; a `word` term looks through headline, summary, body and tags. */
export type Term =
  | {
      readonly kind: "field";
      readonly field: QueryField;
      readonly values: readonly string[];
      readonly isNegated: boolean;
    }
  | { readonly kind: "word"; readonly text: string; readonly isNegated: boolean };

/** All terms must hold; no term means every article. */
export interface Query {
  readonly terms: readonly Term[];
}
