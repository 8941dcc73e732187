// Editions kept beside each other: the next one begins as hard links to the one before, is changed like any site, and
// is shown by one rename of a link. Nobody ever sees half of one.
import { StetError } from "../base/stet-error.ts";
import { explainingFailure } from "../newsroom/io-error.ts";
import {
  cloneRelease,
  hasRelease,
  listReleases,
  pruneReleases,
  releasePath,
  showRelease,
} from "../newsroom/site/publish-releases.ts";
import { commit } from "./manifest-rows.ts";
import { openSite, PHASE_NOTE, RELEASE_NOTE, type Editions, type OpenSite } from "./open-site.ts";
import { closeManifest } from "./manifest.ts";
import type { Destination } from "./planned-file.ts";

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
  { place, site }: OpenSite,
  { described, shown, isBuilding, kept }: Editions,
): number | undefined {
  if (described === undefined) return undefined;
  explainingFailure(site.root, site.name, "written", () => {
    if (shown !== described) showRelease(place, described);
    if (isBuilding) commit(site.manifest, { notes: { [PHASE_NOTE]: "shown" } });
    if (isBuilding || shown !== described) pruneReleases(place, new Set(listReleases(place).slice(-kept)));
  });
  return described;
}

/**
 * Shows the edition before the one now shown, whole, at once; returns both numbers. The next publish shows what should
 * be there again: turn off what runs it first. What was withdrawn since comes back with the old edition.
 * Throws StetError not-found where there is none, busy, usage, external.
 */
export function rollback(destination: Destination): { readonly from: number; readonly to: number } {
  if (destination.releases === 0) throw noneBefore(destination.to);
  const open = openSite(destination, {});
  // Cannot be: only whenBusy makes it so.
  if (open === undefined) throw noneBefore(destination.to);
  try {
    const shown = open.editions?.shown;
    const earlier = listReleases(open.place).findLast((release) => release < (shown ?? 0));
    if (shown === undefined || earlier === undefined) throw noneBefore(open.site.name);
    explainingFailure(open.site.root, open.site.name, "written", () => showRelease(open.place, earlier));
    return { from: shown, to: earlier };
  } finally {
    closeManifest(open.site.manifest);
  }
}

function noneBefore(name: string): StetError {
  return new StetError("not-found", "not-found", `there is no earlier release of ${name} to go back to`, {
    hint: "stet.yaml keeps them: publish: {releases: 3}",
  });
}
