// The engine of `stet publish`: makes the edition on the disk the one that should be there. Adds, rewrites what differs
// and removes what no longer belongs, touches nothing stet has not written, and works in proportion to what changed.
import { explainingFailure } from "../newsroom/io-error.ts";
import { dropStage, prepareStage } from "../newsroom/site/publish-stage.ts";
import { isOneDevice, makeSiteFolder } from "../newsroom/site/publish-subfolders.ts";
import { StetError } from "../base/stet-error.ts";
import { anotherSite } from "./another-site.ts";
import { compareEdition, comparePart, type Comparison, type Removal } from "./compare-edition.ts";
import { isFirstEdition, writeFirstEdition } from "./first-edition.ts";
import { foresee } from "./foresee.ts";
import { closeManifest } from "./manifest.ts";
import { obstaclesOf } from "./obstacles.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import type { Seen } from "../newsroom/site/release-files.ts";
import type { Destination, PlannedFile, Reconciled, ReconcileOptions } from "./planned-file.ts";
import { recoverSite } from "./recover-site.ts";
import { beginEdition, carryAlong, seenWith, showEdition } from "./releases.ts";
import { removeFiles } from "./remove-files.ts";
import { beltFor } from "./safety-belt.ts";
import type { Site, Tally } from "./site.ts";
import { writeEdition } from "./write-edition.ts";

/**
 * Publishes the planned files to their destination. The plan is gone through once, in any order, and holds every file
 * that should be there. What is refused for one file stops no other. Throws StetError busy (another stet publishes
 * there), usage (a destination that cannot be), conflict (the site would be wiped, or is no site), external.
 */
export async function reconcile(
  destination: Destination,
  planned: Iterable<PlannedFile>,
  options: ReconcileOptions = {},
): Promise<Reconciled> {
  const open = openSite(destination, options);
  if (open === undefined) return SKIPPED;
  try {
    if (options.dryRun !== true)
      explaining(open.site, () => {
        carryAlong(open);
        recoverSite(open.site);
      });
    const compare = options.isPart === true ? comparePart : compareEdition;
    const comparison = explaining(open.site, () => compare(open.site, planned, options));
    if (comparison === undefined) return WITHHELD;
    const belt = options.force === true ? undefined : await stopFor(open.site, comparison);
    if (belt !== undefined && options.dryRun !== true) throw belt;
    const answered = await answer(open, comparison, options);
    return belt === undefined ? answered : { ...answered, failure: belt };
  } finally {
    closeManifest(open.site.manifest);
  }
}

/** What a publish without `force` stops with, before anything is written. */
async function stopFor(site: Site, comparison: Comparison): Promise<StetError | undefined> {
  return beltFor(comparison, site.name) ?? (await anotherSite(site, comparison));
}

async function answer(
  open: OpenSite,
  comparison: Comparison,
  options: ReconcileOptions,
): Promise<Reconciled> {
  const { site } = open;
  const tally = tallyOf(comparison);
  if (options.dryRun === true) {
    await foresee(site, comparison, tally);
    const seen = explaining(site, () => seenWith(open, undefined, tally));
    return resultOf("planned", tally, { release: open.editions?.shown, seen });
  }
  options.foretold?.(
    comparison.work.flatMap(({ known, file }) => (known === undefined ? [file.path] : [])),
    comparison.removals.map(({ path }) => path),
  );
  if (isFirstEdition(site, comparison, options)) {
    const isShown = await writeFirstEdition(site, comparison.work, { tally, options });
    return resultOf(isShown || options.isAllOrNothing !== true ? "published" : "withheld", tally);
  }
  if (options.isAllOrNothing === true) return resultOf("withheld", tally);
  return resultOf("published", tally, await carryOut(open, comparison, tally));
}

const SKIPPED: Reconciled = {
  outcome: "skipped",
  added: [],
  rewritten: [],
  removed: [],
  unchanged: 0,
  refused: [],
};

const WITHHELD: Reconciled = { ...SKIPPED, outcome: "withheld" };

function explaining<T>(site: Site, work: () => T): T {
  return explainingFailure(site.root, site.name, "read", work);
}

function tallyOf({ refused, unchanged }: Comparison): Tally {
  return { added: [], rewritten: [], removed: [], refused: [...refused], unchanged };
}

/** The edition shown at the end, and what readers see otherwise by that. */
interface Shown {
  readonly release: number | undefined;
  readonly seen?: Seen | undefined;
}

function resultOf(
  outcome: Reconciled["outcome"],
  tally: Tally,
  { release, seen }: Shown = { release: undefined },
): Reconciled {
  const failure = tally.refused.find(({ reason }) => reason === "disk")?.cause;
  return {
    outcome,
    ...tally,
    ...(failure instanceof StetError ? { failure } : {}),
    ...(release === undefined ? {} : { release }),
    ...(seen === undefined ? {} : { seen }),
  };
}

async function carryOut(open: OpenSite, comparison: Comparison, tally: Tally): Promise<Shown> {
  const isQuiet = comparison.work.length === 0 && comparison.removals.length === 0;
  const ready = isQuiet ? open : begin(open);
  if (!isQuiet) await change(ready.site, comparison, tally);
  if (ready.editions === undefined) return { release: undefined };
  // Half an edition is never shown: the next publish goes on with it.
  const isWhole = !tally.refused.some(({ reason }) => reason === "disk");
  if (!isWhole) return { release: ready.editions.shown };
  // Before the edition shown so far may have to go.
  const seen = explaining(open.site, () => seenWith(open, ready.editions?.described));
  return { release: showEdition(ready, ready.editions), seen };
}

/** The site with its tree ready to be changed. */
function begin(open: OpenSite): OpenSite {
  const ready = open.editions === undefined ? open : beginEdition(open, open.editions);
  const { site, home } = ready;
  return explainingFailure(site.root, site.name, "made", () => {
    makeSiteFolder(site.folder);
    const stage = isOneDevice(home, site.folder) ? site.stage : site.beside;
    prepareStage(stage);
    return { ...ready, site: { ...site, stage } };
  });
}

async function change(site: Site, { work, removals }: Comparison, tally: Tally): Promise<void> {
  const obstacles = obstaclesOf(work, removals);
  const isObstacle = ({ path }: Removal): boolean => obstacles.has(path);
  try {
    removeFiles(site, removals.filter(isObstacle), tally);
    await writeEdition(site, work, tally);
    removeFiles(
      site,
      removals.filter((each) => !isObstacle(each)),
      tally,
    );
  } finally {
    dropStage(site.stage);
    dropStage(site.beside);
  }
}
