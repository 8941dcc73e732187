// `stet why`: everything that decides whether an article is on the site at an instant, each with its answer, and the
// instant at which that changes by itself. Works for a file that is no article too.
import type { Article } from "../../article/article.ts";
import { DEFAULT_SETTINGS } from "../../article/settings.ts";
import { slugKey } from "../../article/slug.ts";
import { stateAt, type State } from "../../article/state.ts";
import { stateChanges, type StateChange } from "../../article/state-changes.ts";
import { describeDistance, describeMoment } from "../../base/describe-moment.ts";
import { filesNamed } from "../../index/names.ts";
import { contestedIn } from "../contested.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";
import { fileSlugOf } from "../parse-file.ts";
import { permalinkOf } from "../permalink.ts";
import type { Entry } from "../find/read-entries.ts";

/** `warning` does not keep the article off the site. */
export type Outcome = "pass" | "fail" | "warning";

/** One condition, in the user's words; `until` (epoch milliseconds) is when it changes by itself. */
export interface Condition {
  readonly name: "file" | "slug" | "status" | "published" | "embargo" | "expires" | "section" | "site";
  readonly outcome: Outcome;
  readonly says: string;
  readonly until?: number;
}

export interface Why {
  readonly path: string;
  readonly slug: string;
  /** The instant asked about, epoch milliseconds. */
  readonly at: number;
  /** Absent when the file is no article. */
  readonly state?: State;
  /** True when nothing stands in the way of the article's being on the site at `at`. */
  readonly isLive: boolean;
  readonly url?: string;
  readonly conditions: readonly Condition[];
  readonly next?: StateChange;
}

/** Asks every condition of an entry at `at` (epoch milliseconds). Whose the slug is is asked of the index. */
export async function whyArticle(desk: Desk, entry: Entry, at: number): Promise<Why> {
  const { path, article } = entry;
  const slug = article?.slug ?? fileSlugOf(path);
  const asked = { desk, at };
  const conditions = [
    fileCondition(entry),
    slugCondition(slug, await othersWith(asked, { slug, path })),
    ...(article === undefined ? [] : articleConditions(article, asked)),
    siteCondition(desk),
  ];
  const isLive = conditions.every(({ outcome }) => outcome !== "fail");
  if (article === undefined) return { path, slug, at, isLive, conditions };
  const url = permalinkOf(desk.settings, article);
  const [next] = stateChanges(article, at);
  return {
    path,
    slug,
    at,
    state: stateAt(article, at),
    isLive,
    ...(url === undefined ? {} : { url }),
    conditions,
    ...(next === undefined ? {} : { next }),
  };
}

function fileCondition({ path, problems }: Entry): Condition {
  const problem = problems.find(({ severity }) => severity === "error");
  if (problem === undefined) return { name: "file", outcome: "pass", says: path };
  const place = problem.line === undefined ? path : `${path}:${problem.line}`;
  return { name: "file", outcome: "fail", says: `${place}: ${problem.message}` };
}

/** The paths of other articles. */
interface Others {
  /** Whose slug or former slug it is: links by it lead nowhere, but the article has its page. */
  readonly named: readonly string[];
  /** Live ones at the same address, of which publish writes none. */
  readonly contesting: readonly string[];
}

function othersWith(
  { desk, at }: Asked,
  { slug, path }: { readonly slug: string; readonly path: string },
): Promise<Others> {
  return withFreshIndex(desk, ({ index }) => {
    const claiming = filesNamed(index, slugKey(slug)).filter(({ kind }) => kind !== "id");
    const named = new Set(claiming.map((claim) => claim.path));
    named.delete(path);
    return { named: [...named], contesting: contestedIn({ ...desk, now: at }, index).get(path) ?? [] };
  });
}

function slugCondition(slug: string, { named, contesting }: Others): Condition {
  if (contesting.length > 0)
    return { name: "slug", outcome: "fail", says: `its address is also that of ${contesting.join(" and ")}` };
  if (named.length === 0) return { name: "slug", outcome: "pass", says: slug };
  return { name: "slug", outcome: "warning", says: `${slug} is also claimed by ${named.join(" and ")}` };
}

interface Asked {
  readonly desk: Desk;
  readonly at: number;
}

function articleConditions(article: Article, asked: Asked): Condition[] {
  return [
    statusCondition(article),
    publishedCondition(article, asked),
    embargoCondition(article, asked),
    expiresCondition(article, asked),
    sectionCondition(article, asked.desk),
  ];
}

function statusCondition({ status }: Article): Condition {
  return { name: "status", outcome: status === "published" ? "pass" : "fail", says: status };
}

function publishedCondition({ published }: Article, asked: Asked): Condition {
  const { at } = asked;
  if (published === undefined)
    return { name: "published", outcome: "fail", says: "no first publication set" };
  const { epochMs } = published;
  const moment = momentFrom(asked, epochMs);
  if (epochMs <= at) return { name: "published", outcome: "pass", says: moment };
  return { name: "published", outcome: "fail", says: `not before ${moment}`, until: epochMs };
}

function embargoCondition({ embargo }: Article, asked: Asked): Condition {
  const { at } = asked;
  if (embargo === undefined) return { name: "embargo", outcome: "pass", says: "none" };
  if (embargo === "open") return { name: "embargo", outcome: "fail", says: "open, until somebody lifts it" };
  const { epochMs } = embargo;
  const moment = momentFrom(asked, epochMs);
  if (epochMs <= at) return { name: "embargo", outcome: "pass", says: `over since ${moment}` };
  return { name: "embargo", outcome: "fail", says: `until ${moment}`, until: epochMs };
}

function expiresCondition({ expires }: Article, asked: Asked): Condition {
  const { at } = asked;
  if (expires === undefined) return { name: "expires", outcome: "pass", says: "never" };
  const { epochMs } = expires;
  const moment = momentFrom(asked, epochMs);
  if (epochMs <= at) return { name: "expires", outcome: "fail", says: moment };
  return { name: "expires", outcome: "pass", says: moment, until: epochMs };
}

/** How far off it is goes without saying where another instant is asked about than now: from which of the two? */
function momentFrom({ desk, at }: Asked, epochMs: number): string {
  const moment = describeMoment(epochMs, desk.settings.timezone);
  return at === desk.now ? `${moment}, ${describeDistance(at, epochMs)}` : moment;
}

function sectionCondition({ section }: Article, { settings }: Desk): Condition {
  if (section === undefined) return { name: "section", outcome: "pass", says: "none" };
  if (settings.sections.has(section)) return { name: "section", outcome: "pass", says: section };
  return { name: "section", outcome: "warning", says: `${section} is no section of stet.yaml` };
}

/** What publishing insists on in stet.yaml (article-format.md "stet.yaml"). */
function siteCondition({ settings }: Desk): Condition {
  const { name, url } = settings;
  const lacks = [...(name === DEFAULT_SETTINGS.name ? ["name"] : []), ...(url === undefined ? ["url"] : [])];
  if (lacks.length > 0)
    return { name: "site", outcome: "fail", says: `stet.yaml has no ${lacks.join(" and no ")}` };
  return { name: "site", outcome: "pass", says: url ?? "" };
}
