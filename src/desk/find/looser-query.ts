// What may have been meant by words that found nothing: the same words asked for in a way that finds something.
import { StetError } from "../../base/stet-error.ts";
import { nearWords } from "../../index/near-words.ts";
import { countFiles } from "../../index/select-files.ts";
import { wordsOf } from "../../query/fold-text.ts";
import { isWholeQuery } from "../../query/rebuild-query.ts";
import { withBylines } from "../../query/sought-phrases.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import type { Desk } from "../desk.ts";
import { readQuery } from "./read-query.ts";

/** How the words are asked for: each by itself and not in a row, as beginnings of words, spelled as articles do, or any of them. */
export interface LooserQuery {
  readonly how: "apart" | "beginnings" | "respelled" | "any";
  /** As a command line has them, before its shell's quotes. */
  readonly words: readonly string[];
  readonly articles: number;
  /** The words that no article has, where they were spelled as articles do, and what stands for them. */
  readonly respelled?: ReadonlyMap<string, string>;
}

/** The words of a command line; a search looks for them in bylines, too. */
export interface Sought {
  readonly typed: readonly string[];
  readonly inBylines: boolean;
}

/** Enough to find by, of a whole sentence. */
const MOST_WORDS = 4;

/**
 * The first way that finds an article, for the words of a command line that found none; undefined where none does, or
 * where they are a query with connectives of its own. Counts once a word.
 */
export function looserQuery(desk: Desk, { typed, inBylines }: Sought): LooserQuery | undefined {
  if (typed.some((word) => CONNECTIVE.test(word))) return undefined;
  const free = typed.filter((word) => isFree(word));
  const others = typed.filter((word) => !isFree(word));
  const words = [...new Set(free.flatMap(wordsOf))];
  if (words.length === 0) return undefined;
  const found = (how: LooserQuery["how"], asked: readonly string[]): LooserQuery | undefined => {
    const articles = count(desk, { typed: [...asked, ...others], inBylines });
    return articles === 0 ? undefined : { how, words: [...asked, ...others], articles };
  };
  const isInARow = free.some((word) => wordsOf(word).length > 1);
  return (
    (isInARow ? found("apart", words) : undefined) ??
    found("beginnings", words.map(beginning)) ??
    respelled(desk, { words, others, inBylines }) ??
    (words.length > 1 ? found("any", anyOf(rarest(desk, { typed: words, inBylines }))) : undefined)
  );
}

/** Each costs a look at all words that begin as it does. */
const MOST_RESPELLED = 3;

interface Words {
  readonly words: readonly string[];
  readonly others: readonly string[];
  readonly inBylines: boolean;
}

/** The words, each that no article has replaced by the nearest that articles have. */
function respelled(desk: Desk, { words, others, inBylines }: Words): LooserQuery | undefined {
  const has = (word: string): boolean => count(desk, { typed: [word], inBylines }) > 0;
  const unknown = words.filter((word) => !has(word));
  if (unknown.length > MOST_RESPELLED) return undefined;
  const near = new Map<string, string>();
  for (const word of unknown) {
    const meant = askIndex(desk, (index) => nearWords(index, word)).find(has);
    if (meant === undefined) return undefined;
    near.set(word, meant);
  }
  if (near.size === 0) return undefined;
  const asked = [...words.map((word) => near.get(word) ?? word), ...others];
  const articles = count(desk, { typed: asked, inBylines });
  return articles === 0 ? undefined : { how: "respelled", words: asked, articles, respelled: near };
}

const CONNECTIVE = /^(?:OR|AND|NOT|\||\(|\))$/;

/** True for a word or phrase that is looked for as it stands. */
function isFree(word: string): boolean {
  return isWords(word) && !word.startsWith("@");
}

function isWords(word: string): boolean {
  return !/^[-!]|^\S*[:=~<>]/.test(word) && !isWholeQuery(word);
}

/** Shorter ones begin too much. */
function beginning(word: string): string {
  return word.length < 3 ? word : `${word}*`;
}

/** One argument with spaces and OR is read as a query. */
function anyOf(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [words.join(" OR ")];
}

/** Of the words that articles have those that tell most, in their order. */
function rarest(desk: Desk, { typed, inBylines }: Sought): readonly string[] {
  const known = typed
    .map((word) => ({ word, articles: count(desk, { typed: [word], inBylines }) }))
    .filter(({ articles }) => articles > 0);
  const kept = new Set(known.toSorted((a, b) => a.articles - b.articles).slice(0, MOST_WORDS));
  return known.filter((each) => kept.has(each)).map(({ word }) => word);
}

/** None where only looking at each article could tell. */
function count(desk: Desk, { typed, inBylines }: Sought): number {
  if (typed.length === 0) return 0;
  const { node } = readQuery(desk, typed);
  return askIndex(desk, (index) => countFiles(index, inBylines ? withBylines(node) : node, desk.now)) ?? 0;
}

/** A saved query by itself, `name` as it is typed. */
export interface SavedApart {
  readonly name: string;
  /** As a command line has them. */
  readonly words: readonly string[];
  readonly articles: number;
}

/**
 * The words with the saved query that one of them holds among others (`"salt @hot"`) by itself; undefined where none
 * does, where stet.yaml has no such query, and where that finds nothing either.
 */
export function withSavedApart(desk: Desk, { typed, inBylines }: Sought): SavedApart | undefined {
  for (const [at, word] of typed.entries()) {
    const name = isWords(word) ? SAVED_AMONG_WORDS.exec(word)?.[1] : undefined;
    if (name === undefined || name === word || !desk.settings.queries.has(name.slice(1))) continue;
    const rest = word.split(/\s+/).filter((each) => each !== "" && each !== name);
    const words = [...typed.slice(0, at), ...rest, name, ...typed.slice(at + 1)];
    const articles = countIfQuery(desk, { typed: words, inBylines });
    if (articles > 0) return { name, words, articles };
  }
  return undefined;
}

const SAVED_AMONG_WORDS = /(?:^|\s)(@[\p{L}\p{M}\p{N}_-]+)(?=\s|$)/u;

/** None where the saved query cannot be read: nobody has asked for it yet. */
function countIfQuery(desk: Desk, sought: Sought): number {
  try {
    return count(desk, sought);
  } catch (error) {
    if (error instanceof StetError && error.kind === "usage") return 0;
    throw error;
  }
}
