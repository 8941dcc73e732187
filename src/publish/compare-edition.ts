// The planned edition against the manifest and the files as they stand: what is to be written, what is to go, and
// what cannot be. Reads the manifest and stamps, calls no content, changes nothing.
import { stampOf } from "../newsroom/site/publish-stamp.ts";
import { claimFolders, claimPaths, isLeftAsItIs, isRefused, stays, twinOf, type Claims } from "./claims.ts";
import { hasRoom } from "./has-room.ts";
import {
  knownAt,
  knownFile,
  knownFiles,
  knowsAnything,
  originOf,
  type Known,
  type KnownFiles,
} from "./manifest-rows.ts";
import { pathFault } from "./output-path.ts";
import type { PlannedFile, ReconcileOptions, Refusal } from "./planned-file.ts";
import { withoutShown } from "./shown-assets.ts";
import { placeIn, refuse, type Site } from "./site.ts";

/** A planned file that may have to be written; `known` is undefined where stet has none of that path. */
export interface Work {
  readonly file: PlannedFile;
  readonly known: Known | undefined;
}

/** A file that no longer belongs. `twin` is a planned path that differs from it in nothing but case. */
export interface Removal {
  readonly path: string;
  readonly rank: number;
  readonly twin?: string;
}

/** What a comparison finds. */
export interface Comparison {
  /** In the order of writing. */
  readonly work: readonly Work[];
  /** In the order of removing. */
  readonly removals: readonly Removal[];
  readonly refused: readonly Refusal[];
  readonly unchanged: number;
  /** How many files are planned, and how many are known. */
  readonly planned: number;
  readonly known: number;
}

/** Compares them. 2 us a file for the plan and the manifest, and 3 us for each stamp looked at. */
export function compareEdition(
  site: Site,
  planned: Iterable<PlannedFile>,
  options: ReconcileOptions,
): Comparison {
  const known = knownFiles(site.manifest);
  const plan = readPlan(site, { planned, known, options });
  // Known paths have stood together before: where there are no others, and none twice, nobody is in another's way.
  const isAsBefore = plan.paths.length === plan.seenCount;
  const claims = claimPaths(isAsBefore ? { ...plan, paths: [] } : plan, site.name);
  if (!isAsBefore) claimFolders(claims, pathsOf(plan.work), site.name);
  const work = plan.work.filter(({ file }) => !isRefused(claims, file));
  const refused = [...plan.unfit, ...claims.refusals];
  const count = plan.paths.length + plan.unfit.length;
  return {
    work: work.toSorted(inWritingOrder),
    removals: removalsOf(site, { known, plan, claims, keeps: options.keeps }),
    refused,
    unchanged: count - work.length - refused.length,
    planned: count,
    known: known.paths.length,
  };
}

/**
 * Compares some files of an edition that is otherwise as it was; undefined where nothing is known of it, one of them stands
 * for something else, or a new one is in the way of any. 10 us a file, and for a
 * new one 5 us for each name beside it.
 */
export function comparePart(site: Site, planned: Iterable<PlannedFile>): Comparison | undefined {
  if (!knowsAnything(site.manifest)) return undefined;
  const work: Work[] = [];
  let count = 0;
  for (const file of planned) {
    const known = knownFile(site.manifest, file.path);
    count++;
    if (known !== undefined && isRight(site, file, known, true)) continue;
    if (known !== undefined && isForAnother(site, file, known)) return undefined;
    work.push({ file, known });
  }
  if (!hasRoom(site, pathsOf(work.filter(({ known }) => known === undefined)))) return undefined;
  const unchanged = count - work.length;
  return {
    work: work.toSorted(inWritingOrder),
    removals: [],
    refused: [],
    unchanged,
    planned: count,
    known: count,
  };
}

/** True where what stands there is no older version of the file: the page of another article, a list for a former slug's page. */
function isForAnother(site: Site, { path, source = "", rank }: PlannedFile, known: Known): boolean {
  return known.rank !== rank || sourceOf(site, path) !== source;
}

interface PlanReading {
  readonly paths: string[];
  readonly sources: string[];
  readonly whats: Map<number, string>;
  readonly ranks: number[];
  /** For each row of the known files, 1 where it is planned; and how many are. */
  readonly seen: Uint8Array;
  seenCount: number;
  readonly work: Work[];
  readonly unfit: Refusal[];
}

