// Which articles have a word or a tag: asked for each article of a publication, so what was found is kept while it holds.
import { prepared, type Index } from "./open-index.ts";
import { generationOf } from "./write-rows.ts";

/** Who has what, in the index as it is now. */
export interface Postings {
  readonly index: Index;
  readonly generation: string;
  /** How many articles there are. */
  readonly articles: number;
  readonly words: Map<string, readonly number[] | undefined>;
  readonly tags: Map<string, TagPostings>;
}

export interface TagPostings {
  /** How many articles have the tag. */
  readonly count: number;
  /** They (file.id), the newest first and not more than 150. */
  readonly newest: readonly number[];
}

const kept = new WeakMap<Index, Postings>();

/** The postings to ask for one article; what an earlier one has asked for costs nothing. */
export function postingsOf(index: Index): Postings {
  const generation = generationOf(index);
  const known = kept.get(index);
  if (known?.generation === generation) return known;
  const count: unknown = prepared(index, "SELECT count(words) AS count FROM file").get()?.["count"];
  const articles = typeof count === "number" ? count : 0;
  const fresh = { index, generation, articles, words: new Map(), tags: new Map() };
  kept.set(index, fresh);
  return fresh;
}

/** What more articles than this have tells none of them from the others. */
const FEW = 150;
/** Words whose answers are kept: 20 MB if each is as long as it may be. */
const MOST_KEPT = 20_000;

/** The articles with a folded word, or with several in a row, in any of their texts; undefined where many have it. Cost: 0.05 ms. */
export function articlesWithWord({ index, words }: Postings, word: string): readonly number[] | undefined {
  const known = words.get(word);
  if (known !== undefined || words.has(word)) return known;
  if (words.size >= MOST_KEPT) words.clear();
  const found = idsOf(index, WORD_FILES, `"${word}"`);
  const few = found.length > FEW ? undefined : found;
  words.set(word, few);
  return few;
}

const WORD_FILES = `SELECT json_group_array(rowid) AS ids FROM
  (SELECT rowid FROM prose WHERE prose MATCH ? LIMIT ${FEW + 1})`;

/** Who has a folded tag. Cost: 1 us for each that has it, once. */
export function articlesWithTag({ index, tags }: Postings, tag: string): TagPostings {
  const known = tags.get(tag);
  if (known !== undefined) return known;
  const counted: unknown = prepared(index, TAG_COUNT).get(tag)?.["count"];
  const found = { count: Number(counted ?? 0), newest: idsOf(index, TAG_FILES, tag) };
  tags.set(tag, found);
  return found;
}

const TAG_COUNT = "SELECT count(*) AS count FROM term WHERE field = 'tag' AND value = ?";
const TAG_FILES = `SELECT json_group_array(id) AS ids FROM (SELECT id FROM term CROSS JOIN file ON file.id = term.file
  WHERE field = 'tag' AND value = ? ORDER BY newest, path LIMIT ${FEW})`;

/** One text for the whole list: a tenth of the cost of a row for each. */
function idsOf(index: Index, sql: string, asked: string): number[] {
  const ids: unknown = prepared(index, sql).get(asked)?.["ids"];
  const list: unknown = typeof ids === "string" ? JSON.parse(ids) : [];
  return Array.isArray(list) ? list.filter((id) => typeof id === "number") : [];
}
