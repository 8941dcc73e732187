// What the last whole publish was planned from, so that the next can tell that nothing changed but the words of some
// articles, and plan their pages alone.
import type { SiteHead } from "../../render/site/site.ts";
import { readPublishMemory, writePublishMemory } from "../../newsroom/publish-memory.ts";
import type { Desk } from "../desk.ts";
import type { FeedReach } from "./site-context.ts";
import { neighbours } from "./plan-pages.ts";
import type { SitePlan } from "./plan-site.ts";
import type { SiteRow } from "./site-row.ts";

/** Lists run side by side, one place an article that is or was public, in path order. */
export interface LastPlan {
  /** The index it was made from (identityOf). */
  readonly index: string;
  readonly head: SiteHead;
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  /** Of each that is live what SiteRow says. */
  readonly shapes: readonly string[];
  /** The places of the computed related stories of its page. */
  readonly beside: readonly (readonly number[])[];
  /** The paths of stories told in several languages: what one says is on the pages of the others. */
  readonly versions: readonly string[];
  /** In the order of stet.yaml; an article's text is in the feeds that hold its path. */
  readonly feeds: readonly FeedReach[];
}

/** `paths` and `hashes` as the index has them: of scheduled and embargoed articles, too. */
export function lastPlanOf(
  { context, rows: { live } }: SitePlan,
  index: string,
  { paths, hashes }: Pick<LastPlan, "paths" | "hashes">,
): LastPlan {
  const rows = new Map<string, SiteRow>(live.map((row) => [row.path, row]));
  const places = new Map(paths.map((path, place) => [path, place]));
  const besideOf = (row: SiteRow | undefined): number[] =>
    row === undefined ? [] : neighbours(context, row).flatMap(({ path }) => places.get(path) ?? []);
  return {
    index,
    head: context.site.head,
    paths,
    hashes,
    shapes: paths.map((path) => rows.get(path)?.shape ?? ""),
    beside: paths.map((path) => besideOf(rows.get(path))),
    versions: [...context.versions.keys()],
    feeds: context.feeds,
  };
}

/** Remembers it; never throws for the disk. */
export function rememberPlan({ root }: Desk, plan: LastPlan): void {
  writePublishMemory(root, "plan.json", JSON.stringify(plan));
}

/** The plan that was made from an index of that name; undefined where it is not remembered. */
export function recallPlan({ root }: Desk, index: string): LastPlan | undefined {
  const text = readPublishMemory(root, "plan.json");
  if (text === undefined) return undefined;
  try {
    const plan: unknown = JSON.parse(text);
    return isPlan(plan) && plan.index === index ? plan : undefined;
  } catch {
    return undefined;
  }
}

const LISTS = ["paths", "hashes", "shapes", "beside", "versions", "feeds"] as const;

/** Written whole or not at all, by this version (the memory beside it says so). */
function isPlan(value: unknown): value is LastPlan {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const hasLists = LISTS.every((name) => Array.isArray(fields.get(name)));
  return typeof fields.get("index") === "string" && typeof fields.get("head") === "object" && hasLists;
}