interface PlanSources {
  readonly planned: Iterable<PlannedFile>;
  readonly known: KnownFiles;
  readonly options: ReconcileOptions;
}

/** Goes through the plan once; of what is right as it stands only the path is kept. */
function readPlan(site: Site, { planned, known, options }: PlanSources): PlanReading {
  const seen = new Uint8Array(known.paths.length);
  const plan: PlanReading = {
    paths: [],
    sources: [],
    whats: new Map(),
    ranks: [],
    seen,
    seenCount: 0,
    work: [],
    unfit: [],
  };
  for (const file of planned) {
    const row = known.rows.get(file.path);
    const fault = row === undefined ? pathFault(file.path) : undefined;
    if (fault !== undefined) {
      plan.unfit.push(unfit(site, file, fault));
      continue;
    }
    const isLooked = isLookedAt(plan.paths.length, options);
    if (row === undefined) plan.work.push({ file, known: undefined });
    else {
      const old = knownAt(known, row);
      if (!isRight(site, file, old, isLooked)) plan.work.push({ file, known: old });
      if (seen[row] === 0) plan.seenCount++;
      seen[row] = 1;
    }
    if (file.what !== undefined) plan.whats.set(plan.paths.length, file.what);
    plan.paths.push(file.path);
    plan.sources.push(file.source ?? file.path);
    plan.ranks.push(file.rank);
  }
  return plan;
}

function pathsOf(work: readonly Work[]): readonly string[] {
  return work.map(({ file }) => file.path);
}

function isLookedAt(ordinal: number, { look }: ReconcileOptions): boolean {
  return look === undefined || ordinal % look.of === look.turn % look.of;
}

/** True where nothing is to be done for the file: made of the same, ranked the same, and not touched since. */
function isRight(site: Site, file: PlannedFile, old: Known, isLooked: boolean): boolean {
  if (old.key !== file.key || old.rank !== file.rank) return false;
  return !isLooked || isUntouched(site, file.path, old);
}

/** True where the file stands as it was when stet last saw it to be right. Throws Node's error. */
export function isUntouched(site: Site, path: string, old: Known): boolean {
  const stamp = stampOf(placeIn(site, path), site.withChange);
  return stamp !== undefined && stamp.size === old.size && stamp.touched === old.touched;
}

function unfit(site: Site, { path, source = path, what = source }: PlannedFile, fault: string): Refusal {
  const message = `${what} cannot be published as ${site.name}/${path}: ${fault}`;
  return refuse(path, "plan", { code: "schema", message, file: source });
}

interface Belonging {
  readonly known: KnownFiles;
  readonly plan: PlanReading;
  readonly claims: Claims;
  readonly keeps: ReconcileOptions["keeps"];
}

function removalsOf(site: Site, { known, plan, claims, keeps }: Belonging): readonly Removal[] {
  if (plan.seenCount === known.paths.length && claims.refused.size === 0) return [];
  const removals: Removal[] = [];
  const left: string[] = [];
  for (const [row, path] of known.paths.entries()) {
    const isPlanned = plan.seen[row] === 1;
    const origin = (): string => sourceOf(site, path);
    const isStaying = stays(claims, path, { isPlanned, origin }) || isKept(site, path, keeps);
    if (isStaying && (!isPlanned || isLeftAsItIs(claims, path))) left.push(path);
    if (isStaying) continue;
    const twin = twinOf(claims, path);
    const rank = known.ranks[row] ?? 0;
    removals.push(twin === undefined ? { path, rank } : { path, rank, twin });
  }
  return withoutShown(site, removals, left).toSorted(inRemovingOrder);
}

function isKept(site: Site, path: string, keeps: ReconcileOptions["keeps"]): boolean {
  if (keeps === undefined || keeps.size === 0) return false;
  return keeps.has(sourceOf(site, path));
}

/** What a known file was made from; empty where that is no one file. */
function sourceOf(site: Site, path: string): string {
  return originOf(site.manifest, path)?.source ?? "";
}

function inWritingOrder({ file: a }: Work, { file: b }: Work): number {
  return a.rank - b.rank || (a.path < b.path ? -1 : 1);
}

/** What links goes before what it links to. */
function inRemovingOrder(a: Removal, b: Removal): number {
  return b.rank - a.rank || (a.path < b.path ? -1 : 1);
}
