// Which of the articles that a picker holds match one part of a query: by the columns at hand where they tell, else as the
// index has it in a list.
import { addBit, inBoth, noBits, type BitSet } from "../base/bit-set.ts";
import type { Steps } from "../base/steps.ts";
import type { QueryNode } from "../query/query.ts";
import { testFor } from "../query/text-test.ts";
import { isOpen, type List } from "./condition.ts";
import type { HeldArticles } from "./held-articles.ts";
import { prepared, reading } from "./open-index.ts";
import { begunPhrase, endingIn, proseMatch } from "./prose-match.ts";
import { conditionAmongArticles, isTermField } from "./query-sql.ts";
import { eachRowNumber } from "./read-columns.ts";
import { testAtHand, type TestAtHand } from "./test-at-hand.ts";
import { walkList, walkWords, type Visiting } from "./walk-list.ts";

/** The places of the articles that match a query. */
export interface Matching {
  readonly bits: BitSet;
  /** False where only looking at each can tell: places may be among them that the query does not mean. */
  readonly isExact: boolean;
}

export type TextNode = Extract<QueryNode, { kind: "text" }>;

/** `at` is the instant of states, epoch milliseconds; the node joins nothing but words. */
export function askPlaces(held: HeldArticles, node: QueryNode, at: number): Steps<Matching> {
  const tests = [testAtHand(held.first, node), testAtHand(held.later, node)] as const;
  const [isInFirst, isInLater] = tests;
  if (isInFirst !== undefined && isInLater !== undefined) return atHand(held, isInFirst, isInLater);
  if (begunPhrase(node) !== undefined) return ofBegun(held, node);
  if (node.kind === "text" && isTried(node)) return ofTried(held, node);
  return listedIn(held, node, at);
}

/** A tenth of a millisecond; two, where words are cut out of each headline. */
const PLACES_A_STEP = 1_024;

function* atHand(
  { first, count, present }: HeldArticles,
  { isIn, isExact }: TestAtHand,
  later: TestAtHand,
): Steps<Matching> {
  const bits = noBits(count);
  const before = first.ids.length;
  for (let place = 0; place < count; place++) {
    if (place < before ? isIn(place) : later.isIn(place - before)) addBit(bits, place);
    if (place % PLACES_A_STEP === PLACES_A_STEP - 1) yield;
  }
  return { bits: inBoth(present, bits), isExact };
}

/** Visits row numbers, and puts what is there among the bits. */
function adding({ placeOf }: HeldArticles, bits: BitSet): Visiting {
  const visit = (id: number): void => {
    const place = placeOf[id] ?? -1;
    if (place >= 0) addBit(bits, place);
  };
  return { last: placeOf.length - 1, visit };
}

/** The full-text index would join the lists of all words that begin so before it said anything. */
function* ofBegun(held: HeldArticles, node: QueryNode): Steps<Matching> {
  const bits = noBits(held.count);
  const beginning = begunPhrase(node)?.words.at(-1) ?? "";
  yield* walkWords(held.index, beginning, (word) =>
    walkList(held.index, { of: "prose", match: proseMatch(endingIn(node, word)) ?? "" }, adding(held, bits)),
  );
  return { bits, isExact: true };
}

/** What hardly two articles have in common is tried on each. */
function isTried({ field, test: { kind } }: TextNode): boolean {
  return isTermField(field) && kind !== "equals" && kind !== "begins";
}

function* ofTried(held: HeldArticles, { field, test }: TextNode): Steps<Matching> {
  const bits = noBits(held.count);
  const list: List = { of: "term", field, where: [], params: [], order: ["value", "file"] };
  yield* walkList(held.index, list, { ...adding(held, bits), isWanted: testFor(test) });
  return { bits, isExact: true };
}

function* listedIn(held: HeldArticles, node: QueryNode, at: number): Steps<Matching> {
  const { index, count, present } = held;
  const condition = conditionAmongArticles(node, { at, valuesOf: () => [], isHasty: true });
  const { isExact, list, sql, params } = condition;
  if (isOpen(condition)) return { bits: present, isExact };
  const bits = noBits(count);
  const visiting = adding(held, bits);
  if (list !== undefined) yield* walkList(index, list, visiting);
  else {
    const asked = `SELECT json_group_array(id) AS ids FROM file WHERE ${sql}`;
    eachRowNumber(reading(index, () => prepared(index, asked).get(...params))?.["ids"], visiting.visit);
  }
  return { bits, isExact };
}
