// `stet due`: what the coming days bring (goes live, is due from the desk, comes out of its embargo, expires), and what
// should have gone out and did not.
import { isLive, stateAt, type State } from "../../article/state.ts";
import { stateChanges, type StateChange } from "../../article/state-changes.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { readPeriod } from "../../query/read-period.ts";
import type { QueryNode } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { coming, knownArticles, workInHand, type KnownArticle } from "./known-articles.ts";

/**
 * `live` readers get it · `due` it is to be published then, and is still on the desk · `embargo` the embargo ends, and
 * something else still holds it · `expires` it leaves the site.
 */
export type DueWhat = "live" | "due" | "embargo" | "expires";

/** One thing that happens to one article; `at` is epoch milliseconds. */
export interface DueEvent {
  readonly at: number;
  readonly what: DueWhat;
  /** What the article is until then. */
  readonly before: State;
  readonly entry: KnownArticle;
}

export interface DueList {
  /** By instant, then by path. */
  readonly events: readonly DueEvent[];
  /** Of the files that could not be read. */
  readonly problems: readonly Problem[];
}

/** Everything after now up to `until` (epoch milliseconds, not included). Asks the index; reads no article. */
export function dueArticles(desk: Desk, until: number): Promise<DueList> {
  const eventsOf = (entry: KnownArticle): DueEvent[] =>
    comingEvents(entry, desk.now).filter(({ at }) => at < until);
  return collect(desk, coming(desk.now, until), eventsOf);
}

/**
 * What is still on the desk though `published` has passed; and, where the caller can say what is out, what is live by
 * its file but is not out, as a `live` event of the past. Asks the index; reads no article.
 */
export function missedArticles(desk: Desk, isOut?: (entry: KnownArticle) => boolean): Promise<DueList> {
  const eventsOf = (entry: KnownArticle): DueEvent[] => missedEvents(entry, desk.now, isOut);
  return collect(desk, isOut === undefined ? workInHand() : { kind: "all" }, eventsOf);
}

/**
 * The end of a stretch to look ahead, epoch milliseconds: `7d`, `12h`, or a query's date (`today`, `this-week`,
 * `2026-12`). Throws StetError usage/bad-date for any other text and for what has passed.
 */
export function dueUntil({ now, settings }: Desk, text: string): number {
  const ahead = /^\d+(?:min|h|d|w|mo|y)$/.test(text) ? `+${text}` : text;
  const period = readPeriod(ahead, { now, timezone: settings.timezone });
  if (period !== undefined && period.to > now) return period.to;
  const message = period === undefined ? `cannot read how far "${text}" is` : `${text} has passed`;
  throw new StetError("usage", "bad-date", message, { hint: "stet due 7d, today, this-week or 2026-12" });
}

/** What is to come for one article after `now`, in order. */
export function comingEvents(entry: KnownArticle, now: number): DueEvent[] {
  const { article } = entry;
  if (article.status === "published")
    return stateChanges(article, now).flatMap((change) => eventOf(entry, change));
  if (article.status === "withdrawn" || article.status === "killed") return [];
  const { published, embargo } = article;
  const before = stateAt(article, now);
  const due = published === undefined ? [] : [{ at: published.epochMs, what: "due", before, entry } as const];
  const lifts =
    embargo === undefined || embargo === "open"
      ? []
      : [{ at: embargo.epochMs, what: "embargo", before, entry } as const];
  return [...due, ...lifts].filter(({ at }) => at > now);
}

function eventOf(entry: KnownArticle, { at, before, state }: StateChange): DueEvent[] {
  if (state === "live") return [{ at, what: "live", before, entry }];
  if (before === "embargoed") return [{ at, what: "embargo", before, entry }];
  return before === "live" ? [{ at, what: "expires", before, entry }] : [];
}

/** What should have happened to one article by `now` and did not. */
export function missedEvents(
  entry: KnownArticle,
  now: number,
  isOut?: (entry: KnownArticle) => boolean,
): DueEvent[] {
  const { article } = entry;
  const { published } = article;
  if (published === undefined || published.epochMs > now) return [];
  const before = stateAt(article, now);
  const isOnDesk = before === "draft" || before === "review" || before === "ready";
  if (isOnDesk) return [{ at: published.epochMs, what: "due", before, entry }];
  const isMissing = isOut !== undefined && isLive(article, now) && !isOut(entry);
  return isMissing ? [{ at: published.epochMs, what: "live", before, entry }] : [];
}

async function collect(
  desk: Desk,
  node: QueryNode,
  eventsOf: (entry: KnownArticle) => readonly DueEvent[],
): Promise<DueList> {
  const { articles, problems } = await knownArticles(desk, node);
  return { events: articles.flatMap(eventsOf).sort(byTime), problems };
}

/** The order of events: by instant, then by path. */
export function byTime(a: DueEvent, b: DueEvent): number {
  return a.at - b.at || (a.entry.path < b.entry.path ? -1 : 1);
}
