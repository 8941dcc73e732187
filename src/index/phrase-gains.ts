// What each article gains by each phrase of a search: BM25F as SQL over every occurrence of its words in the full-text index.
import type { Phrase } from "../query/query.ts";
import type { SoughtPhrase, TextField } from "../query/sought-phrases.ts";
import { prepared, type Index } from "./open-index.ts";

/** A SELECT of `doc` (file.id) and `gain` (whole thousandths); an article may come several times. */
export interface Gains {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** How much one occurrence counts, by column of the index; corrections only where they are asked for. */
const WEIGHTS = { headline: 8, summary: 4, tags: 3, authors: 3, body: 1, corrections: 1 } as const;
type Column = keyof typeof WEIGHTS;

const FREE_COLUMNS: readonly Column[] = ["headline", "summary", "body", "authors", "tags"];
const COLUMN_OF: Readonly<Record<TextField, Column>> = {
  headline: "headline",
  summary: "summary",
  body: "body",
  author: "authors",
  correction: "corrections",
};

/** All gains of all phrases. Of the phrases one must be given. */
export function phraseGains(index: Index, sought: readonly SoughtPhrase[]): Gains {
  index.database.exec(OCCURRENCES);
  const size = sizeOf(index);
  const parts = sought.map(({ phrase, field }) =>
    gainOf(index, { phrase, columns: field === undefined ? FREE_COLUMNS : [COLUMN_OF[field]] }, size),
  );
  return { sql: unionOf(parts.map(({ sql }) => sql)), params: parts.flatMap(({ params }) => params) };
}

/** SQLite takes 500 SELECTs for one UNION, and as many unions as there may be in each of them. */
const MOST_IN_UNION = 400;

/** The rows of all these SELECTs: in groups of groups where there are too many for one UNION. */
function unionOf(selects: readonly string[]): string {
  if (selects.length <= MOST_IN_UNION) return selects.join(" UNION ALL ");
  const groups = Array.from({ length: Math.ceil(selects.length / MOST_IN_UNION) }, (_, at) =>
    selects.slice(at * MOST_IN_UNION, (at + 1) * MOST_IN_UNION),
  );
  return unionOf(groups.map((group) => `SELECT * FROM (${unionOf(group)})`));
}

/** A view of the full-text index that belongs to this connection: one row for each occurrence of a word. */
const OCCURRENCES =
  "CREATE VIRTUAL TABLE IF NOT EXISTS temp.occurrence USING fts5vocab (main, prose, instance)";

interface Size {
  readonly articles: number;
  /** Of a body, on average. */
  readonly words: number;
}

/** From the rows, which are gone when their articles are. */
function sizeOf(index: Index): Size {
  const sql = "SELECT count(words) AS articles, avg(words) AS words FROM file";
  const { articles, words } = prepared(index, sql).get() ?? {};
  return { articles: Number(articles ?? 0), words: Math.max(1, Number(words ?? 1)) };
}

interface Wanted {
  readonly phrase: Phrase;
  readonly columns: readonly Column[];
}

/** BM25's usual constants: how soon more occurrences stop counting, and how much a long body takes away. */
const K1 = 1.2;
const B = 0.75;

function gainOf(index: Index, wanted: Wanted, size: Size): Gains {
  const match = `{${wanted.columns.join(" ")}} : "${wanted.phrase.words.join(" ")}"${wanted.phrase.isPrefix ? " *" : ""}`;
  const occurrences = occurrencesOf(wanted.phrase, match);
  const tally = `SELECT doc, sum(${weightIn(wanted.columns)}) AS tally FROM (${occurrences.sql}) GROUP BY doc`;
  return {
    sql: `SELECT doc, CAST(round(? * tally / (tally + ? + ? * coalesce(words, 0))) AS INTEGER) AS gain
      FROM (${tally}) JOIN file ON file.id = doc WHERE tally > 0`,
    params: [
      1000 * (K1 + 1) * rarityOf(index, match, size),
      K1 * (1 - B),
      (K1 * B) / size.words,
      ...occurrences.params,
    ],
  };
}

/** How much a phrase says by being rare: the inverse document frequency of BM25, never below 0. */
function rarityOf(index: Index, match: string, { articles }: Size): number {
  const count: unknown = prepared(index, "SELECT count(*) AS count FROM prose WHERE prose MATCH ?").get(
    match,
  )?.["count"];
  const found = typeof count === "number" ? count : 0;
  return Math.log(1 + (articles - found + 0.5) / (found + 0.5));
}

function weightIn(columns: readonly Column[]): string {
  return `CASE col ${columns.map((column) => `WHEN '${column}' THEN ${WEIGHTS[column]}`).join(" ")} ELSE 0 END`;
}

/** `doc` and `col` of each place where the words of the phrase stand one behind the other. */
function occurrencesOf({ words, isPrefix }: Phrase, match: string): Gains {
  const last = words.length - 1;
  const parts = words.map((word, at) => placesOf(word, at, isPrefix && at === last));
  const params = parts.flatMap(({ params }) => params);
  const places = unionOf(parts.map(({ sql }) => sql));
  if (last === 0) return { sql: places, params };
  // Only articles that hold the phrase: the words alone may stand in very many.
  return {
    sql: `SELECT doc, col FROM (${places}) WHERE doc IN (SELECT rowid FROM prose WHERE prose MATCH ?)
      GROUP BY doc, col, start HAVING count(*) = ${words.length}`,
    params: [...params, match],
  };
}

function placesOf(word: string, at: number, isPrefix: boolean): Gains {
  const sql = `SELECT doc, col, offset - ${at} AS start FROM occurrence WHERE`;
  if (!isPrefix) return { sql: `${sql} term = ?`, params: [word] };
  return { sql: `${sql} term >= ? AND term < ?`, params: [word, `${word}\u{10FFFF}`] };
}
