// Which articles go with one: those that share its telling words and its rarer tags, weighed by what their heads say.
import { isBefore } from "../base/code-point-order.ts";
import { fold, wordsOf } from "../query/fold-text.ts";
import type { ArticleHead } from "./file-row.ts";
import { prepared, type Index } from "./open-index.ts";
import { articleCount, articlesWithTag } from "./postings.ts";
import { FILE_COLUMNS, readFile, type IndexedFile } from "./read-rows.ts";
import { tellingWords, type TellingWord, type ToldText } from "./telling-words.ts";

/** Why an article goes with another. */
export interface Kinship {
  /** Telling words of the one that the other has, too, the strongest first. */
  readonly words: readonly string[];
  /** Folded. */
  readonly tags: readonly string[];
  readonly section: "same" | "near" | "other";
  /** The other has pinned the one. */
  readonly isPinning: boolean;
}

export interface RelatedFile extends IndexedFile {
  readonly kinship: Kinship;
  /** Above 0, more is closer; comparable for one article only. To three decimals. */
  readonly score: number;
}

/** The article others are related to. */
export type Told = ToldText & ArticleHead;

/** Candidates that are looked at closely; more only where several are equal. */
const CLOSE = 40;

/**
 * The articles related to the one at `path`, the closest first, then the newest, then by path: the same for the same files,
 * however the index was built. Whatever their state: the caller asks the gate. Cost: tellingWords and 0.5 ms.
 */
export function relatedFiles(index: Index, told: Told, path: string): RelatedFile[] {
  const row = prepared(index, `SELECT ${FILE_COLUMNS}, newest FROM file WHERE id = ?`);
  const related: (RelatedFile & { readonly newest: number })[] = [];
  for (const [id, words] of closest(tellingWords(index, told), tagPostings(index, told.tags))) {
    const found = row.get(id);
    if (found === undefined || found["path"] === path) continue;
    const file = readFile(found);
    if (file.head === undefined) continue;
    const close = relate(index, { told, words }, { ...file, head: file.head });
    if (close !== undefined) related.push({ ...close, newest: Number(found["newest"]) });
  }
  return related.sort(
    (a, b) => b.score - a.score || a.newest - b.newest || (isBefore(a.path, b.path) ? -1 : 1),
  );
}

function tagPostings(index: Index, tags: readonly string[]): TagWeight[] {
  return [...new Set(tags.map(fold))].map((tag) => ({
    weight: tagWeight(index, tag),
    articles: articlesWithTag(index, tag).articles,
  }));
}

interface TagWeight {
  readonly weight: number;
  readonly articles: readonly number[];
}

/** A tag is a word that somebody chose. */
const TAG = 3;

function tagWeight(index: Index, tag: string): number {
  return TAG * Math.log(1 + articleCount(index) / Math.max(1, articlesWithTag(index, tag).count));
}

/** The files (file.id) with the most in common, and their words; equals of the last one too: a cut among equals would be chance. */
function closest(
  words: readonly TellingWord[],
  tags: readonly TagWeight[],
): [number, readonly TellingWord[]][] {
  const sums = new Map<number, number>();
  const shared = new Map<number, TellingWord[]>();
  for (const { weight, articles } of [...tags, ...words]) {
    for (const id of articles) sums.set(id, (sums.get(id) ?? 0) + weight);
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1]);
  const least = ranked[CLOSE]?.[1] ?? 0;
  for (const [id, sum] of ranked) if (sum >= least) shared.set(id, []);
  for (const word of words) for (const id of word.articles) shared.get(id)?.push(word);
  return [...shared];
}

interface Telling {
  readonly told: Told;
  /** Those the other has, too. */
  readonly words: readonly TellingWord[];
}

type Other = IndexedFile & { readonly head: ArticleHead };

/** Undefined for what shares too little: one word of the text is chance. */
function relate(index: Index, { told, words }: Telling, file: Other): RelatedFile | undefined {
  const { head } = file;
  const others = new Set(head.tags.map(fold));
  const tags = [...new Set(told.tags.map(fold))].filter((tag) => others.has(tag));
  const isPinning = head.related.some((name) => name === told.slug || name.replace(/^id:/, "") === told.id);
  const prominent = new Set(wordsOf([head.headline, head.summary ?? "", ...head.tags].join(" ")));
  const weighed = words.map(({ word, weight }) => ({
    word,
    weight: prominent.has(word) ? 2 * weight : weight,
  }));
  if (words.length + 2 * tags.length + (isPinning ? 2 : 0) < 2) return undefined;
  const section = sectionKinship(told.section, head.section);
  const sum =
    weighed.reduce((total, { weight }) => total + weight, 0) / lengthFactor(file.words) +
    tags.reduce((total, tag) => total + tagWeight(index, tag), 0) +
    (isPinning ? PIN : 0);
  const score = Math.round(sum * SECTION[section] * ageFactor(told, head) * 1000) / 1000;
  const strongest = weighed.sort((a, b) => b.weight - a.weight).map(({ word }) => word);
  return { ...file, score, kinship: { words: strongest, tags, section, isPinning } };
}

const PIN = 10;
const SECTION = { same: 1.3, near: 1.15, other: 1 } as const;

/** A long article shares more words by chance. */
function lengthFactor(words: number): number {
  return Math.sqrt(1 + words / 400);
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
