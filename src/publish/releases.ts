// Editions kept beside each other: the next one begins as hard links to the one before, is changed like any site, and
// is shown by one rename of a link. Nobody ever sees half of one.
import { StetError } from "../base/stet-error.ts";
import { explainingFailure } from "../newsroom/io-error.ts";
import {
  carryFiles,
  compareFiles,
  filesOfRelease,
  forgetFiles,
  noteFiles,
  type Seen,
} from "../newsroom/site/release-files.ts";
import {
  cloneRelease,
  hasRelease,
  listReleases,
  pruneReleases,
  releasePath,
  showRelease,
} from "../newsroom/site/publish-releases.ts";
import { commit, knownFile } from "./manifest-rows.ts";
import { openSite, PHASE_NOTE, RELEASE_NOTE, type Editions, type OpenSite } from "./open-site.ts";
import { closeManifest } from "./manifest.ts";
import type { Destination } from "./planned-file.ts";
import type { Tally } from "./site.ts";

/**
 * The site with a tree that may be changed: a new edition, or the one a crash left unfinished. 60 us a file.
 * Throws StetError external.
 */
export function beginEdition(open: OpenSite, editions: Editions): OpenSite {
  if (editions.isBuilding) return open;
  const { place, site } = open;
  const { described, next } = editions;
  return explainingFailure(site.root, `${site.name}.releases/${next}`, "made", () => {
    const from = described !== undefined && hasRelease(place, described) ? described : undefined;
    cloneRelease(place, from, next);
    commit(site.manifest, { notes: { [RELEASE_NOTE]: String(next), [PHASE_NOTE]: "building" } });
    return {
      ...open,
      site: { ...site, folder: releasePath(place, next) },
      editions: { ...editions, described: next, isBuilding: true },
    };
  });
}

/** Shows the edition the manifest speaks of and removes the oldest; returns its number. Throws StetError external. */
export function showEdition(
  { place, site, home }: OpenSite,
  { described, shown, isBuilding, kept }: Editions,
): number | undefined {
  if (described === undefined) return undefined;
  explainingFailure(site.root, site.name, "written", () => {
    if (shown !== described) showRelease(place, described);
    if (isBuilding) commit(site.manifest, { notes: { [PHASE_NOTE]: "shown" } });
    if (isBuilding || shown !== described) pruneReleases(place, new Set(listReleases(place).slice(-kept)));
    forgetFiles(home);
  });
  return described;
}

/** The edition that is shown, where it is not the one the manifest speaks of: somebody went back, or a run was killed. */
function shownElsewhere({ editions }: OpenSite): { shown: number; described: number } | undefined {
  const { shown, described } = editions ?? {};
  if (shown === undefined || described === undefined || shown === described) return undefined;
  return { shown, described };
}

/** What somebody put into the edition shown, after stet went back to it, goes along. Throws Node's error. */
export function carryAlong(open: OpenSite): void {
  const elsewhere = shownElsewhere(open);
  if (elsewhere === undefined) return;
  const { shown: from, described: to } = elsewhere;
  const isOurs = (file: string): boolean => knownFile(open.site.manifest, file) !== undefined;
  carryFiles(open.place, { home: open.home, from, to, isOurs });
}

/**
 * What readers will see otherwise once the edition `next` is shown, with what is still to be done to it (nothing, where
 * that is undefined); undefined where that is just what this run changes. Throws Node's error.
 */
export function seenWith(open: OpenSite, next: number | undefined, todo?: Tally): Seen | undefined {
  const elsewhere = shownElsewhere(open);
  if (elsewhere === undefined) return undefined;
  const files = filesOfRelease(open.place, next ?? elsewhere.described);
  for (const file of todo?.removed ?? []) files.delete(file);
  for (const file of [...(todo?.added ?? []), ...(todo?.rewritten ?? [])]) files.set(file, undefined);
  return compareFiles(filesOfRelease(open.place, elsewhere.shown), files);
}

/** Both editions, and what readers see otherwise now. */
export interface RolledBack extends Seen {
  readonly from: number;
  readonly to: number;
}

/**
 * Shows the edition before the one now shown, whole, at once. The next publish shows what should
 * be there again: turn off what runs it first. What was withdrawn since comes back with the old edition.
 * Throws StetError not-found where there is none, busy, usage, external.
 */
export function rollback(destination: Destination): RolledBack {
  if (destination.releases === 0) throw noneBefore(destination.to);
  const open = openSite(destination, {});
  // Cannot be: only whenBusy makes it so.
  if (open === undefined) throw noneBefore(destination.to);
  try {
    const shown = open.editions?.shown;
    const earlier = listReleases(open.place).findLast((release) => release < (shown ?? 0));
    if (shown === undefined) throw noneBefore(open.site.name);
    if (earlier === undefined) throw oldestShown(open.site.name, shown);
    return explainingFailure(open.site.root, open.site.name, "written", () => {
      carryAlong(open);
      noteFiles(open.home, open.place, earlier);
      showRelease(open.place, earlier);
      const seen = compareFiles(filesOfRelease(open.place, shown), filesOfRelease(open.place, earlier));
      return { from: shown, to: earlier, ...seen };
    });
  } finally {
    closeManifest(open.site.manifest);
  }
}

function oldestShown(name: string, shown: number): StetError {
  const message = `${name} shows the oldest release that is kept, ${shown}: there is none before it`;
  return new StetError("not-found", "not-found", message, { hint: "stet publish goes forward again" });
}

function noneBefore(name: string): StetError {
  return new StetError("not-found", "not-found", `there is no earlier release of ${name} to go back to`, {
    hint: "stet.yaml keeps them: publish: {releases: 3}",
  });
}
