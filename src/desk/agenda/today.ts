// `stet today`: what needs somebody now, in one reading of the newsroom: what is due, which embargoes end, whose drafts
// lie open, which files are broken.
import type { Author } from "../../article/article.ts";
import type { Problem } from "../../base/problem.ts";
import { readPeriod } from "../../query/read-period.ts";
import type { QueryNode } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { byTime, comingEvents, missedEvents, type DueEvent } from "./due-articles.ts";
import { coming, knownArticles, workInHand, type KnownArticle } from "./known-articles.ts";

export interface Today {
  /** Articles in the newsroom, those that cannot be read included. */
  readonly count: number;
  /** Should have gone out by now and is still on the desk. */
  readonly missed: readonly DueEvent[];
  /** To go out before the day ends in the newsroom's zone: live by itself, or due from the desk. */
  readonly due: readonly DueEvent[];
  /** Embargoes that end within 24 hours. */
  readonly embargoes: readonly DueEvent[];
  /** The author's drafts and articles in review, the latest change first; empty when no author is named. */
  readonly mine: readonly KnownArticle[];
  /** One Problem for each file that cannot be read. */
  readonly broken: readonly Problem[];
}

const DAY = 86_400_000;

/** `me` is a name of a byline or a key of stet.yaml's authors. Asks the index; reads no article. */
export async function readToday(desk: Desk, me: string | undefined): Promise<Today> {
  const { now, settings } = desk;
  const endOfDay = readPeriod("today", { now, timezone: settings.timezone })?.to ?? now;
  const name = me === undefined || me === "" ? undefined : (settings.authors.get(me)?.name ?? me);
  const found = { missed: [] as DueEvent[], coming: [] as DueEvent[], mine: [] as KnownArticle[] };
  const until = Math.max(endOfDay, now + DAY + 1);
  const asked: QueryNode = { kind: "or", nodes: [workInHand(), coming(now, until)] };
  const { articles, count, problems } = await knownArticles(desk, asked);
  for (const entry of articles) {
    found.missed.push(...missedEvents(entry, now));
    found.coming.push(...comingEvents(entry, now).filter(({ at }) => at < until));
    if (name !== undefined && isMine(entry, name)) found.mine.push(entry);
  }
  const ahead = found.coming.sort(byTime);
  return {
    count,
    missed: found.missed.sort(byTime),
    due: ahead.filter((event) => !isEmbargo(event) && event.what !== "expires" && event.at < endOfDay),
    embargoes: ahead.filter((event) => isEmbargo(event) && event.at <= now + DAY),
    mine: found.mine.sort(latestFirst),
    broken: firstOfEach(problems),
  };
}

/** One for each file. */
function firstOfEach(problems: readonly Problem[]): Problem[] {
  const first = new Map<string | undefined, Problem>();
  for (const problem of problems) if (!first.has(problem.file)) first.set(problem.file, problem);
  return [...first.values()];
}

function isEmbargo({ what, before }: DueEvent): boolean {
  return what === "embargo" || before === "embargoed";
}

function isMine({ article }: KnownArticle, name: string): boolean {
  const isOpen = article.status === "draft" || article.status === "review";
  return isOpen && article.authors.some((author) => isNamed(author, name));
}

function isNamed({ name, email }: Author, wanted: string): boolean {
  const key = wanted.toLowerCase();
  return name.toLowerCase() === key || email?.toLowerCase() === key;
}

function latestFirst(a: KnownArticle, b: KnownArticle): number {
  const changed = ({ article }: KnownArticle): number => (article.updated ?? article.created)?.epochMs ?? 0;
  return changed(b) - changed(a) || (a.path < b.path ? -1 : 1);
}
