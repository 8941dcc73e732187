// Days, weeks, months and years one after another: which one an instant lies in, and its name, which reads back as a
// date of the query language. Everything that is counted by time is counted by these.
import { addDays, dayAt, weekdayOf, writeDay, type CalendarDay } from "../base/calendar-day.ts";
import { epochOfUtc } from "../base/instant.ts";
import { readPeriod, type Period } from "./read-period.ts";
import type { QueryContext } from "./query.ts";

const PERIOD_UNITS = ["month", "week", "day", "year"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export function isPeriodUnit(word: string): word is PeriodUnit {
  return PERIOD_UNITS.some((unit) => unit === word);
}

/** `name` is what readPeriod takes: `2026-11`, `2026-W47`, `2026-11-22`, `2026`. */
export interface NamedPeriod extends Period {
  readonly name: string;
}

type Clock = Pick<QueryContext, "timezone" | "now">;

/** The period that holds an instant (epoch milliseconds) in the clock's zone: exactly the one its name means in a query. */
export function periodAt(epochMs: number, unit: PeriodUnit, clock: Clock): NamedPeriod {
  const name = PERIOD_NAMES[unit](dayAt(epochMs, clock.timezone));
  const period = readPeriod(name, clock);
  if (period === undefined) return { name, from: epochMs, to: epochMs + 1 };
  // Where the clock goes back over midnight, the hour that is repeated belongs to the day that has begun.
  return epochMs < period.to ? { name, ...period } : periodAt(period.to, unit, clock);
}

/** The periods that touch the range, in order; the latest `most` of them where there are more. */
export function periodsIn(
  { from, to }: Period,
  unit: PeriodUnit,
  clock: Clock & { most: number },
): NamedPeriod[] {
  const periods: NamedPeriod[] = [];
  for (let end = to; end > from && periods.length < clock.most;) {
    const period = periodAt(end - 1, unit, clock);
    periods.unshift(period);
    end = period.from;
  }
  return periods;
}

const PERIOD_NAMES: Readonly<Record<PeriodUnit, (day: CalendarDay) => string>> = {
  day: writeDay,
  week: weekName,
  month: ({ year, month }) => `${digits(year, 4)}-${digits(month, 2)}`,
  year: ({ year }) => digits(year, 4),
};

/** ISO 8601: a week belongs to the year its Thursday lies in. */
function weekName(day: CalendarDay): string {
  const thursday = addDays(day, 3 - ((weekdayOf(day) + 6) % 7));
  const { year } = thursday;
  const days = (midnight(thursday) - midnight({ year, month: 1, day: 1 })) / DAY;
  return `${digits(year, 4)}-W${digits(Math.floor(days / 7) + 1, 2)}`;
}

const DAY = 86_400_000;

function midnight(day: CalendarDay): number {
  return epochOfUtc({ ...day, hour: 0, minute: 0, second: 0, millisecond: 0 });
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, "0");
}
