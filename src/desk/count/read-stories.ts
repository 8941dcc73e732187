// The selected articles as columns of numbers, and sorted into groups: the ground that stats and tags count on. An
// article is its position in the columns.
import { filesByTerm, type TermField } from "../../index/files-by-term.ts";
import {
  numbersIn,
  readColumns,
  ROW_ID,
  textsIn,
  WORDS,
  type ColumnSource,
} from "../../index/read-columns.ts";
import { periodAt, type NamedPeriod, type PeriodUnit } from "../../query/walk-periods.ts";
import type { QueryContext } from "../../query/query.ts";
import type { Selection } from "./with-selection.ts";

/** All columns have one length. */
export interface Stories {
  readonly ids: readonly (number | null)[];
  readonly words: readonly (number | null)[];
  /** Epoch milliseconds. */
  readonly moments: readonly (number | null)[];
  /** One for each that was asked for. */
  readonly labels: readonly (readonly (string | null)[])[];
}

/** The articles (their positions) that have one value; of null those that have none. */
export interface StoryGroup {
  readonly value: string | null;
  readonly rows: readonly number[];
  /** Of a section alone: how many are in it and not below it. */
  readonly own?: number;
}

/** The selected articles with one moment each, and with columns of text. */
export function readStories(
  { index, condition }: Selection,
  moment: ColumnSource,
  labels: readonly ColumnSource[] = [],
): Stories {
  const columns = readColumns(index, condition, [ROW_ID, WORDS, moment, ...labels]);
  const [ids = [], words = [], moments = [], ...texts] = columns;
  return {
    ids: numbersIn(ids),
    words: numbersIn(words),
    moments: numbersIn(moments),
    labels: texts.map(textsIn),
  };
}

/** By a column of text. */
export function groupByLabel(labels: readonly (string | null)[]): StoryGroup[] {
  const groups = new Map<string | null, number[]>();
  for (const [row, label] of labels.entries()) {
    const rows = groups.get(label);
    if (rows === undefined) groups.set(label, [row]);
    else rows.push(row);
  }
  return Array.from(groups, ([value, rows]) => ({ value, rows }));
}

/** By a field of fixed values, folded; an article with several is in several groups. */
export function groupByTerm({ index }: Selection, { ids }: Stories, field: TermField): StoryGroup[] {
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const isGrouped = new Uint8Array(ids.length);
  const groups: StoryGroup[] = [];
  for (const { value, ids: files } of filesByTerm(index, field)) {
    const rows = files.map((id) => rowOf.get(id)).filter((row) => row !== undefined);
    for (const row of rows) isGrouped[row] = 1;
    if (rows.length > 0) groups.push({ value, rows });
  }
  const others = Array.from(ids.keys()).filter((row) => isGrouped[row] === 0);
  return others.length === 0 ? groups : [...groups, { value: null, rows: others }];
}

/** By the period a moment lies in, the earliest first. */
export function groupByPeriod(
  moments: Stories["moments"],
  unit: PeriodUnit,
  clock: Pick<QueryContext, "timezone" | "now">,
): StoryGroup[] {
  const groups: { value: string | null; rows: number[] }[] = [];
  let current: NamedPeriod | undefined;
  for (const [row, moment] of inOrder(moments)) {
    if (current === undefined || moment >= current.to) {
      current = periodAt(moment, unit, clock);
      groups.push({ value: current.name, rows: [] });
    }
    groups.at(-1)?.rows.push(row);
  }
  const undated = Array.from(moments.keys()).filter((row) => moments[row] === null);
  return undated.length === 0 ? groups : [...groups, { value: null, rows: undated }];
}

function inOrder(moments: Stories["moments"]): (readonly [row: number, moment: number])[] {
  const dated: [number, number][] = [];
  for (const [row, moment] of moments.entries()) if (moment !== null) dated.push([row, moment]);
  return dated.sort((a, b) => a[1] - b[1]);
}
