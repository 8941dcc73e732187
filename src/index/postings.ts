// Which articles have a word or a tag, where few do: asked again for each article of a publication, so the answers are kept.
import { prepared, type Index } from "./open-index.ts";
import { generationOf } from "./write-rows.ts";

/** What more articles than this have tells none of them from the others. */
const FEW = 300;
/** Words whose answers are kept: 24 MB if each is as long as it may be. */
const MOST_KEPT = 20_000;

interface Kept {
  readonly generation: string;
  readonly articles: number;
  readonly words: Map<string, readonly number[] | undefined>;
  readonly tags: Map<string, TagPostings>;
}

export interface TagPostings {
  /** How many articles have the tag. */
  readonly count: number;
  /** They (file.id); none where there are many. */
  readonly articles: readonly number[];
}

const kept = new WeakMap<Index, Kept>();

/** The answers that hold for the index as it is now. */
function keptOf(index: Index): Kept {
  const generation = generationOf(index);
  const known = kept.get(index);
  if (known?.generation === generation) return known;
  const count: unknown = prepared(index, "SELECT count(words) AS count FROM file").get()?.["count"];
  const articles = typeof count === "number" ? count : 0;
  const fresh = { generation, articles, words: new Map(), tags: new Map() };
  kept.set(index, fresh);
  return fresh;
}

/** How many articles there are. */
export function articleCount(index: Index): number {
  return keptOf(index).articles;
}

/** The articles with a folded word, or with several in a row, in headline, summary, body or tags; undefined where many have it. */
export function articlesWithWord(index: Index, word: string): readonly number[] | undefined {
  const { words } = keptOf(index);
  if (words.has(word)) return words.get(word);
  if (words.size >= MOST_KEPT) words.clear();
  const found = idsOf(index, WORD_FILES, `{headline summary body tags} : "${word}"`);
  const few = found.length > FEW ? undefined : found;
  words.set(word, few);
  return few;
}

const WORD_FILES = `SELECT json_group_array(rowid) AS ids FROM
  (SELECT rowid FROM prose WHERE prose MATCH ? LIMIT ${FEW + 1})`;

/** Who has a folded tag. */
export function articlesWithTag(index: Index, tag: string): TagPostings {
  const { tags } = keptOf(index);
  const known = tags.get(tag);
  if (known !== undefined) return known;
  const counted: unknown = prepared(index, TAG_COUNT).get(tag)?.["count"];
  const count = typeof counted === "number" ? counted : 0;
  const found = { count, articles: count > FEW ? [] : idsOf(index, TAG_FILES, tag) };
  tags.set(tag, found);
  return found;
}

const TAG_COUNT = "SELECT count(*) AS count FROM term WHERE field = 'tag' AND value = ?";
const TAG_FILES = "SELECT json_group_array(file) AS ids FROM term WHERE field = 'tag' AND value = ?";

/** One text for the whole list: a tenth of the cost of a row for each. */
function idsOf(index: Index, sql: string, asked: string): number[] {
  const ids: unknown = prepared(index, sql).get(asked)?.["ids"];
  const list: unknown = typeof ids === "string" ? JSON.parse(ids) : [];
  return Array.isArray(list) ? list.filter((id) => typeof id === "number") : [];
}
