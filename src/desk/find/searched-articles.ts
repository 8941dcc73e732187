// The articles a picker looks among: what it holds of them, kept up with an index that another stet writes to.
import { addBit, growBits, inBoth, type BitSet } from "../../base/bit-set.ts";
import { allSteps, sharedSteps, type Steps } from "../../base/steps.ts";
import { matchesQuery } from "../../query/matches-query.ts";
import type { Query, QueryNode } from "../../query/query.ts";
import { followIndex, holdArticles, type HeldArticles } from "../../index/held-articles.ts";
import { placeMatcher, type PlaceMatcher } from "../../index/match-places.ts";
import type { AskedFor, NewestFirst } from "../../index/newest-first.ts";
import type { Index } from "../../index/open-index.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { fileAt } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Desk } from "../desk.ts";
import { keepPausesShort } from "../keep-heap-small.ts";
import { askedOf } from "./asked-of.ts";
import { nameSearch, type NameSearch } from "./name-search.ts";

/** Articles as one state of an index has them. */
export interface SearchedArticles {
  readonly articles: HeldArticles;
  /** Over those that were read in one. */
  readonly names: NameSearch;
  readonly byQuery: PlaceMatcher;
}

/** Those that the index has now. Costs what was written since it was last asked, or reading all where that is too much. */
export type NowSearched = (index: Index) => Steps<SearchedArticles>;

/** Reads those that match `query`, now, and what is new later. */
export function searchedArticles(desk: Desk, index: Index, query: Query): NowSearched {
  const first = allSteps(searchAnew(desk, index, query, ROWS_AT_ONCE), keepPausesShort);
  // A key behind a change, pressed before a person waits for one: the first time takes longer than a key has.
  let held = allSteps(searchOn(desk, index, { query, held: first }));
  let next: { readonly index: Index; readonly steps: () => Steps<SearchedArticles> } | undefined;
  return function* now(current) {
    while (held.articles.index !== current || held.articles.identity !== identityOf(current)) {
      if (next?.index !== current)
        next = { index: current, steps: sharedSteps(searchOn(desk, current, { query, held })) };
      const { steps } = next;
      const found = yield* steps();
      if (next?.steps !== steps) continue;
      held = found;
      next = undefined;
    }
    return held;
  };
}

/** Where nobody waits between two steps, few of them cost two thirds of what many do. */
const ROWS_AT_ONCE = 10_000;

function* searchAnew(desk: Desk, index: Index, query: Query, rows?: number): Steps<SearchedArticles> {
  const asked = askedFor(desk, index, query);
  const articles = yield* holdArticles(index, rows === undefined ? asked : { ...asked, rows });
  yield;
  const names = yield* nameSearch(yield* joinNames(articles.first));
  return { articles, names, byQuery: placeMatcher(articles, desk.now) };
}

function* searchOn(
  desk: Desk,
  index: Index,
  { query, held }: { readonly query: Query; readonly held: SearchedArticles },
): Steps<SearchedArticles> {
  const { articles: before, names } = held;
  const articles =
    index === before.index ? yield* followIndex(before, askedFor(desk, index, query)) : undefined;
  if (articles === undefined) {
    yield;
    return yield* searchAnew(desk, index, query);
  }
  return { articles, names, byQuery: placeMatcher(articles, desk.now) };
}

function askedFor(desk: Desk, index: Index, { node }: Query): AskedFor {
  return { node, at: desk.now, isMeant: (path) => isMeantBy(desk, fileAt(index, path), node) };
}

export function isMeantBy(desk: Desk, file: IndexedFile | undefined, node: QueryNode): boolean {
  return file !== undefined && matchesQuery(askedOf(desk, file), node);
}

function namesIn(articles: NewestFirst): string[] {
  return allSteps(joinNames(articles));
}

/** A millisecond. */
const NAMES_A_STEP = 4_000;

function* joinNames({ slugs, headlines }: NewestFirst): Steps<string[]> {
  const names: string[] = [];
  for (const [at, slug] of slugs.entries()) {
    names.push(`${slug} ${headlines[at] ?? ""}`);
    if (at % NAMES_A_STEP === NAMES_A_STEP - 1) yield;
  }
  return names;
}

/** The places of those whose slug or headline holds all the words. */
export function namedPlaces({ articles, names }: SearchedArticles, words: readonly string[]): BitSet {
  const { first, later, count, present } = articles;
  const found = growBits(names(words), count);
  for (const [at, name] of namesIn(later).entries())
    if (words.every((word) => name.includes(word))) addBit(found, first.ids.length + at);
  return inBoth(found, present);
}
