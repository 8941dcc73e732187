// Makes a whole edition: a new site in one go, by threads, which is remembered meanwhile; any other file by file.
import type { Index } from "../../index/open-index.ts";
import { hasMoreFiles } from "../../index/published-files.ts";
import { standingAt } from "../../newsroom/site/publish-stamp.ts";
import type { Reconciled, ReconcileOptions } from "../../publish/planned-file.ts";
import { reconcile } from "../../publish/reconcile.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { Desk } from "../desk.ts";
import { pageThreads, type PageThreads } from "./make/make-threads.ts";
import { planSite, planWholeSite, type SitePlan } from "./plan/plan-site.ts";
import { destinationOf } from "./publish-request.ts";
import { lateIn } from "./remember/lateness.ts";
import { distrustPublish, type PublishMemory } from "./remember/publish-memory.ts";
import { rememberSite, type Remembering } from "./remember/remember-site.ts";

export interface Making {
  readonly index: Index;
  /** The name it has when it is planned from. */
  readonly identity: string;
  readonly theme: Theme;
  readonly options: ReconcileOptions;
}

export interface MadeEdition {
  readonly plan: SitePlan;
  readonly result: Reconciled;
  /** To be finished where everything is there, else forgotten. */
  readonly remembering: Remembering;
}

/** Makes what should be public. `memory` is of the last publish. */
export async function makeEdition(
  desk: Desk,
  making: Making,
  memory: PublishMemory | undefined,
): Promise<MadeEdition> {
  const threads = pageThreads();
  try {
    return (await makeWhole(desk, making, threads)) ?? (await makePlanned(desk, making, { memory, threads }));
  } finally {
    await threads.stop();
  }
}

/** Fewer are made before a thread has started. */
const WORTH_THREADS = 500;

/** A site that is not there yet, shown whole or not at all: undefined where not. Reads each article once. */
async function makeWhole(
  desk: Desk,
  { index, identity, theme, options }: Making,
  threads: PageThreads,
): Promise<MadeEdition | undefined> {
  const { root, settings } = desk;
  if (options.dryRun === true || standingAt(`${root}/${settings.publish.to}`) !== "absent") return undefined;
  if (hasMoreFiles(index, WORTH_THREADS)) threads.start();
  const plan = planWholeSite(desk, index, theme);
  const remembering = rememberSite(plan.context, identity);
  const makeAll = threads.makeAll({ desk, site: plan.context.site, index, goOn: remembering.goOn });
  const wholly = { ...options, makeAll, isAllOrNothing: true };
  let isThere = false;
  try {
    const result = await reconcile(destinationOf(desk), plan.files, wholly);
    isThere = result.outcome !== "withheld";
    return isThere ? { plan, result, remembering } : undefined;
  } finally {
    if (!isThere) remembering.forget();
  }
}

interface Planned {
  readonly memory: PublishMemory | undefined;
  readonly threads: PageThreads;
}

async function makePlanned(
  desk: Desk,
  { index, identity, theme, options }: Making,
  { memory, threads }: Planned,
): Promise<MadeEdition> {
  const plan = planSite(desk, index, theme);
  const remembering = rememberSite(plan.context, identity);
  // Where the disk had no room for a new site and its memory, the site comes first.
  const makeAll = threads.makeAll({ desk, site: plan.context.site, index, goOn: () => false });
  const foretold: ReconcileOptions["foretold"] = (added, removed) => {
    const late = lateIn(desk, { index, rows: plan.rows }, memory, { added, removed, refused: [] });
    distrustPublish(
      desk,
      memory,
      late.map(({ file }) => file),
    );
  };
  const result = await reconcile(destinationOf(desk), plan.files, { ...options, makeAll, foretold });
  return { plan, result, remembering };
}
