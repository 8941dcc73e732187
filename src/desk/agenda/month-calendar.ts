// `stet calendar`: the days of a month with what went out, what is planned and which embargoes end. From the index: only
// what the month holds is looked at.
import { stateAt, type State } from "../../article/state.ts";
import { dayAt } from "../../base/calendar-day.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { monthNamed } from "../../base/typed-day.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import type { Query, QueryNode } from "../../query/query.ts";
import { readPeriod, type Period } from "../../query/read-period.ts";
import { periodAt, periodsIn, type NamedPeriod } from "../../query/walk-periods.ts";
import type { Desk } from "../desk.ts";
import { listArticles } from "../find/list-articles.ts";

/**
 * `out` readers got it · `planned` it goes out by itself, or is due from the desk · `late` it was due from the desk and
 * is still there · `embargo` an embargo ends.
 */
export const CALENDAR_EVENTS = ["out", "planned", "late", "embargo"] as const;
export type CalendarWhat = (typeof CALENDAR_EVENTS)[number];

/** One thing that happens to one article; `at` is epoch milliseconds. */
export interface CalendarEvent {
  readonly at: number;
  readonly what: CalendarWhat;
  /** What the article is now. */
  readonly state: State;
  readonly slug: string;
  readonly path: string;
  readonly headline: string;
}

export interface CalendarDay extends NamedPeriod {
  readonly isToday: boolean;
  /** By instant, then by path. */
  readonly events: readonly CalendarEvent[];
}

export interface MonthCalendar {
  /** `2026-11`. */
  readonly month: string;
  readonly days: readonly CalendarDay[];
  /** Of the files that could not be read, whatever the query. */
  readonly problems: readonly Problem[];
}

const MONTH = /^(?:\d{4}-\d{2}|(?:this|last|next)-month)$/i;

/** A year, a day, a week: no word of an article, and yet no month. */
const PERIOD = /^(?:\d{4}(?:-w?\d+)*|(?:this|last|next)-(?:day|week|month|year)|today|tomorrow|yesterday)$/i;

/** True for a word that is meant as a month, whether it is one or not. */
export function isMonth(word: string): boolean {
  return PERIOD.test(word);
}

/** `dec` could be of any year, or a word of an article: refused with both. Throws StetError usage/bad-date. */
export function refuseMonthName({ settings, now }: Desk, word: string): void {
  const month = monthNamed(word.toLowerCase());
  if (month === undefined) return;
  const today = dayAt(now, settings.timezone);
  const year = month < today.month ? today.year + 1 : today.year;
  throw new StetError("usage", "bad-date", `"${word}" is a month of no year`, {
    hint: `stet calendar ${year}-${String(month).padStart(2, "0")}; as a word: stet calendar this-month ${word}`,
  });
}

/** The month a word means: `2026-11`, `this-month`, `next-month`, `last-month`. Throws StetError usage/bad-date for no month. */
export function readMonth({ settings, now }: Desk, word: string): NamedPeriod {
  const clock = { timezone: settings.timezone, now };
  const period = MONTH.test(word) ? readPeriod(word, clock) : undefined;
  if (period !== undefined) return periodAt(period.from, "month", clock);
  throw new StetError("usage", "bad-date", `cannot read the month "${word}"`, {
    hint: "stet calendar 2026-11, this-month or next-month",
  });
}

/** What happens in a month to the articles that a query selects. */
export async function readCalendar(desk: Desk, month: NamedPeriod, query: Query): Promise<MonthCalendar> {
  const clock = { timezone: desk.settings.timezone, now: desk.now };
  const { files, problems } = await listArticles(desk, {
    query: { ...query, node: { kind: "and", nodes: [query.node, touches(month)] } },
    sort: [{ field: "path", isDescending: false }],
  });
  const events: CalendarEvent[] = [];
  for (const { path, head } of files) if (head !== undefined) events.push(...eventsOf(path, head, desk.now));
  events.sort((a, b) => a.at - b.at);
  const days = periodsIn(month, "day", { ...clock, most: 31 }).map((day) => ({
    ...day,
    isToday: isWithin(desk.now, day),
    events: events.filter(({ at }) => isWithin(at, day)),
  }));
  return { month: month.name, days, problems };
}

/** An article goes out when it is published or when its embargo ends: nothing else can lie in the month. */
function touches({ from, to }: Period): QueryNode {
  const range = { from, to };
  return {
    kind: "or",
    nodes: [
      { kind: "range", field: "published", range },
      { kind: "range", field: "embargo", range },
    ],
  };
}

function isWithin(at: number, { from, to }: Period): boolean {
  return at >= from && at < to;
}

function eventsOf(path: string, head: ArticleHead, now: number): CalendarEvent[] {
  const { slug, headline } = head;
  const common = { state: stateAt(head, now), slug, path, headline };
  const release = releaseOf(head, now);
  const lift = liftOf(head);
  return [
    ...(release === undefined ? [] : [{ ...release, ...common }]),
    ...(lift === undefined ? [] : [{ at: lift, what: "embargo", ...common } as const]),
  ];
}

/** When readers get it, or got it, as far as the file says. */
function releaseOf(head: ArticleHead, now: number): Pick<CalendarEvent, "at" | "what"> | undefined {
  const { status, published, embargo } = head;
  if (published === undefined) return undefined;
  if (status === "draft" || status === "review" || status === "ready")
    return { at: published.epochMs, what: published.epochMs > now ? "planned" : "late" };
  if (embargo === "open") return undefined;
  const at = Math.max(published.epochMs, embargo?.epochMs ?? published.epochMs);
  if (at <= now) return { at, what: "out" };
  return status === "published" ? { at, what: "planned" } : undefined;
}

/** Of what will never go out nothing ends. */
function liftOf({ status, embargo }: ArticleHead): number | undefined {
  if (embargo === undefined || embargo === "open" || status === "withdrawn" || status === "killed")
    return undefined;
  return embargo.epochMs;
}
