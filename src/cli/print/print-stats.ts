// What `stet stats` counted: tables with sparklines for people, rows and objects for programs.
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import { STATES } from "../../article/state.ts";
import type { Desk } from "../../desk/desk.ts";
import { depthOf } from "../../desk/count/section-groups.ts";
import type { Grouping, Stats, StatsDate, StatsTable } from "../../desk/count/stats.ts";
import type { Group } from "../../desk/count/tally-groups.ts";
import { isPeriodUnit, type NamedPeriod } from "../../query/walk-periods.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import { columnLines, type ColumnLayout, type CountRow, type Yield } from "./print-columns.ts";
import { bar, sparkline } from "./sparkline.ts";
import type { Style } from "../style.ts";

/** `limit` is rows of each table, 0 all. */
export interface StatsLook {
  readonly style: Style;
  readonly width: number;
  readonly limit: number;
}

const ALIGN: ColumnLayout["align"] = ["left", "right", "right", "right", "left"];
const [NAME, SHARE, WORDS, SERIES] = [0, 2, 3, 4];
const YIELDS: readonly Yield[] = [
  { column: NAME, to: 24 },
  { column: SHARE, to: 0 },
  { column: SERIES, to: 0 },
  { column: NAME, to: 12 },
  { column: WORDS, to: 0 },
  { column: NAME, to: 4 },
];

/** The tables one below the other, their columns in line. */
export function statsLines(desk: Desk, { tables, periods }: Stats, look: StatsLook): string[] {
  const rows = tables
    .filter(({ groups }) => groups.length > 0)
    .flatMap((table, at) => [
      ...(at === 0 ? [] : [{ cells: [] }]),
      ...tableRows(desk, table, { periods, ...look }),
    ]);
  return columnLines(rows, { align: ALIGN, yields: YIELDS, style: look.style, width: look.width });
}

interface TableLook extends StatsLook {
  readonly periods: readonly NamedPeriod[];
}

function tableRows(desk: Desk, { by, groups }: StatsTable, look: TableLook): CountRow[] {
  const shown = look.limit === 0 ? groups : groups.slice(0, look.limit);
  const largest = Math.max(...shown.map(({ articles }) => articles));
  const last = isPeriodUnit(by) ? "" : spanOf(look.periods);
  const heading = [by.toUpperCase(), "ARTICLES", "SHARE", "WORDS", last];
  const rows = shown.map((group) => [
    nameOf(desk, by, { group, style: look.style }),
    groupDigits(group.articles),
    `${(group.share * 100).toFixed(1)}%`,
    groupDigits(group.words),
    isPeriodUnit(by)
      ? bar(group.articles, { largest, columns: BAR, unicode: look.style.unicode })
      : sparkline(group.series, look.style.unicode),
  ]);
  return [{ cells: heading, isHeading: true }, ...rows.map((cells) => ({ cells }))];
}

/** Of the longest bar, in columns of the terminal. */
const BAR = 24;

/** As a query would say it. */
function spanOf(periods: readonly NamedPeriod[]): string {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? first.name : `${first.name}..${last.name}`;
}

function nameOf({ settings }: Desk, by: Grouping, { group, style }: { group: Group; style: Style }): string {
  const { name } = group;
  if (name === null) return "(none)";
  if (by === "section") {
    const title = settings.sections.get(name)?.name ?? name.slice(name.lastIndexOf("/") + 1);
    return "  ".repeat(depthOf(name)) + visibleText(title);
  }
  const state = by === "state" ? STATES.find((known) => known === name) : undefined;
  return state === undefined ? visibleText(name) : `${stateSymbol(state, style.unicode)} ${state}`;
}

/** What the numbers of the tables mean, where they do not add up to the whole or go by a date. */
export function statsNotes(by: Grouping | undefined, date: StatsDate): string[] {
  if (by === undefined) return [`by month it was ${date}`];
  if (by === "section") return ["a section counts those below it, too"];
  if (by === "author" || by === "tag") return [`an article counts for each of its ${by}s`];
  return isPeriodUnit(by) ? [`by the ${by} it was ${date}`] : [];
}

/** A group as a row of tabs: name, articles, words, share; of several tables with the grouping in front. */
export function statsRows({ tables, total }: Stats): string[] {
  const [only] = tables;
  if (only !== undefined && tables.length === 1) return only.groups.map((group) => rowOf(group).join("\t"));
  const whole = ["total", "", total.articles, total.words, total.articles === 0 ? 0 : 1].join("\t");
  return [
    whole,
    ...tables.flatMap(({ by, groups }) => groups.map((group) => [by, ...rowOf(group)].join("\t"))),
  ];
}

function rowOf({ name, articles, words, share }: Group): (string | number)[] {
  return [visibleText(name ?? ""), articles, words, rounded(share)];
}

/** A group as an object of JSON; `series` has the articles of each period by its name. */
export function groupObject(
  periods: readonly NamedPeriod[],
  group: Group,
): Readonly<Record<string, unknown>> {
  const { name, articles, own, words, share, series } = group;
  return {
    group: name,
    articles,
    ...(own === undefined ? {} : { own }),
    words,
    share: rounded(share),
    series: Object.fromEntries(periods.map(({ name: period }, at) => [period, series[at] ?? 0])),
  };
}

/** Everything that was counted as one object of JSON, a list for each grouping. */
export function statsObject({ total, periods, tables }: Stats): Readonly<Record<string, unknown>> {
  const lists = tables.map(
    ({ by, groups }) => [by, groups.map((group) => groupObject(periods, group))] as const,
  );
  return { articles: total.articles, words: total.words, ...Object.fromEntries(lists) };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
