// Finds the site, takes its lock, and says which tree the manifest speaks of: the site itself, or one of its editions.
import { StetError } from "../base/stet-error.ts";
import { relativeInside } from "../newsroom/confine.ts";
import { explainingFailure } from "../newsroom/io-error.ts";
import { join, resolve } from "../newsroom/paths.ts";
import { requirePublishFolder } from "../newsroom/site/publish-folder.ts";
import {
  hasPublishFile,
  makePublishHome,
  publishHome,
  requireWritableFile,
  shownInHome,
} from "../newsroom/site/publish-home.ts";
import {
  listReleases,
  realSiteFolder,
  releasePath,
  releasesFolder,
  siteStanding,
  type SiteStanding,
} from "../newsroom/site/publish-releases.ts";
import { closeManifest, emptyManifest, MANIFEST_FILE, openManifest, type Manifest } from "./manifest.ts";
import { commit, noteNamed } from "./manifest-rows.ts";
import { SITE_STAGE } from "./output-path.ts";
import type { Destination, ReconcileOptions } from "./planned-file.ts";
import type { Site } from "./site.ts";

/** Which edition is which, where editions are kept. */
export interface Editions {
  /** How many are kept. */
  readonly kept: number;
  /** The one the site's link leads to. */
  readonly shown: number | undefined;
  /** The one the manifest speaks of; undefined before the first. */
  readonly described: number | undefined;
  /** True where that one is not finished. */
  readonly isBuilding: boolean;
  /** The number no edition has had. */
  readonly next: number;
}

/** A site whose lock is held. Close its manifest. */
export interface OpenSite {
  /** The absolute path of the site, which may be a link. */
  readonly place: string;
  readonly home: string;
  readonly site: Site;
  /** Undefined where the site is changed in place. */
  readonly editions: Editions | undefined;
}

/** The note that names the edition described, and the one that is there while it is not finished. */
export const RELEASE_NOTE = "release";
export const PHASE_NOTE = "phase";

/**
 * Opens the site at its destination and locks it; undefined where another stet has it and that is to be passed over.
 * Nothing needs to exist, and with `dryRun` nothing is made. Throws StetError busy, usage, conflict, external.
 */
export function openSite(destination: Destination, options: ReconcileOptions): OpenSite | undefined {
  const place = requirePublishFolder(destination);
  const name = relativeInside(destination.root, place) ?? place;
  const home = publishHome(destination.root, place);
  const manifest = lockedManifest(destination.root, { home, name, options });
  if (manifest === undefined) return undefined;
  try {
    return explainingFailure(destination.root, name, "read", () => {
      const standing = siteStanding(place);
      requireMode(destination, name, standing);
      if (destination.releases === 0 && options.dryRun !== true) forgetEditions(manifest);
      const editions =
        destination.releases > 0
          ? editionsOf(place, destination.releases, { standing, manifest })
          : undefined;
      return {
        place,
        home,
        editions,
        site: {
          ...treeOf(place, editions),
          root: destination.root,
          name,
          manifest,
          home,
          stage: join(home, "tmp"),
        },
      };
    });
  } catch (error) {
    closeManifest(manifest);
    throw error;
  }
}

interface Locking {
  readonly home: string;
  readonly name: string;
  readonly options: ReconcileOptions;
}

function lockedManifest(root: string, { home, name, options }: Locking): Manifest | undefined {
  const place = { file: join(home, MANIFEST_FILE), shown: shownInHome(home, MANIFEST_FILE), site: name };
  if (options.dryRun === true && !hasPublishFile(home, MANIFEST_FILE)) return emptyManifest(place);
  makePublishHome(root, home);
  // Of a file that may only be read SQLite says nothing before it is written to, and BEGIN EXCLUSIVE locks nothing.
  if (options.dryRun !== true) requireWritableFile(root, home, MANIFEST_FILE);
  try {
    return openManifest(place, options.waitMs ?? 0);
  } catch (error) {
    if (error instanceof StetError && error.kind === "busy" && options.whenBusy === "skip") return undefined;
    throw error;
  }
}

function treeOf(
  place: string,
  editions: Editions | undefined,
): Pick<Site, "folder" | "beside" | "withChange"> {
  if (editions === undefined) {
    const folder = realSiteFolder(place);
    return { folder, beside: join(folder, SITE_STAGE), withChange: true };
  }
  const folder = releasePath(place, editions.described ?? editions.next);
  return { folder, beside: join(releasesFolder(place), ".tmp"), withChange: false };
}

/** What the manifest speaks of is the site itself from now on: editions that come later begin with what lies there then. */
function forgetEditions(manifest: Manifest): void {
  if ((noteNamed(manifest, RELEASE_NOTE) ?? "") === "") return;
  commit(manifest, { notes: { [RELEASE_NOTE]: "", [PHASE_NOTE]: "" } });
}

function editionsOf(
  place: string,
  kept: number,
  { standing, manifest }: { standing: SiteStanding; manifest: Manifest },
): Editions {
  const shown = standing.kind === "release" ? standing.release : undefined;
  const noted = noteNamed(manifest, RELEASE_NOTE) ?? "";
  const described = noted === "" ? shown : Number(noted);
  const isBuilding = noteNamed(manifest, PHASE_NOTE) === "building";
  const next = Math.max(0, described ?? 0, ...listReleases(place)) + 1;
  return { kept, shown, described, isBuilding, next };
}

/** Throws StetError conflict where the site was made the other way, or is no site at all. */
function requireMode({ root, releases }: Destination, name: string, standing: SiteStanding): void {
  const { kind } = standing;
  if (standing.kind === "dangling")
    throw unfit(`${name} is a link that leads nowhere`, `mkdir -p ${standing.to}`);
  if (kind === "other") throw unfit(`${name} is not a folder`, `mv ${name} ${name}.old`);
  if (releases > 0 && standing.kind === "linked") {
    throw unfit(
      `${name} is a link to ${standing.to}, and stet.yaml asks for releases: ${name} must lead to the one that is shown`,
      `rm ${name}, publish, and let the web server serve ${resolve(root, name)}`,
    );
  }
  if (releases > 0 && kind === "folder") {
    const [last = 0] = listReleases(resolve(root, name)).slice(-1);
    const become = `mv ${name} ${name}.releases/${last + 1} && ln -s ${lastOf(name)}.releases/${last + 1} ${name}`;
    throw unfit(
      `${name} is a folder of its own, and stet.yaml asks for releases, which need a link there`,
      last === 0 ? `mkdir -p ${name}.releases && ${become}` : become,
    );
  }
  if (releases === 0 && kind === "release") {
    throw unfit(
      `${name} is a link to a release, and stet.yaml asks for none`,
      `cp -a ${name}/ ${name}.plain && rm ${name} && mv ${name}.plain ${name}`,
    );
  }
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function unfit(message: string, hint: string): StetError {
  return new StetError("conflict", "bad-config", message, { hint });
}
