// How many articles fall into each of a row of periods: the twelve months until now, or what the query asks about.
import { askedRange } from "../../query/asked-range.ts";
import { periodAt, periodsIn, type NamedPeriod, type PeriodUnit } from "../../query/walk-periods.ts";
import type { QueryContext, QueryField, QueryNode, Range } from "../../query/query.ts";
import type { Stories } from "./read-stories.ts";

type Clock = Pick<QueryContext, "timezone" | "now">;

/** The finest unit is taken that needs no more periods than these; else it is years, the latest of them. */
const FINEST_FIRST: readonly (readonly [unit: PeriodUnit, most: number])[] = [
  ["day", 31],
  ["week", 26],
  ["month", 24],
];
const YEARS = 24;
const MONTHS = 12;

/** The periods of a series over a date field, in order: of the query's range of it, else the twelve months that end now. */
export function seriesPeriods(node: QueryNode, field: QueryField, clock: Clock): NamedPeriod[] {
  const range = askedRange(node, field);
  return range.from === undefined ? lastMonths(range, clock) : between(range.from, range, clock);
}

function lastMonths({ to }: Range, clock: Clock): NamedPeriod[] {
  const end = to ?? periodAt(clock.now, "month", clock).to;
  return periodsIn({ from: Number.NEGATIVE_INFINITY, to: end }, "month", { ...clock, most: MONTHS });
}

function between(from: number, range: Range, clock: Clock): NamedPeriod[] {
  const to = range.to ?? Math.max(clock.now, from) + 1;
  for (const [unit, most] of FINEST_FIRST) {
    const periods = periodsIn({ from, to }, unit, { ...clock, most: most + 1 });
    if (periods.length <= most) return periods;
  }
  return periodsIn({ from, to }, "year", { ...clock, most: YEARS });
}

/** The number of the period each moment lies in; -1 for none. */
export function placeInSeries(moments: Stories["moments"], periods: readonly NamedPeriod[]): Int8Array {
  const first = periods[0]?.from ?? Number.POSITIVE_INFINITY;
  return Int8Array.from(moments, (moment) =>
    moment === null || moment < first
      ? -1
      : periods.findIndex(({ from, to }) => moment >= from && moment < to),
  );
}
