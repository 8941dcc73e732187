// A query's tree -> the SQL condition that answers it from the index. A part of a headline is in no
// index, and is looked for in the rows; what rows do not hold (a word of the text without its markup) is left open: the
// condition then holds for more rows, and the desk asks each.
import { wordsOf } from "../query/fold-text.ts";
import { asksInvalid } from "../query/matches-query.ts";
import { testFor } from "../query/text-test.ts";
import type { Having, QueryField, QueryNode, TextTest } from "../query/query.ts";
import { boundText } from "./bound-value.ts";
import { exactly, joined, listed, MAYBE, negated, type Condition } from "./condition.ts";
import { lookAtText } from "./look-at-texts.ts";
import { proseMatch } from "./prose-match.ts";
import { columnOf, newestWithin, rangeCondition } from "./range-condition.ts";
import { HAS_BIT } from "./schema.ts";
import { stateCondition } from "./state-condition.ts";

/** Fields of fixed values: the index lists what they may be. The newsroom's own fields are such, too. */
const TERM_FIELDS: ReadonlySet<QueryField> = new Set([
  "slug",
  "id",
  "section",
  "status",
  "kind",
  "lang",
  "tag",
  "author",
]);

/**
 * What compiling asks: the instant of states (epoch milliseconds), and the folded values a field has in this index. With
 * `isHasty` no texts are looked at: what that would tell is left open.
 */
export interface Asking {
  readonly isHasty?: true;
  /** The rows are wanted in the order of their paths. */
  readonly isByPath?: true;
  readonly at: number;
  readonly valuesOf: (field: string) => readonly string[];
}

/** More values than SQLite takes for one statement. */
const TOO_MANY = 32_000;

/** The condition of a tree. Files that hold no article match only where the query says `is:invalid`. */
export function conditionOf(node: QueryNode, asking: Asking): Condition {
  const { list: _, ...inner } = conditionAmongArticles(node, asking);
  const sql = asksInvalid(node) ? inner.sql : `(head IS NOT NULL AND ${inner.sql})`;
  return { ...inner, sql };
}

/** The same, for whoever looks at articles only: what it holds for besides is undefined. */
export function conditionAmongArticles(node: QueryNode, asking: Asking): Condition {
  const whole = compile(node, asking);
  return whole.params.length > TOO_MANY ? MAYBE : whole;
}

function compile(node: QueryNode, asking: Asking): Condition {
  const match = proseMatch(node);
  if (match !== undefined) return matching(match);
  switch (node.kind) {
    case "all":
      return exactly("head IS NOT NULL");
    case "and":
      return joined("AND", compileAll(node.nodes, asking));
    case "or":
      return joined("OR", compileAny(node.nodes, asking));
    case "not":
      return negated(compile(node.node, asking));
    case "words":
      return exactly("0");
    case "text":
      return compileText(node.field, node.test, asking);
    case "range":
      return rangeCondition(node.field, node.range);
    case "present":
      return compilePresent(node.field);
    case "state":
      return stateCondition(node.state, asking);
    case "has":
      return compileHas(node.what);
    case "invalid":
      return exactly("head IS NULL");
  }
}

/** All that the full-text index answers as one question: it joins words faster than lists of rows are joined. */
function compileAll(nodes: readonly QueryNode[], asking: Asking): Condition[] {
  const matches = nodes.map(proseMatch).filter((match) => match !== undefined);
  return [
    ...(matches.length === 0 ? [] : [matching(matches.join(" AND "))]),
    ...nodes.filter((node) => proseMatch(node) === undefined).map((node) => compile(node, asking)),
  ];
}

function matching(match: string): Condition {
  return listed({ of: "prose", match });
}

/** All tests of one field as one question: scripts list slugs by the thousand. */
function compileAny(nodes: readonly QueryNode[], asking: Asking): Condition[] {
  const terms = nodes.filter(isTermTest);
  const fields = new Map<QueryField, TextTest[]>(terms.map(({ field }) => [field, []]));
  for (const { field, test } of terms) fields.get(field)?.push(test);
  return [
    ...[...fields].map(([field, tests]) => compileTerm(field, tests, asking)),
    ...nodes.filter((node) => !isTermTest(node)).map((node) => compile(node, asking)),
  ];
}

function isTermTest(node: QueryNode): node is Extract<QueryNode, { kind: "text" }> {
  return node.kind === "text" && isTermField(node.field);
}

/** True of a field of which the index lists what it may be. */
export function isTermField(field: QueryField): boolean {
  return field.startsWith("x.") || TERM_FIELDS.has(field);
}

function compileText(field: QueryField, test: TextTest, asking: Asking): Condition {
  if (isTermField(field)) return compileTerm(field, [test], asking);
  const words = withWordsOf(field, test);
  const look = asking.isHasty === true ? undefined : lookAtText(field, test);
  if (look === undefined) return words;
  const looking: Condition = { ...exactly(look.sql, ...look.params), looks: true };
  return words === MAYBE ? looking : { ...joined("AND", [words, looking]), isExact: true };
}

/** Any of these tests: what is no plain value is tried on those there are. */
function compileTerm(field: QueryField, tests: readonly TextTest[], { valuesOf }: Asking): Condition {
  const [first] = tests;
  if (first?.kind === "begins" && tests.length === 1) return termBegins(field, boundText(first.text));
  const plain = tests.flatMap((test) => (test.kind === "equals" ? [boundText(test.text)] : []));
  const patterns = tests.filter(({ kind }) => kind !== "equals").map(testFor);
  const known = patterns.length === 0 ? [] : valuesOf(field);
  const passing = known.filter((value) => patterns.some((isPassed) => isPassed(value)));
  return termIs(field, [...plain, ...passing]);
}

function termIs(field: string, values: readonly string[]): Condition {
  if (values.length === 0) return exactly("0");
  const [value = ""] = values;
  if (values.length === 1)
    return listed({ of: "term", field, where: ["value = ?"], params: [value], order: ["file"] });
  const { list: _, ...several } = listed({
    of: "term",
    field,
    where: ["value IN (SELECT value FROM json_each(?))"],
    params: [JSON.stringify(values)],
    order: [],
  });
  return several;
}

/** Behind the byte 0xFF, which is in no UTF-8, no text goes on. */
function termBegins(field: string, beginning: string): Condition {
  return listed({
    of: "term",
    field,
    where: ["value < ? || x'FF'"],
    params: [beginning],
    order: ["value", "file"],
    least: beginning,
  });
}

/** Text that is exactly this holds its words: those the index finds, the rest is for the desk. */
function withWordsOf(field: QueryField, test: TextTest): Condition {
  const words = test.kind === "equals" ? wordsOf(test.text) : [];
  const match =
    words.length === 0
      ? undefined
      : proseMatch({ kind: "text", field, test: { kind: "phrase", phrase: { words, isPrefix: false } } });
  if (match === undefined) return MAYBE;
  return { ...matching(match), isExact: false };
}

function compilePresent(field: QueryField): Condition {
  if (isTermField(field))
    return listed({ of: "term", field, where: [], params: [], order: ["value", "file"] });
  if (field === "headline" || field === "words") return exactly("head IS NOT NULL");
  if (field === "updated") return newestWithin(undefined, undefined);
  if (field === "summary" || field === "body") return compileHas(field);
  // One without words is a correction, and yet says nothing.
  if (field === "correction") return { ...compileHas(field), isExact: false };
  const column = columnOf(field);
  return column === undefined ? MAYBE : exactly(`${column} IS NOT NULL`);
}

function compileHas(what: Having | "summary" | "body"): Condition {
  return exactly("has & ? != 0", HAS_BIT[what]);
}
