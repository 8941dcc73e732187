// What a picker shows of one article, wherever its rows come from.
import { stateAt, type State } from "../../article/state.ts";
import { formatDate } from "../../base/format-date.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Desk } from "../desk.ts";

/** One article as a picker shows it; every text is free of control characters. */
export interface SourceRow {
  /** What choosing the row answers: a path, relative to the root, or what else the source names articles by. */
  readonly path: string;
  readonly slug: string;
  readonly headline: string;
  /** Undefined where the file holds no article. */
  readonly state: State | undefined;
  /** Empty where the article has none. */
  readonly section: string;
  /** The day of its last change, in the newsroom's zone; empty where it has none. */
  readonly changed: string;
  readonly summary: string;
}

/** `rows` are the first of them, best first; `total` is how many there are. */
export interface SourceAnswer {
  readonly rows: readonly SourceRow[];
  readonly total: number;
  /** Where not all has been looked at: there may be more, and who asks once more is told more of them. */
  readonly isPartial?: true;
}

/**
 * Answers within a key press, for any text, also half a query. Of a partial answer the rows stay where they are, and
 * others come behind them.
 */
export type ArticleSource = (term: string) => SourceAnswer;

/** Asks until all has been looked at: for who does not wait for keys. */
export function wholeAnswer(source: ArticleSource, term: string): SourceAnswer {
  let answer = source(term);
  while (answer.isPartial === true) answer = source(term);
  return answer;
}

/** More rows than a picker lets anybody walk through. */
export const MOST_ROWS = 50;

/** What a row shows of an article, read or from the index. */
export type Shown = Parameters<typeof stateAt>[0] & {
  readonly slug: string;
  readonly headline: string;
  readonly summary?: string;
  readonly section?: string;
};

/** `moment` is what `changed` is the day of, epoch milliseconds. */
export function rowOf(
  { settings, now }: Desk,
  article: Shown,
  { path, moment }: { readonly path: string; readonly moment: number | undefined },
): SourceRow {
  const { slug, headline, summary = "", section = "" } = article;
  return {
    path,
    slug: visibleText(slug),
    headline: visibleText(headline),
    state: stateAt(article, now),
    section: visibleText(settings.sections.get(section)?.name ?? section),
    changed: moment === undefined ? "" : formatDate(moment, settings),
    summary: visibleText(summary),
  };
}
