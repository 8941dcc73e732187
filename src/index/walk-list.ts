// A list of the index in pieces, so that a list of a hundred thousand keeps nobody waiting.
import type { Steps } from "../base/steps.ts";
import type { List, ProseList, TermList } from "./condition.ts";
import { prepared, reading, rowsOf, type Index } from "./open-index.ts";
import { eachRowNumber, listIn, textsIn } from "./read-columns.ts";

export interface Visiting {
  /** The greatest row number that anybody wants. */
  readonly last: number;
  readonly visit: (id: number) => void;
  /** Of a list of values: those whose rows are visited; without it, all. */
  readonly isWanted?: (value: string) => boolean;
}

/** Visits the number of every row in a list, each once. */
export function walkList(index: Index, list: List, visiting: Visiting): Steps<void> {
  return list.of === "term" ? walkTerms(index, list, visiting) : walkProse(index, list, visiting);
}

/** Half a millisecond. */
const TERMS_A_STEP = 2_000;

/** Before every value that a column may have. */
const FIRST = { number: -Number.MAX_VALUE, value: "", file: -1 } as const;

/** Each piece begins behind the last row of the one before, where an index goes at once. */
function* walkTerms(
  index: Index,
  { field, where, params, order, least }: TermList,
  { visit, isWanted }: Visiting,
): Steps<void> {
  const columns = order.join(", ");
  const parts = ["field = ?", ...where, `(${columns}) > (${order.map(() => "?").join(", ")})`];
  const rows = `FROM term WHERE ${parts.join(" AND ")} ORDER BY ${columns} LIMIT`;
  const texts = isWanted === undefined ? "" : ", json_group_array(value) AS texts";
  const list = `SELECT json_group_array(file) AS ids${texts} FROM (SELECT file, value ${rows} ${TERMS_A_STEP})`;
  const end = `SELECT ${columns} ${rows} 1 OFFSET ${TERMS_A_STEP - 1}`;
  let behind: readonly (string | number)[] = order.map((column, at) =>
    at === 0 ? (least ?? FIRST[column]) : FIRST[column],
  );
  for (;;) {
    const asked = [field, ...params, ...behind];
    const row = reading(index, () => prepared(index, list).get(...asked));
    const values = isWanted === undefined ? undefined : textsIn(listIn(row?.["texts"]));
    let at = 0;
    eachRowNumber(row?.["ids"], (id) => {
      if (values === undefined || isWanted?.(values[at++] ?? "") === true) visit(id);
    });
    const next: unknown = reading(index, () => rowsOf(prepared(index, end)).get(...asked));
    if (!Array.isArray(next)) return;
    behind = next.map(boundOf);
    yield;
  }
}

function boundOf(value: unknown): string | number {
  return typeof value === "string" || typeof value === "number" ? value : "";
}

/** So many rows are looked through first. */
const ROWS_A_STEP = 2_048;
const QUICK_MS = 0.5;
const SLOW_MS = 1;

/** Of rows in a row, as many as go in a step: where words are rare that is all of them, and few for a phrase of common ones. */
function* walkProse(index: Index, { match }: ProseList, { last, visit }: Visiting): Steps<void> {
  const list =
    "SELECT json_group_array(rowid) AS ids FROM prose WHERE prose MATCH ? AND rowid > ? AND rowid <= ?";
  let rows = ROWS_A_STEP;
  for (let from = 0; from < last;) {
    if (from > 0) yield;
    const began = performance.now();
    const found = reading(index, () => prepared(index, list).get(match, from, from + rows));
    eachRowNumber(found?.["ids"], visit);
    from += rows;
    const took = performance.now() - began;
    if (took < QUICK_MS) rows *= 2;
    else if (took > SLOW_MS) rows = Math.max(256, rows >>> 1);
  }
}

/** Each is a step in the index. */
const VALUES_A_STEP = 100;

const VALUES = `WITH RECURSIVE known (value) AS (
    SELECT min(value) FROM term WHERE field = ?1 AND value > ?2
    UNION ALL SELECT (SELECT min(value) FROM term WHERE field = ?1 AND value > known.value) FROM known
      WHERE known.value IS NOT NULL LIMIT ${VALUES_A_STEP})
  SELECT json_group_array(value) AS list FROM known WHERE value IS NOT NULL`;

/** The folded values that a field has, each once, sorted. */
export function* walkValues(index: Index, field: string): Steps<readonly string[]> {
  const values: string[] = [];
  for (;;) {
    const row = reading(index, () => prepared(index, VALUES).get(field, values.at(-1) ?? ""));
    const some = textsIn(listIn(row?.["list"])).filter((value) => value !== null);
    values.push(...some);
    if (some.length < VALUES_A_STEP) return values;
    yield;
  }
}

/** Words that are counted in the first step, and the articles in one from which on it takes more or fewer of them. */
const WORDS_A_STEP = 2;
const FEW_ARTICLES = 1_000;
const MANY_ARTICLES = 4_000;

/** The words of the full-text index that begin so, in pieces. Counting where each stands is what it costs. */
export function* walkWords(
  index: Index,
  beginning: string,
  visit: (word: string) => Steps<void>,
): Steps<void> {
  let [words, after] = [WORDS_A_STEP, beginning];
  for (let isFirst = true; ; isFirst = false) {
    const rows = reading(index, () =>
      prepared(index, isFirst ? WORDS_FROM : WORDS_BEHIND).all(after, beginning, words),
    );
    yield;
    for (const { term } of rows) {
      yield* visit(String(term));
      yield;
    }
    if (rows.length < words) return;
    after = String(rows.at(-1)?.["term"]);
    const articles = rows.reduce((sum, { doc }) => sum + Number(doc), 0);
    if (articles < FEW_ARTICLES) words *= 2;
    else if (articles > MANY_ARTICLES) words = Math.max(1, words >>> 1);
  }
}

const WORDS_FROM = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? || x'FF' LIMIT ?";
const WORDS_BEHIND = WORDS_FROM.replace(">=", ">");
