// What a picker shows for what was typed so far: rows of the index, gathered once and filtered in memory.
import {
  addBit,
  countBits,
  firstPlaces,
  growBits,
  inBoth,
  noBits,
  placesIn,
  without,
  type BitSet,
} from "../../base/bit-set.ts";
import { fold } from "../../query/fold-text.ts";
import { asksBody, matchesQuery } from "../../query/matches-query.ts";
import type { Query, QueryNode } from "../../query/query.ts";
import { followIndex, holdArticles, pathAt, type HeldArticles } from "../../index/held-articles.ts";
import { FEWEST_VALUES, placeMatcher, type PlaceMatcher } from "../../index/match-places.ts";
import type { AskedFor, NewestFirst } from "../../index/newest-first.ts";
import { readingTogether, type Index } from "../../index/open-index.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { fileAt } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Desk } from "../desk.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { askedOf } from "./asked-of.ts";
import { lastChange } from "./list-fields.ts";
import { nameSearch, type NameSearch } from "./name-search.ts";
import { MOST_ROWS, rowOf, type ArticleSource, type SourceAnswer, type SourceRow } from "./source-row.ts";
import { typedQuery } from "./typed-query.ts";

/** The latest answers are kept: letters are taken back, and each key asks for its term twice. */
const MOST_KEPT = 200;

/**
 * A source over the articles that match `query`, newest first. A term finds articles whose slug or headline holds all
 * its words, or parts of words, and behind them those it matches as a query, the last word as a beginning, too. Costs one
 * walk and the names of all, now, and a look at what is new when another stet has written to the index; what the index
 * leaves open costs a look at each article, as in a list.
 */
export function articleSource(desk: Desk, query: Query): ArticleSource {
  const ask = <T>(work: (index: Index) => T): T =>
    askIndex(desk, (index) => readingTogether(index, () => work(index)));
  let held = ask((index) => holdAnew(desk, index, query));
  ask((index) => {
    // A key behind a change, pressed before a person waits for one: all that it needs is made ready.
    answersFor(desk, holdOn(desk, index, { query, held }), "e").next();
    // What the reading of all rows has in its cache goes with the next change: now, and not while a key waits.
    index.database.exec("PRAGMA shrink_memory");
  });
  const kept = new Map<string, Answering>();
  const begin = (term: string): Answering =>
    ask((index) => {
      // Another stet has written to the index, or it was made anew: what was found is not what is there.
      if (identityOf(index) !== held.articles.identity) {
        held = holdOn(desk, index, { query, held });
        kept.clear();
      }
      return next({ answer: NOTHING, answers: answersFor(desk, held, term) });
    });
  const goOn = (known: Answering): Answering =>
    known.answer.isPartial === true ? ask(() => next(known)) : known;
  return (term) => {
    const known = kept.get(term);
    // What stands on the screen is what Enter chooses, whatever was written meanwhile.
    const answering = known === undefined ? begin(term) : goOn(known);
    kept.delete(term);
    kept.set(term, answering);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return answering.answer;
  };
}

/** An answer, and what makes the next of it where it is partial. */
interface Answering {
  readonly answer: SourceAnswer;
  readonly answers: Iterator<SourceAnswer, void, undefined>;
}

function next({ answer: { rows, total }, answers }: Answering): Answering {
  return { answer: answers.next().value ?? { rows, total }, answers };
}

interface Held {
  readonly articles: HeldArticles;
  /** Over those that were read in one. */
  readonly names: NameSearch;
  readonly byQuery: PlaceMatcher;
}

function holdAnew(desk: Desk, index: Index, query: Query): Held {
  const articles = holdArticles(index, askedFor(desk, index, query));
  const names = nameSearch(namesIn(articles.first));
  const byQuery = placeMatcher(articles, desk.now);
  // What nearly all articles have is near the time of a key, and the first of its kind beyond it.
  for (const field of FEWEST_VALUES) byQuery({ kind: "text", field, test: { kind: "begins", text: "" } });
  return { articles, names, byQuery };
}

