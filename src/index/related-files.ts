// Which articles go with one: those that share its telling words and its rarer tags, weighed by what their heads say.
import { isBefore } from "../base/code-point-order.ts";
import { fold } from "../query/fold-text.ts";
import type { ArticleHead } from "./file-row.ts";
import { prepared, rowsOf, type Index } from "./open-index.ts";
import { articlesWithTag, postingsOf, type Postings } from "./postings.ts";
import { cellsOf, FILE_CELLS, FILE_COLUMNS, readFile, type IndexedFile } from "./read-rows.ts";
import { prominentWords, tellingWords, type TellingWord, type ToldText } from "./telling-words.ts";

/** Why an article goes with another. */
export interface Kinship {
  /** Telling words of the one that the other has, too, the strongest first. */
  readonly words: readonly string[];
  /** Folded. */
  readonly tags: readonly string[];
  readonly section: "same" | "near" | "other";
  /** The one links to the other in its text, or the other has pinned the one. */
  readonly link: "links" | "pins" | "none";
}

export interface RelatedFile extends IndexedFile {
  readonly kinship: Kinship;
  /** Above 0, more is closer; comparable for one article only. To three decimals. */
  readonly score: number;
}

/** The article others are related to. */
export type Told = ToldText & ArticleHead;

/** Candidates that are looked at closely; more only where several are equal. */
const CLOSE = 24;

/**
 * The articles related to one, itself among them, the closest first, then the newest, then by path: the same for the same files,
 * however the index was built. Whatever their state: the caller asks the gate. Cost: tellingWords and
 * 0.5 ms.
 */
export function relatedFiles(index: Index, told: Told): RelatedFile[] {
  const postings = postingsOf(index);
  const row = rowsOf(prepared(index, `SELECT ${FILE_COLUMNS}, newest FROM file WHERE id = ?`));
  const related: (RelatedFile & { readonly newest: number })[] = [];
  for (const [id, words] of closest(tellingWords(postings, told), tagPostings(postings, told.tags))) {
    const found = row.get(id);
    if (found === undefined) continue;
    const file = readFile(found);
    if (file.head === undefined) continue;
    const close = relate(postings, { told, words }, { ...file, head: file.head });
    if (close !== undefined) related.push({ ...close, newest: Number(cellsOf(found)[FILE_CELLS]) });
  }
  return related.sort(
    (a, b) => b.score - a.score || a.newest - b.newest || (isBefore(a.path, b.path) ? -1 : 1),
  );
}

function tagPostings(postings: Postings, tags: readonly string[]): TagWeight[] {
  return [...new Set(tags.map(fold))].map((tag) => ({
    weight: tagWeight(postings, tag),
    newest: articlesWithTag(postings, tag).newest,
  }));
}

interface TagWeight {
  readonly weight: number;
  readonly newest: readonly number[];
}

/** A tag is a word that somebody chose. */
const TAG = 3;

function tagWeight(postings: Postings, tag: string): number {
  return TAG * Math.log(1 + postings.articles / Math.max(1, articlesWithTag(postings, tag).count));
}

/**
 * The files (file.id) with the most in common, each with the words it shares; equals of the last one too, because a cut
 * among equals would be chance. Of those with the same tag the newest come first.
 */
function closest(
  words: readonly TellingWord[],
  tags: readonly TagWeight[],
): [number, readonly TellingWord[]][] {
  const sums = new Map<number, number>();
  const add = (id: number, weight: number): void => void sums.set(id, (sums.get(id) ?? 0) + weight);
  for (const { weight, newest } of tags)
    for (const [rank, id] of newest.entries()) add(id, weight * (1 - rank / (4 * newest.length)));
  for (const { weight, articles } of words) for (const id of articles) add(id, weight);
  const least = [...sums.values()].sort((a, b) => b - a)[CLOSE] ?? 0;
  const shared = new Map<number, TellingWord[]>();
  for (const [id, sum] of sums) if (sum >= least) shared.set(id, []);
  for (const word of words) for (const id of word.articles) shared.get(id)?.push(word);
  return [...shared];
}

interface Telling {
  readonly told: Told;
  /** Those the other has, too. */
  readonly words: readonly TellingWord[];
}

type Other = IndexedFile & { readonly head: ArticleHead };

/** Undefined for what shares too little. */
function relate(postings: Postings, { told, words }: Telling, file: Other): RelatedFile | undefined {
  const { head } = file;
  const others = new Set(head.tags.map(fold));
  const tags = [...new Set(told.tags.map(fold))].filter((tag) => others.has(tag));
  const link = linkBetween(told, head);
  const weighed = words.length === 0 ? [] : weigh(words, prominentWords(head));
  const closeness =
    weighed.reduce((sum, { weight }) => sum + weight, 0) / lengthFactor(file.words) +
    tags.reduce((sum, tag) => sum + tagWeight(postings, tag), 0) +
    (link === "none" ? 0 : LINK);
  const isChance = tags.length === 0 && link === "none" && closeness < LEAST * Math.log(postings.articles);
  if (isChance || closeness === 0) return undefined;
  const section = sectionKinship(told.section, head.section);
  const score = Math.round(closeness * SECTION[section] * ageFactor(told, head) * 1000) / 1000;
  return { ...file, score, kinship: { words: weighed.map(({ word }) => word), tags, section, link } };
}

/** The shared words with what they count, the strongest first: most where both articles put them in front. */
function weigh(
  words: readonly TellingWord[],
  others: ReadonlySet<string>,
): { word: string; weight: number }[] {
  return words
    .map(({ word, weight, isProminent }) => {
      const fronts = (isProminent ? 1 : 0) + (others.has(word) ? 1 : 0);
      return { word, weight: weight * (FRONTS[fronts] ?? 0) };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** By how many of the two have the word in headline, summary or tags. */
const FRONTS = [0.4, 1, 2];
/** What words alone must come to, in logarithms of the number of articles: below it they are chance. */
const LEAST = 3;
/** What an editor has joined. */
const LINK = 10;
const SECTION = { same: 1.3, near: 1.15, other: 1 } as const;

/** A long article shares more words by chance. */
function lengthFactor(words: number): number {
  return Math.sqrt(1 + words / 400);
}

function linkBetween(told: Told, other: ArticleHead): Kinship["link"] {
  if (told.body.includes(`](article:${other.slug})`)) return "links";
  const isPinning = other.related.some((name) => name === told.slug || name.replace(/^id:/, "") === told.id);
  return isPinning ? "pins" : "none";
}

/** Sections are neighbours where one lies in the other, or both in the same one. */
function sectionKinship(one: string | undefined, other: string | undefined): Kinship["section"] {
  if (one === undefined || other === undefined) return "other";
  if (one === other) return "same";
  return one.split("/")[0] === other.split("/")[0] ? "near" : "other";
}

const HALF_LIFE_MS = 180 * 24 * 60 * 60 * 1000;

/** What is of the same days goes a little better together: by a quarter at most. */
function ageFactor(one: ArticleHead, other: ArticleHead): number {
  const [a, b] = [firstMoment(one), firstMoment(other)];
  if (a === undefined || b === undefined) return 1;
  return 1 + 0.25 * 2 ** (-Math.abs(a - b) / HALF_LIFE_MS);
}

function firstMoment({ published, created }: ArticleHead): number | undefined {
  return (published ?? created)?.epochMs;
}
