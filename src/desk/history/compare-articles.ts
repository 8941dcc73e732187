// What changed between two readings of an article, field by field, in the words of the file.
import type { Article, Author, Embargo } from "../../article/article.ts";
import { FIELDS, type FieldName } from "../../article/fields.ts";
import type { Instant } from "../../base/instant.ts";

/** A value as it is compared and shown: lists item by item; null is none. */
export type Value = string | readonly string[] | null;

export interface FieldChange {
  /** A key of the file, or a part of one: `image.alt`, `x.mood`. */
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** The fields that differ, in the order of a file; the body is left to compare-bodies.ts. A missing article has none. */
export function compareArticles(before: Article | undefined, after: Article | undefined): FieldChange[] {
  const old = before === undefined ? new Map<string, Value>() : valuesOf(before);
  const now = after === undefined ? new Map<string, Value>() : valuesOf(after);
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => rank(a) - rank(b));
  return fields.flatMap((field) => {
    const change = { field, before: old.get(field) ?? null, after: now.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

function rank(field: string): number {
  return FIELDS.findIndex(({ name }) => field === name || field.startsWith(`${name}.`));
}

function valuesOf(article: Article): Map<string, Value> {
  const values = FIELDS.flatMap(({ name }) => READ[name](article));
  return new Map(values.filter(([, value]) => value !== null && value.length > 0));
}

type Named = readonly [field: string, value: Value];
type Read = (article: Article) => readonly Named[];

const one =
  (name: FieldName, read: (article: Article) => Value | undefined): Read =>
  (article) => [[name, read(article) ?? null]];

const READ: Readonly<Record<FieldName, Read>> = {
  id: one("id", ({ id }) => id),
  headline: one("headline", ({ headline }) => headline),
  slug: one("slug", ({ slug }) => slug),
  former_slugs: one("former_slugs", ({ formerSlugs }) => formerSlugs),
  kicker: one("kicker", ({ kicker }) => kicker),
  summary: one("summary", ({ summary }) => summary),
  section: one("section", ({ section }) => section),
  authors: one("authors", ({ authors }) => authors.map(nameOf)),
  dateline: one("dateline", ({ dateline }) => dateline),
  tags: one("tags", ({ tags }) => tags),
  language: one("language", ({ language }) => language),
  kind: one("kind", ({ kind }) => kind),
  status: one("status", ({ status }) => status),
  created: one("created", ({ created }) => written(created)),
  published: one("published", ({ published }) => written(published)),
  updated: one("updated", ({ updated }) => written(updated)),
  embargo: one("embargo", ({ embargo }) => written(embargo)),
  expires: one("expires", ({ expires }) => written(expires)),
  image: ({ image }) => partsOf("image", image ?? {}),
  related: one("related", ({ related }) => related),
  translation_of: one("translation_of", ({ translationOf }) => translationOf),
  corrections: one("corrections", ({ corrections }) => corrections.map(({ text }) => text)),
  source: one("source", ({ source }) => source),
  notes: one("notes", ({ notes }) => notes),
  x: ({ x }) => partsOf("x", x),
  body: () => [],
};

function nameOf({ name, role }: Author): string {
  return role === undefined ? name : `${name} (${role})`;
}

function written(moment: Instant | Embargo | undefined): string | undefined {
  return typeof moment === "object" ? moment.written : moment;
}

function partsOf(name: string, parts: object): Named[] {
  return Object.entries(parts).map(([key, value]: [string, unknown]) => [
    `${name}.${key}`,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
}
