// A query's tree -> the SQL condition that answers it from the index. A part of a headline is in no
// index, and is looked for in the rows; what rows do not hold (a word of the text without its markup) is left open: the
// condition then holds for more rows, and the desk asks each.
import type { State } from "../article/state.ts";
import { wordsOf } from "../query/fold-text.ts";
import { asksInvalid } from "../query/matches-query.ts";
import { testFor } from "../query/text-test.ts";
import type { Having, NamedField, QueryField, QueryNode, Range, TextTest } from "../query/query.ts";
import { boundNumber, boundText } from "./bound-value.ts";
import { exactly, joined, listed, MAYBE, negated, type Condition } from "./condition.ts";
import { lookAtText } from "./look-at-texts.ts";
import { proseMatch } from "./prose-match.ts";
import { HAS_BIT, OPEN } from "./schema.ts";

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
      return compileRange(node.field, node.range);
    case "present":
      return compilePresent(node.field);
    case "state":
      return compileState(node.state, asking);
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

const COLUMNS: Readonly<Partial<Record<NamedField, string>>> = {
  words: "words",
  created: "created",
  published: "published",
  embargo: "embargo",
  expires: "expires",
};

function compileRange(field: QueryField, { from, to }: Range): Condition {
  if (field === "updated") return newestWithin(from, to);
  if (field.startsWith("x.")) return termWithin(field, { from, to });
  const column = columnOf(field);
  if (column === undefined) return exactly("0");
  // An open embargo has no moment.
  const upper = to ?? (column === "embargo" ? OPEN : undefined);
  return exactly(
    `(${[`${column} IS NOT NULL`, ...bounds(column, from, upper)].join(" AND ")})`,
    ...paramsOf(from, upper),
  );
}

function paramsOf(...bounds: readonly (number | undefined)[]): (number | string)[] {
  return bounds.filter((bound) => bound !== undefined).map(boundNumber);
}

function columnOf(field: QueryField): string | undefined {
  return Object.entries(COLUMNS).find(([name]) => name === field)?.[1];
}

function bounds(column: string, from: number | undefined, to: number | undefined): string[] {
  return [...(from === undefined ? [] : [`${column} >= ?`]), ...(to === undefined ? [] : [`${column} < ?`])];
}

/** `newest` is the moment negated, so the bounds change places; undated articles lie behind every bound. */
function newestWithin(from: number | undefined, to: number | undefined): Condition {
  const parts = ["newest <= ?", ...(to === undefined ? [] : ["newest > ?"])];
  return exactly(
    `(${parts.join(" AND ")})`,
    from === undefined ? LAST_DATED : -from,
    ...(to === undefined ? [] : [-to]),
  );
}

const LAST_DATED = Number.MAX_SAFE_INTEGER - 1;

function termWithin(
  field: string,
  { from, to }: { from: number | undefined; to: number | undefined },
): Condition {
  return listed({
    of: "term",
    field,
    where: ["number IS NOT NULL", ...bounds("number", undefined, to)],
    params: paramsOf(to),
    order: ["number", "value", "file"],
    ...(from === undefined ? {} : { least: boundNumber(from) }),
  });
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

/** So that rows are read in the order of their paths, and not gathered by their status and then sorted. */
const MOSTLY_PUBLISHED = "likelihood(status IS 'published', 0.9)";

/**
 * As stateAt decides it (article/state.ts). Nearly all that is published was so before now: `+` keeps the planner from
 * the index of that, and so in the order of the list.
 */
function compileState(state: State, { at, isByPath }: Asking): Condition {
  const isLifted = "(embargo IS NULL OR embargo <= ?)";
  switch (state) {
    case "embargoed":
      return exactly(
        `(status IS 'published' AND (published IS NULL OR (embargo IS NOT NULL AND embargo > ?)))`,
        at,
      );
    case "scheduled":
      return exactly(
        `(status IS 'published' AND published IS NOT NULL AND published > ? AND ${isLifted})`,
        at,
        at,
      );
    case "live":
      return exactly(
        `(${isByPath === true ? MOSTLY_PUBLISHED : "status IS 'published'"} AND published IS NOT NULL AND +published <= ? AND ${isLifted} AND (expires IS NULL OR expires > ?))`,
        at,
        at,
        at,
      );
    case "expired":
      return exactly(
        `(status IS 'published' AND published IS NOT NULL AND +published <= ? AND ${isLifted} AND expires IS NOT NULL AND expires <= ?)`,
        at,
        at,
        at,
      );
    case "draft":
    case "review":
    case "ready":
    case "withdrawn":
    case "killed":
      return exactly("status IS ?", state);
  }
}
