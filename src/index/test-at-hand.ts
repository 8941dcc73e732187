// What a picker's columns tell of a part of a query, without the index.
import { STATUSES } from "../article/article.ts";
import { STATES } from "../article/state.ts";
import type { Phrase, QueryNode, Range } from "../query/query.ts";
import { holdsPhrase, testFor } from "../query/text-test.ts";
import { isNumberAtHand, type NewestFirst } from "./newest-first.ts";
import { HAS_BIT, OPEN } from "./schema.ts";

export interface TestAtHand {
  /** Of a place in the columns. */
  readonly isIn: (place: number) => boolean;
  /** False where it holds for some that the query does not mean. */
  readonly isExact: boolean;
}

/** Undefined where only the index knows. */
export function testAtHand(columns: NewestFirst, node: QueryNode): TestAtHand | undefined {
  const isIn = exactTest(columns, node);
  if (isIn !== undefined) return { isIn, isExact: true };
  // One without words is a correction, and yet says nothing.
  const isCorrection = node.kind === "present" && node.field === "correction";
  return isCorrection ? { isIn: having(columns, "correction"), isExact: false } : undefined;
}

type IsIn = TestAtHand["isIn"];

function exactTest(columns: NewestFirst, node: QueryNode): IsIn | undefined {
  switch (node.kind) {
    case "all":
      return () => true;
    case "invalid":
      return () => false;
    case "state":
      return (place) => columns.states[place] === node.state;
    case "has":
      return having(columns, node.what);
    case "present":
      return presentAtHand(columns, node.field);
    case "range":
      return isNumberAtHand(node.field) ? within(columns.numbers[node.field], node.range) : undefined;
    case "text":
      return textAtHand(columns, node);
    case "and":
    case "or":
    case "not":
    case "words":
      return undefined;
  }
}

function having({ has }: NewestFirst, what: keyof typeof HAS_BIT): IsIn {
  return (place) => ((has[place] ?? 0) & HAS_BIT[what]) !== 0;
}

/** Of tags and bylines nearly all articles have some, and the index one row for each. */
function presentAtHand(
  columns: NewestFirst,
  field: Extract<QueryNode, { kind: "present" }>["field"],
): IsIn | undefined {
  if (field === "tag") return (place) => (columns.tags[place] ?? 0) > 0;
  if (field === "author") return (place) => (columns.authors[place] ?? 0) > 0;
  if (field === "summary" || field === "body") return having(columns, field);
  if (field === "headline" || field === "words") return () => true;
  if (!isNumberAtHand(field)) return undefined;
  const numbers = columns.numbers[field];
  return (place) => !Number.isNaN(numbers[place]);
}

function textAtHand(
  columns: NewestFirst,
  { field, test }: Extract<QueryNode, { kind: "text" }>,
): IsIn | undefined {
  if (test.kind === "begins" && test.text === "" && (field === "tag" || field === "author"))
    return presentAtHand(columns, field);
  if (test.kind === "phrase") return field === "headline" ? begunInHeadline(columns, test.phrase) : undefined;
  const isPassed = testFor(test);
  if (field === "status") {
    const passing = new Set<string>(STATES.filter((state) => isPassed(statusIn(state))));
    return (place) => passing.has(columns.states[place] ?? "");
  }
  const names = field === "slug" ? columns.slugs : field === "headline" ? columns.headlines : undefined;
  return names === undefined ? undefined : (place) => isPassed(names[place] ?? "");
}

/** Words that are only begun: whole ones the full-text index knows sooner. */
function begunInHeadline({ headlines }: NewestFirst, phrase: Phrase): IsIn | undefined {
  if (!phrase.isPrefix) return undefined;
  return (place) => {
    const headline = headlines[place] ?? "";
    return phrase.words.every((word) => headline.includes(word)) && holdsPhrase(headline, phrase);
  };
}

/** Nothing is within that is not a number; an open embargo is within no bounds. */
function within(numbers: Float64Array, { from = -Infinity, to = OPEN }: Range): IsIn {
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
