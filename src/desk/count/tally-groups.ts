// Groups of articles as numbers: how many they are, their words, and how they lie in time.
import type { NamedPeriod } from "../../query/walk-periods.ts";
import type { Stories, StoryGroup } from "./read-stories.ts";
import { placeInSeries } from "./story-series.ts";

export interface Tally {
  readonly articles: number;
  readonly words: number;
  /** Articles in each period of the series. */
  readonly series: readonly number[];
}

/** The articles of one section, author, month ...; a section counts those below it, too. */
export interface Group extends Tally {
  /** As most articles write it, or a period as queries name it; null for the articles that have none. */
  readonly name: string | null;
  /** Of all articles selected, 0 to 1. */
  readonly share: number;
  /** Of a section alone: articles in it and not below it. */
  readonly own?: number;
}

/** Counts articles by their positions in the columns. */
export type TallyRows = (rows: readonly number[]) => Tally;

/** The count over these columns, with a series over these periods. */
export function tallying({ words, moments }: Stories, periods: readonly NamedPeriod[]): TallyRows {
  const places = placeInSeries(moments, periods);
  return (rows) => {
    const series = periods.map(() => 0);
    let sum = 0;
    for (const row of rows) {
      sum += words[row] ?? 0;
      const place = places[row] ?? -1;
      if (place !== -1) series[place] = (series[place] ?? 0) + 1;
    }
    return { articles: rows.length, words: sum, series };
  };
}

/** Every group counted; shares are of `all` articles. */
export function countGroups(groups: readonly StoryGroup[], tally: TallyRows, all: number): Group[] {
  return groups.map(({ value, rows, own }) => ({
    name: value,
    ...tally(rows),
    share: rows.length / all,
    ...(own === undefined ? {} : { own }),
  }));
}
