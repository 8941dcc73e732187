// What the last whole publish was planned from, so that the next can tell what is another since, and plan that alone.
import { readPublishMemory, writePublishMemory } from "../../../newsroom/site/publish-memory.ts";
import type { Desk } from "../../desk.ts";
import { packRows, unpackRows } from "./pack-rows.ts";
import type { FeedReach, SiteContext } from "../plan/site-context.ts";
import { neighbours } from "../plan/plan-pages.ts";
import type { SitePlan } from "../plan/plan-site.ts";
import type { SiteRow } from "../plan/site-row.ts";
import type { GoneRow } from "../plan/site-rows.ts";

/** Everything of a plan that another plan can be told from. */
export interface LastPlan {
  /** The index it was made from (identityOf). */
  readonly index: string;
  readonly frameKey: string;
  /** Newest first. */
  readonly live: readonly SiteRow[];
  readonly gone: readonly GoneRow[];
  /** The computed related stories of each page. */
  readonly beside: Map<SiteRow, readonly SiteRow[]>;
  /** Hashes by path of the other files of articles that are, were or will be public. */
  readonly others: ReadonlyMap<string, string>;
  /** The paths of stories told in several languages. */
  readonly versions: readonly string[];
  /** In the order of stet.yaml. */
  readonly feeds: readonly FeedReach[];
}

/** `paths` and `hashes` as the index has them. */
export function lastPlanOf(
  { context, rows: { live, gone } }: SitePlan,
  index: string,
  { paths, hashes }: { readonly paths: readonly string[]; readonly hashes: readonly string[] },
): LastPlan {
  const held = new Set([...live, ...gone].map(({ path }) => path));
  return {
    index,
    frameKey: context.frameKey,
    live,
    gone,
    beside: besideAll(context, live),
    others: new Map(paths.flatMap((path, at) => (held.has(path) ? [] : [[path, hashes[at] ?? ""]]))),
    versions: [...context.versions.keys()],
    feeds: context.desk.settings.publish.feeds.flatMap((_, at) => context.feeds.get(at) ?? []),
  };
}

/** What the context knows by now is those that live rows have, all but a few. */
function besideAll(context: SiteContext, live: readonly SiteRow[]): LastPlan["beside"] {
  for (const row of live) neighbours(context, row);
  return context.beside;
}

/** Remembers it; never throws for the disk. 3 us and 300 bytes an article. */
export function rememberPlan({ root }: Desk, { live, beside, others, ...plan }: LastPlan): void {
  function* lines(): Generator<string, void, undefined> {
    yield JSON.stringify({ ...plan, others: [...others], count: live.length });
    for (const packed of packRows(live, beside)) yield JSON.stringify(packed);
  }
  writePublishMemory(root, "plan.json", lines());
}

/** The plan that was made from an index of that name; undefined where it is not remembered. */
export function recallPlan({ root }: Desk, index: string): LastPlan | undefined {
  try {
    return planIn(readPublishMemory(root, "plan.json"), index);
  } catch {
    return undefined;
  }
}

/** Written whole or not at all, by this version (the memory beside it says so): no more is asked than that it is whole. */
function planIn(lines: Generator<string, void, undefined>, index: string): LastPlan | undefined {
  const first = lines.next();
  if (first.done === true) return undefined;
  const { count, others, ...plan }: Remembered = JSON.parse(first.value);
  if (plan.index !== index) return undefined;
  const { rows: live, besideAt } = unpackRows(lines);
  if (live.length !== count) return undefined;
  const beside = new Map(
    live.map((row, place) => [row, (besideAt[place] ?? []).flatMap((other) => live[other] ?? [])]),
  );
  return { ...plan, live, beside, others: new Map(others) };
}

interface Remembered extends Omit<LastPlan, "live" | "beside" | "others"> {
  readonly count: number;
  readonly others: readonly (readonly [string, string])[];
}
