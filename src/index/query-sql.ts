// A query's tree -> the SQL condition that answers it from the index. What no index can answer (a part of a headline, a
// word of the text without its markup) is left open: the condition then holds for more rows, and the desk asks each.
import type { State } from "../article/state.ts";
import { wordsOf } from "../query/fold-text.ts";
import { asksInvalid } from "../query/matches-query.ts";
import { passes } from "../query/text-test.ts";
import type { Having, NamedField, QueryField, QueryNode, Range, TextTest } from "../query/query.ts";
import { proseMatch } from "./prose-match.ts";
import { HAS_BIT, OPEN } from "./schema.ts";

/** Fields of fixed values: the index lists what they may be. The newsroom's own fields are such, too. */
const TERM_FIELDS: readonly QueryField[] = [
  "slug",
  "id",
  "section",
  "status",
  "kind",
  "lang",
  "tag",
  "author",
];

/** A condition over a row of `file`, never NULL. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** False where rows may pass that the query does not mean. */
  readonly isExact: boolean;
}

/** What compiling asks: the instant of states (epoch milliseconds), and the folded values a field has in this index. */
export interface Asking {
  readonly at: number;
  readonly valuesOf: (field: string) => readonly string[];
}

/** The condition of a tree. Files that hold no article match only where the query says `is:invalid`. */
export function conditionOf(node: QueryNode, asking: Asking): Condition {
  const inner = compile(node, asking);
  const sql = asksInvalid(node) ? inner.sql : `(head IS NOT NULL AND ${inner.sql})`;
  return { ...inner, sql };
}

const exactly = (sql: string, ...params: readonly (string | number)[]): Condition => ({
  sql,
  params,
  isExact: true,
});
const EVERY: Condition = exactly("1");
const MAYBE: Condition = { ...EVERY, isExact: false };

function compile(node: QueryNode, asking: Asking): Condition {
  const match = proseMatch(node);
  if (match !== undefined) return exactly("id IN (SELECT rowid FROM prose WHERE prose MATCH ?)", match);
  switch (node.kind) {
    case "all":
      return exactly("head IS NOT NULL");
    case "and":
      return joined("AND", [...withOneMatch(node.nodes)], asking);
    case "or":
      return joined("OR", node.nodes, asking);
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
      return compileState(node.state, asking.at);
    case "has":
      return compileHas(node.what);
    case "invalid":
      return exactly("head IS NULL");
  }
}

/** All that the full-text index answers as one question: it joins words faster than lists of rows are joined. */
function* withOneMatch(nodes: readonly QueryNode[]): Generator<QueryNode, void, undefined> {
  const matched = nodes.filter((node) => proseMatch(node) !== undefined);
  if (matched.length > 0) yield { kind: "and", nodes: matched };
  yield* nodes.filter((node) => proseMatch(node) === undefined);
}

function joined(operator: "AND" | "OR", nodes: readonly QueryNode[], asking: Asking): Condition {
  const parts = nodes.map((node) => compile(node, asking));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(` ${operator} `)})`,
    params: parts.flatMap(({ params }) => params),
    isExact: parts.every(({ isExact }) => isExact),
  };
}

/** What holds for too many, negated, would hold for too few. */
function negated({ sql, params, isExact }: Condition): Condition {
  return isExact ? exactly(`NOT ${sql}`, ...params) : MAYBE;
}

function isTermField(field: QueryField): boolean {
  return field.startsWith("x.") || TERM_FIELDS.includes(field);
}

function compileText(field: QueryField, test: TextTest, { valuesOf }: Asking): Condition {
  if (!isTermField(field)) return withWordsOf(field, test);
  if (test.kind === "equals") return termIs(field, [test.text]);
  return termIs(
    field,
    valuesOf(field).filter((value) => passes(value, test)),
  );
}

function termIs(field: string, values: readonly string[]): Condition {
  if (values.length === 0) return exactly("0");
  const list = values.length === 1 ? "= ?" : "IN (SELECT value FROM json_each(?))";
  const param = values.length === 1 ? (values[0] ?? "") : JSON.stringify(values);
  return exactly(`id IN (SELECT file FROM term WHERE field = ? AND value ${list})`, field, param);
}

/** Text that is exactly this holds its words: those the index finds, the rest is for the desk. */
function withWordsOf(field: QueryField, test: TextTest): Condition {
  const words = test.kind === "equals" ? wordsOf(test.text) : [];
  const match =
    words.length === 0
      ? undefined
      : proseMatch({ kind: "text", field, test: { kind: "phrase", phrase: { words, isPrefix: false } } });
  if (match === undefined) return MAYBE;
  return { sql: "id IN (SELECT rowid FROM prose WHERE prose MATCH ?)", params: [match], isExact: false };
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
    ...[from, upper].filter((bound) => bound !== undefined),
  );
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
  const parts = ["field = ?", "number IS NOT NULL", ...bounds("number", from, to)];
  const params = [from, to].filter((bound) => bound !== undefined);
  return exactly(`id IN (SELECT file FROM term WHERE ${parts.join(" AND ")})`, field, ...params);
}

function compilePresent(field: QueryField): Condition {
  if (isTermField(field)) return exactly("id IN (SELECT file FROM term WHERE field = ?)", field);
  if (field === "headline" || field === "words") return exactly("head IS NOT NULL");
  if (field === "updated") return newestWithin(undefined, undefined);
  if (field === "summary" || field === "body" || field === "correction") return compileHas(field);
  const column = columnOf(field);
  return column === undefined ? MAYBE : exactly(`${column} IS NOT NULL`);
}

function compileHas(what: Having | "summary" | "body"): Condition {
  return exactly("has & ? != 0", HAS_BIT[what]);
}

/** As stateAt decides it (article/state.ts). */
function compileState(state: State, at: number): Condition {
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
        `(status IS 'published' AND published IS NOT NULL AND published <= ? AND ${isLifted} AND (expires IS NULL OR expires > ?))`,
        at,
        at,
        at,
      );
    case "expired":
      return exactly(
        `(status IS 'published' AND published IS NOT NULL AND published <= ? AND ${isLifted} AND expires IS NOT NULL AND expires <= ?)`,
        at,
        at,
        at,
      );
    default:
      return exactly("status IS ?", state);
  }
}
