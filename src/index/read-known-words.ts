// What shells complete, out of the index: every slug with its headline, and the sections, tags and bylines in use.
import { prepared, type Index } from "./open-index.ts";

export interface KnownSlug {
  readonly slug: string;
  /** Empty for a file that holds no article. */
  readonly headline: string;
}

/** Values as articles write them, with the number of articles that do. */
export type Tally = ReadonlyMap<string, number>;

export interface KnownWords {
  /** The latest change first. */
  readonly slugs: readonly KnownSlug[];
  readonly sections: Tally;
  readonly tags: Tally;
  readonly authors: Tally;
}

/** Reads every row: about a second at 100,000 articles. */
export function readKnownWords(index: Index): KnownWords {
  const rows = prepared(
    index,
    `SELECT slug, json_extract(head, '$.headline') AS headline, json_extract(head, '$.section') AS section,
      json_extract(head, '$.tags') AS tags, json_extract(head, '$.authors') AS authors
      FROM file ORDER BY newest, path`,
  ).all();
  return {
    slugs: rows.map(({ slug, headline }) => ({ slug: textOf(slug), headline: textOf(headline) })),
    sections: tallyOf(rows.map(({ section }) => [textOf(section)])),
    tags: tallyOf(rows.map(({ tags }) => listOf(tags).map(textOf))),
    authors: tallyOf(rows.map(({ authors }) => listOf(authors).map(nameOf))),
  };
}

function tallyOf(rows: readonly (readonly string[])[]): Tally {
  const tally = new Map<string, number>();
  for (const row of rows)
    for (const value of row) if (value !== "") tally.set(value, (tally.get(value) ?? 0) + 1);
  return tally;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: unknown): readonly unknown[] {
  const list: unknown = typeof value === "string" ? JSON.parse(value) : [];
  return Array.isArray(list) ? list : [];
}

function nameOf(author: unknown): string {
  return typeof author === "object" && author !== null && "name" in author ? textOf(author.name) : "";
}