function holdOn(
  desk: Desk,
  index: Index,
  { query, held: { articles: before, names } }: { readonly query: Query; readonly held: Held },
): Held {
  const articles = index === before.index ? followIndex(before, askedFor(desk, index, query)) : undefined;
  if (articles === undefined) return holdAnew(desk, index, query);
  return { articles, names, byQuery: placeMatcher(articles, desk.now) };
}

function askedFor(desk: Desk, index: Index, { node }: Query): AskedFor {
  return { node, at: desk.now, isMeant: (path) => isMeantBy(desk, fileAt(index, path), node) };
}

function namesIn({ slugs, headlines }: NewestFirst): string[] {
  return slugs.map((slug, at) => `${slug} ${headlines[at] ?? ""}`);
}

/** The places of those whose slug or headline holds all the words. */
function named({ articles, names }: Held, words: readonly string[]): BitSet {
  const { first, later, count, present } = articles;
  const found = growBits(names(words), count);
  for (const [at, name] of namesIn(later).entries())
    if (words.every((word) => name.includes(word))) addBit(found, first.ids.length + at);
  return inBoth(found, present);
}

/** A page that was pasted is looked for no further. */
const LONGEST_TERM = 300;
const NOTHING: SourceAnswer = { rows: [], total: 0 };

/** Of more articles a word of the text may take longer than a key has, and the rows are full of names already. */
const QUICKLY_ASKED = 20_000;

/** Each within a key press, the last of them whole. */
function* answersFor(desk: Desk, held: Held, term: string): Generator<SourceAnswer, void, undefined> {
  if (term.length > LONGEST_TERM) return yield NOTHING;
  const { articles } = held;
  const byName = named(held, fold(term).split(/\s+/).filter(Boolean));
  const asked = typedQuery(desk, term);
  if (asked === undefined) return yield answerOf(desk, articles, [byName]);
  if (articles.count > QUICKLY_ASKED && countBits(byName) >= MOST_ROWS)
    yield { ...answerOf(desk, articles, [byName]), isPartial: true };
  const { bits, isExact } = held.byQuery(asked);
  const others = without(bits, byName);
  if (isExact) return yield answerOf(desk, articles, [byName, others]);
  // The first file that is read takes longer than a key has.
  if (asksBody(asked)) yield { ...answerOf(desk, articles, [byName]), isPartial: true };
  for (const { found, isPartial } of lookedAt(desk, articles, others, asked)) {
    const answer = answerOf(desk, articles, [byName, found]);
    yield isPartial ? { ...answer, isPartial } : answer;
  }
}

/** A third of what a key may take. */
const SLICE_MS = 5;

/** Those of the places whose articles the query means, in slices of the time of a key. */
function* lookedAt(
  desk: Desk,
  articles: HeldArticles,
  places: BitSet,
  node: QueryNode,
): Generator<{ readonly found: BitSet; readonly isPartial: boolean }, void, undefined> {
  const { index, count, order } = articles;
  const found = noBits(count);
  let end = desk.clock() + SLICE_MS;
  for (const place of placesIn(places, order)) {
    if (isMeantBy(desk, fileAt(index, pathAt(articles, place)), node)) addBit(found, place);
    if (desk.clock() < end) continue;
    yield { found, isPartial: true };
    end = desk.clock() + SLICE_MS;
  }
  yield { found, isPartial: false };
}

function isMeantBy(desk: Desk, file: IndexedFile | undefined, node: QueryNode): boolean {
  return file !== undefined && matchesQuery(askedOf(desk, file), node);
}

/** Of sets that have no place in common, those of the first before those of the second. */
function answerOf(desk: Desk, articles: HeldArticles, sets: readonly BitSet[]): SourceAnswer {
  const { index, order } = articles;
  const places = sets.flatMap((set) => firstPlaces(set, order, MOST_ROWS)).slice(0, MOST_ROWS);
  return {
    rows: places.flatMap((place) => rowIn(desk, fileAt(index, pathAt(articles, place)))),
    total: sets.map(countBits).reduce((sum, count) => sum + count, 0),
  };
}

function rowIn(desk: Desk, file: IndexedFile | undefined): SourceRow[] {
  if (file?.head === undefined) return [];
  const { path, head } = file;
  return [rowOf(desk, head, { path, moment: lastChange(head)?.epochMs })];
}
