// Which of the articles that a picker holds match a query, between two keys: every part of the query is asked once and
// kept as a set, and sets are joined in memory, so that the next letter pays for what is new in it.
import { STATUSES } from "../article/article.ts";
import { STATES } from "../article/state.ts";
import {
  addBit,
  bitsWhere,
  growBits,
  inBoth,
  inEither,
  noBits,
  without,
  type BitSet,
} from "../base/bit-set.ts";
import type { QueryField, QueryNode, Range, TextTest } from "../query/query.ts";
import { testFor } from "../query/text-test.ts";
import type { HeldArticles } from "./held-articles.ts";
import { isNumberAtHand, type NewestFirst } from "./newest-first.ts";
import { prepared, reading } from "./open-index.ts";
import { proseMatch } from "./prose-match.ts";
import { isOpen, type Condition } from "./condition.ts";
import { conditionAmongArticles } from "./query-sql.ts";
import { eachRowNumber } from "./read-columns.ts";
import { HAS_BIT } from "./schema.ts";
import { valuesOf } from "./select-files.ts";

/** The places of the articles that match a query. */
export interface Matching {
  readonly bits: BitSet;
  /** False where only looking at each can tell: places may be among them that the query does not mean. */
  readonly isExact: boolean;
}

export type PlaceMatcher = (node: QueryNode) => Matching;

/** `at` is the instant of states, epoch milliseconds. A part costs 0.1 us an article that matches it, the first time. */
export function placeMatcher(held: HeldArticles, at: number): PlaceMatcher {
  const { index, count, present: all, placeOf } = held;
  const kept = new Map<string, Matching>();
  const values = new Map<string, readonly string[]>();
  const listed = new Map<string, BitSet>();

  const match = (node: QueryNode): Matching => {
    const key = JSON.stringify(node);
    const matching = kept.get(key) ?? matchAnew(node);
    kept.set(key, matching);
    return matching;
  };
  const matchAnew = (node: QueryNode): Matching => {
    const atHand = bitsAtHand(held, node);
    if (atHand !== undefined) return { bits: inBoth(all, atHand), isExact: true };
    // The full-text index joins its words itself.
    if (proseMatch(node) !== undefined) return ask(node);
    if (node.kind === "and") return joined(node.nodes.map(match), inBoth, all);
    if (node.kind === "or") return joined(node.nodes.map(match), inEither, noBits(count));
    if (node.kind === "text" && isSpelledOut(node))
      return joined(spelledOut(node).map(match), inEither, noBits(count));
    if (node.kind !== "not") return ask(node);
    const { bits, isExact } = match(node.node);
    return isExact ? { bits: without(all, bits), isExact } : { bits: all, isExact };
  };
  const valuesIn = (field: string): readonly string[] => {
    const known = values.get(field) ?? reading(index, () => valuesOf(index, field));
    values.set(field, known);
    return known;
  };
  const spelledOut = ({ field, test }: TextNode): QueryNode[] => {
    const passing = valuesIn(field).filter(testFor(test));
    return passing.map((text) => ({ kind: "text", field, test: { kind: "equals", text } }));
  };
  const ask = (node: QueryNode): Matching => {
    const condition = conditionAmongArticles(node, { at, valuesOf: valuesIn, isHasty: true });
    return { bits: isOpen(condition) ? all : bitsOf(condition), isExact: condition.isExact };
  };
  const bitsOf = ({ sql, params, list = `SELECT id FROM file WHERE ${sql}` }: Condition): BitSet => {
    const key = JSON.stringify([list, params]);
    const bits = listed.get(key) ?? noBits(count);
    if (listed.has(key)) return bits;
    // In one text: rows that come one by one take three times as long.
    const asked = `SELECT json_group_array(id) AS ids FROM (${list})`;
    eachRowNumber(reading(index, () => prepared(index, asked).get(...params))?.["ids"], (id) => {
      const place = placeOf[id] ?? -1;
      if (place >= 0) addBit(bits, place);
    });
    listed.set(key, bits);
    return bits;
  };
  return match;
}

/** For what the columns tell without the index. */
function bitsAtHand({ first, later, count }: HeldArticles, node: QueryNode): BitSet | undefined {
  const [isIn, isInLater] = [testAtHand(first, node), testAtHand(later, node)];
  if (isIn === undefined || isInLater === undefined) return undefined;
  const before = first.ids.length;
  const bits = growBits(bitsWhere(before, isIn), count);
  for (let place = before; place < count; place++) if (isInLater(place - before)) addBit(bits, place);
  return bits;
}

function testAtHand(
  { states, has, tags, authors, numbers, slugs, headlines }: NewestFirst,
  node: QueryNode,
): ((place: number) => boolean) | undefined {
  if (node.kind === "state") return (place) => states[place] === node.state;
  if (node.kind === "has") return (place) => ((has[place] ?? 0) & HAS_BIT[node.what]) !== 0;
  // Nearly all have some, and the index one row for each.
  if (asksAny(node, "tag")) return (place) => (tags[place] ?? 0) > 0;
  if (asksAny(node, "author")) return (place) => (authors[place] ?? 0) > 0;
  if (node.kind === "range" && isNumberAtHand(node.field)) return within(numbers[node.field], node.range);
  if (node.kind !== "text" || node.test.kind === "phrase") return undefined;
  const isPassed = testFor(node.test);
  if (node.field === "status") {
    const passing = new Set<string>(STATES.filter((state) => isPassed(statusIn(state))));
    return (place) => passing.has(states[place] ?? "");
  }
  const names = node.field === "slug" ? slugs : node.field === "headline" ? headlines : undefined;
  if (names === undefined) return undefined;
  return (place) => isPassed(names[place] ?? "");
}

/** Nothing is within that is not a number. */
function within(
  numbers: Float64Array,
  { from = -Infinity, to = Infinity }: Range,
): (place: number) => boolean {
  return (place) => {
    const number = numbers[place] ?? Number.NaN;
    return number >= from && number < to;
  };
}

/** The states of what is published have names of their own. */
function statusIn(state: string): string {
  return STATUS_NAMES.has(state) ? state : "published";
}

const STATUS_NAMES: ReadonlySet<string> = new Set(STATUSES);

function asksAny(node: QueryNode, field: QueryField): boolean {
  if (node.kind === "present") return node.field === field;
  return node.kind === "text" && node.field === field && node.test.kind === "begins" && node.test.text === "";
}

/** Tests of which the index can only tell by trying them on all values. */
const PATTERNS: ReadonlySet<TextTest["kind"]> = new Set(["phrase", "contains", "ends", "matches"]);

/** Fields of few values: what a pattern finds is what the values it fits find, and so is known for the next pattern. */
const FEW_VALUES: ReadonlySet<QueryField> = new Set(["section", "kind", "lang", "tag", "author"]);

/** Of so few that a beginning is worth that, too. */
export const FEWEST_VALUES: readonly QueryField[] = ["section", "kind", "lang"];

function isSpelledOut({ field, test }: TextNode): boolean {
  return test.kind === "begins"
    ? FEWEST_VALUES.includes(field)
    : PATTERNS.has(test.kind) && FEW_VALUES.has(field);
}

type TextNode = Extract<QueryNode, { kind: "text" }>;

/** `first` is what the first part is joined to, and changes nothing. */
function joined(
  parts: readonly Matching[],
  join: (some: BitSet, others: BitSet) => BitSet,
  first: BitSet,
): Matching {
  return {
    bits: parts.map(({ bits }) => bits).reduce(join, first),
    isExact: parts.every(({ isExact }) => isExact),
  };
}
