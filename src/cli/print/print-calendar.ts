// A month on paper: a grid of its days with what happens on each, and the list of what is planned (`stet calendar`).
import { WEEKDAYS, weekdayOf } from "../../base/calendar-day.ts";
import { cutTo } from "./cut-to.ts";
import { describeDay, describeTime } from "../../base/describe-moment.ts";
import { padToWidth } from "../../base/display-width.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  CALENDAR_EVENTS,
  type CalendarDay,
  type CalendarEvent,
  type CalendarWhat,
  type MonthCalendar,
} from "../../desk/agenda/month-calendar.ts";
import { monthName } from "../../render/site/month-name.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import { firstWeekday } from "./first-weekday.ts";
import { joinFacts } from "./join-facts.ts";
import type { Style } from "../style.ts";

export interface CalendarLook {
  readonly style: Style;
  readonly width: number;
}

const WORDS: Readonly<Record<CalendarWhat, string>> = {
  out: "went out",
  planned: "planned",
  late: "late",
  embargo: "embargo ends",
};

/** The grid, then a line for each thing that is planned, late or an embargo's end; under 28 columns the list alone. */
export function calendarLines(desk: Desk, calendar: MonthCalendar, look: CalendarLook): string[] {
  const list = calendar.days.flatMap(({ events }) => events).filter(({ what }) => what !== "out");
  const lines = list.map((event) => eventLine(desk, event, look));
  const grid = look.width < 28 ? [] : gridLines(desk, calendar, look);
  return [...grid, ...(grid.length > 0 && lines.length > 0 ? [""] : []), ...lines];
}

/** Cells beyond this width only drift apart. */
const WIDEST = 14;

function gridLines({ settings }: Desk, { month, days }: MonthCalendar, look: CalendarLook): string[] {
  const room = Math.min(WIDEST, Math.floor(look.width / 7));
  const first = firstWeekday(settings.language);
  const names = Array.from({ length: 7 }, (_, at) => WEEKDAYS[(first + at) % 7] ?? "");
  const [year, number] = month.split("-").map(Number);
  const title = monthName({ ...(year === undefined ? {} : { year }), month: number ?? 1 }, "en");
  const before = (weekdayOf(dateOf(days[0])) - first + 7) % 7;
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    cells.slice(at * 7, at * 7 + 7),
  );
  return [
    look.style.bold(title),
    look.style.dim(
      names
        .map((name) => capital(name).padEnd(room))
        .join("")
        .trimEnd(),
    ),
    ...weeks.flatMap((week) => weekLines(week, { room, style: look.style })),
  ];
}

type Cell = CalendarDay | undefined;

/** The numbers of the days, then a line for each kind of thing that happens in the week. */
function weekLines(week: readonly Cell[], { room, style }: { room: number; style: Style }): string[] {
  const kinds = CALENDAR_EVENTS.filter((what) => week.some((day) => countOf(day, what) > 0));
  const marks = kinds.map((what) =>
    week.map((day) => {
      const count = countOf(day, what);
      return padToWidth(count === 0 ? "" : ` ${symbolOf(what, style)}${count}`, room);
    }),
  );
  return [week.map((day) => dayCell(day, { room, style })), ...marks].map((cells) =>
    cells.join("").trimEnd(),
  );
}

function dayCell(day: Cell, { room, style }: { room: number; style: Style }): string {
  if (day === undefined) return " ".repeat(room);
  const number = String(dateOf(day).day).padStart(2);
  if (!day.isToday) return ` ${number}`.padEnd(room);
  return style.bold(`[${number}]`) + " ".repeat(Math.max(0, room - 4));
}

function countOf(day: Cell, what: CalendarWhat): number {
  return day?.events.filter((event) => event.what === what).length ?? 0;
}

function eventLine({ settings }: Desk, event: CalendarEvent, { style, width }: CalendarLook): string {
  const { at, what, slug, headline } = event;
  const when = `${describeDay(at, settings.timezone).padEnd(10)} ${describeTime(at, settings.timezone).padEnd(5)}`;
  const name = padToWidth(visibleText(slug), 24);
  const line = `${when}  ${symbolOf(what, style)} ${WORDS[what].padEnd(12)}  ${name}  ${visibleText(headline)}`;
  return cutTo(line, width, style).trimEnd();
}

/** The totals, which explain the marks as well. */
export function calendarTotals({ days }: MonthCalendar, style: Style): string {
  const totals = CALENDAR_EVENTS.map((what) => {
    const count = days.reduce((sum, day) => sum + countOf(day, what), 0);
    const words = what === "embargo" ? (count === 1 ? "embargo ends" : "embargoes end") : WORDS[what];
    return `${symbolOf(what, style)} ${count} ${words}`;
  });
  return joinFacts(totals, style);
}

function symbolOf(what: CalendarWhat, { unicode }: Style): string {
  if (what === "late") return "!";
  return stateSymbol(what === "out" ? "live" : what === "planned" ? "scheduled" : "embargoed", unicode);
}

/** One thing as a row of tabs: the instant in the newsroom's offset, what, slug, headline. */
export function calendarRow({ settings }: Desk, { at, what, slug, headline }: CalendarEvent): string {
  return [writeInstant(at, settings.timezone), what, slug, visibleText(headline)].join("\t");
}

/** One day as an object of JSON: how many of each kind, and the things themselves. */
export function dayObject({ settings }: Desk, day: CalendarDay): Readonly<Record<string, unknown>> {
  const counts = CALENDAR_EVENTS.map((what) => [what, countOf(day, what)] as const);
  const events = day.events.map(({ at, ...event }) => ({
    at: writeInstant(at, settings.timezone),
    ...event,
  }));
  return { date: day.name, today: day.isToday, ...Object.fromEntries(counts), events };
}

function dateOf(day: CalendarDay | undefined): { year: number; month: number; day: number } {
  const [year = 1970, month = 1, date = 1] = (day?.name ?? "").split("-").map(Number);
  return { year, month, day: date };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
