// `stet stats`: how many articles and words there are, by section, author, month and whatever else articles differ in.
// Counted inside the index: no file is read.
import type { Problem } from "../../base/problem.ts";
import type { TermField } from "../../index/files-by-term.ts";
import { MOMENTS, stateColumn, STATUS } from "../../index/read-columns.ts";
import { fold } from "../../query/fold-text.ts";
import type { Query } from "../../query/query.ts";
import { isPeriodUnit, type NamedPeriod } from "../../query/walk-periods.ts";
import type { Desk } from "../desk.ts";
import { orderRows, type RowSort } from "./order-rows.ts";
import {
  groupByLabel,
  groupByPeriod,
  groupByTerm,
  readStories,
  type Stories,
  type StoryGroup,
} from "./read-stories.ts";
import { seriesPeriods } from "./story-series.ts";
import { countGroups, tallying, type Group, type Tally } from "./tally-groups.ts";
import { inSections, orderSections } from "./section-groups.ts";
import { spellGroups } from "./spell-groups.ts";
import { withSelection, type Selection } from "./with-selection.ts";

/** Columns of text that are read only where they are counted by. */
const LABELS = ["state", "status"] as const;
const NOTHING = { sql: "NULL", params: [] };

/** What articles can be counted by. */
export const GROUPINGS = [
  "section",
  "author",
  "tag",
  "state",
  "status",
  "kind",
  "lang",
  "month",
  "week",
  "day",
  "year",
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The date that months and series go by; `updated` is the last change. */
export const STATS_DATES = ["published", "created", "updated"] as const;
export type StatsDate = (typeof STATS_DATES)[number];

export const STATS_SORT_KEYS = ["name", "articles", "words"] as const;
export type StatsSort = RowSort<(typeof STATS_SORT_KEYS)[number]>;

export interface StatsTable {
  readonly by: Grouping;
  /** In order, what has no name last; sections stand behind the one they are in. */
  readonly groups: readonly Group[];
}

export interface Stats {
  readonly total: Tally;
  readonly periods: readonly NamedPeriod[];
  /** One for each grouping that was asked for. */
  readonly tables: readonly StatsTable[];
  /** Of the files that could not be read, whatever the query. */
  readonly problems: readonly Problem[];
}

export interface StatsRequest {
  readonly query: Query;
  readonly by: readonly Grouping[];
  readonly date: StatsDate;
  /** Default: the most articles first; periods the latest first. */
  readonly sort?: readonly StatsSort[];
}

/** Counts what the query selects. An article with several authors or tags counts for each of them. */
export async function readStats(desk: Desk, request: StatsRequest): Promise<Stats> {
  const { query, by, date } = request;
  const clock = { timezone: desk.settings.timezone, now: desk.now };
  const periods = seriesPeriods(query.node, date, clock);
  const columns = { state: stateColumn(desk.now), status: STATUS };
  return withSelection(desk, query, (selection) => {
    const labels = LABELS.map((label) => (by.includes(label) ? columns[label] : NOTHING));
    const stories = readStories(selection, MOMENTS[date], labels);
    const tally = tallying(stories, periods);
    const tables = groupedBy(by, { desk, selection, stories }).map(({ by: grouping, groups }) => ({
      by: grouping,
      groups: orderGroups(grouping, countGroups(groups, tally, stories.ids.length), request.sort),
    }));
    return { total: tally([...stories.ids.keys()]), periods, tables, problems: selection.problems };
  });
}

interface Grouped {
  readonly by: Grouping;
  readonly groups: readonly StoryGroup[];
}

interface Counting {
  readonly desk: Desk;
  readonly selection: Selection;
  readonly stories: Stories;
}

function groupedBy(by: readonly Grouping[], { desk, selection, stories }: Counting): Grouped[] {
  const clock = { timezone: desk.settings.timezone, now: desk.now };
  const terms = by.filter(isTermField).map((field) => {
    const groups = groupByTerm(selection, stories, field);
    return { field, groups: field === "section" ? inSections(groups) : groups };
  });
  const spelled = spellGroups(desk, selection, terms);
  return by.map((grouping) => {
    if (isPeriodUnit(grouping))
      return { by: grouping, groups: groupByPeriod(stories.moments, grouping, clock) };
    if (grouping === "state" || grouping === "status")
      return { by: grouping, groups: groupByLabel(stories.labels[LABELS.indexOf(grouping)] ?? []) };
    return { by: grouping, groups: spelled.find(({ field }) => field === grouping)?.groups ?? [] };
  });
}

function isTermField(by: Grouping): by is TermField {
  return by !== "state" && by !== "status" && !isPeriodUnit(by);
}

const MOST_FIRST: readonly StatsSort[] = [
  { key: "articles", isDescending: true },
  { key: "name", isDescending: false },
];
const LATEST_FIRST: readonly StatsSort[] = [{ key: "name", isDescending: true }];

/** What has no name stands last, however much it is. */
function orderGroups(
  by: Grouping,
  groups: readonly Group[],
  sort: readonly StatsSort[] | undefined,
): Group[] {
  const named = groups.filter(({ name }) => name !== null);
  const ordered = orderRows(named, sort ?? (isPeriodUnit(by) ? LATEST_FIRST : MOST_FIRST), (group, key) =>
    key === "name" ? fold(group.name ?? "") : group[key],
  );
  const all = [...ordered, ...groups.filter(({ name }) => name === null)];
  return by === "section" ? orderSections(all) : all;
}
