// What a picker shows for what was typed so far: more of it at each step, until it is all there is.
import {
  addBit,
  countBits,
  firstPlaces,
  noBits,
  placesIn,
  without,
  type BitSet,
} from "../../base/bit-set.ts";
import { once } from "../../base/once.ts";
import { allSteps, type Steps } from "../../base/steps.ts";
import { fold } from "../../query/fold-text.ts";
import { asksBody } from "../../query/matches-query.ts";
import type { QueryNode } from "../../query/query.ts";
import { pathAt, type HeldArticles } from "../../index/held-articles.ts";
import { fileAt } from "../../index/select-files.ts";
import type { Desk } from "../desk.ts";
import { lastChange } from "./last-change.ts";
import { isMeantBy, namedPlaces, type SearchedArticles } from "./searched-articles.ts";
import { MOST_ROWS, rowOf, type SourceAnswer, type SourceRow } from "./source-row.ts";
import { typedQuery } from "./typed-query.ts";

/** Between two steps. */
export interface Stop {
  /** What has been found by now. */
  readonly known: () => SourceAnswer;
  /** What comes next takes longer than a key has. */
  readonly isForPause?: true;
}

/** Each step takes a millisecond or two. */
export type Answers = Generator<Stop, SourceAnswer, undefined>;

/** Of more articles a key looks no further where the rows are full of names already. */
export const QUICKLY_ASKED = 20_000;

/** Of so few all that the index knows is told at once, however busy the machine is. */
const ASKED_AT_ONCE = 500;

/** A page that was pasted is looked for no further. */
const LONGEST_TERM = 300;
export const NOTHING: SourceAnswer = { rows: [], total: 0 };

/** Steps of which nothing is known before they are done but what `known` says. */
export function* stopping<T>(steps: Steps<T>, known: () => SourceAnswer): Generator<Stop, T, undefined> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield { known };
  }
}

/** Of the answers on the way to the last each is the beginning of the next. */
export function* answersFor(desk: Desk, searched: SearchedArticles, term: string): Answers {
  if (term.length > LONGEST_TERM) return NOTHING;
  const { articles, byQuery } = searched;
  const answerOf = answersOf(desk, articles);
  const byName = namedPlaces(searched, fold(term).split(/\s+/).filter(Boolean));
  const asked = typedQuery(desk, term);
  if (asked === undefined) return answerOf([byName]);
  const found = noBits(articles.count);
  const known = (): SourceAnswer => answerOf([byName, found]);
  const begun = once(() => {
    if (!asksBody(asked))
      lookAtNewest(desk, articles, { among: without(articles.present, byName), asked, found });
    return known();
  });
  if (articles.count > QUICKLY_ASKED && countBits(byName) >= MOST_ROWS) yield { known, isForPause: true };
  const steps = byQuery(asked);
  const { bits, isExact } = articles.count <= ASKED_AT_ONCE ? allSteps(steps) : yield* stopping(steps, begun);
  const others = without(bits, byName);
  if (isExact) return answerOf([byName, others]);
  // The first file that is read takes longer than a key has.
  if (asksBody(asked)) yield { known, isForPause: true };
  for (const place of placesIn(others, articles.order)) {
    if (isMeantBy(desk, fileAt(articles.index, pathAt(articles, place)), asked)) addBit(found, place);
    yield { known };
  }
  return known();
}

/** An eighth of what a key may take. */
const LOOK_MS = 2;

/** Where a list is too long for a key, it is that of many articles: a look or two at the newest fills the rows. */
function lookAtNewest(
  desk: Desk,
  articles: HeldArticles,
  { among, asked, found }: { readonly among: BitSet; readonly asked: QueryNode; readonly found: BitSet },
): void {
  const end = desk.clock() + LOOK_MS;
  let left = MOST_ROWS;
  for (const place of placesIn(among, articles.order)) {
    if (isMeantBy(desk, fileAt(articles.index, pathAt(articles, place)), asked)) {
      addBit(found, place);
      left--;
    }
    if (left === 0 || desk.clock() >= end) return;
  }
}

/** Of sets that have no place in common, those of the first before those of the second. */
function answersOf(desk: Desk, articles: HeldArticles): (sets: readonly BitSet[]) => SourceAnswer {
  const { order } = articles;
  const known = new Map<number, readonly SourceRow[]>();
  const rowAt = (place: number): readonly SourceRow[] => {
    const row = known.get(place) ?? rowIn(desk, articles, place);
    known.set(place, row);
    return row;
  };
  return (sets) => {
    const places = sets.flatMap((set) => firstPlaces(set, order, MOST_ROWS)).slice(0, MOST_ROWS);
    return {
      rows: places.flatMap(rowAt),
      total: sets.map(countBits).reduce((sum, count) => sum + count, 0),
    };
  };
}

function rowIn(desk: Desk, articles: HeldArticles, place: number): readonly SourceRow[] {
  const file = fileAt(articles.index, pathAt(articles, place));
  if (file?.head === undefined) return [];
  const { path, head } = file;
  return [rowOf(desk, head, { path, moment: lastChange(head)?.epochMs })];
}
