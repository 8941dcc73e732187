// Who claims which path of a site: two files for one path are both refused, also where only some file systems take
// the two for one, and so is a file where another needs a folder. An article's page alone gives way to what is no article's.
import { foldCase } from "../base/fold-case.ts";
import { RANKS, type PlannedFile, type Refusal } from "./planned-file.ts";
import { refuse } from "./site.ts";

/** The plan's paths in its order, and who asks for them. */
export interface Claims {
  readonly paths: readonly string[];
  /** What each file is made from, else its path. */
  readonly sources: readonly string[];
  /** How messages call those that are made from no one file, by ordinal. */
  readonly whats: ReadonlyMap<number, string>;
  readonly ranks: readonly number[];
  /** The ordinal of the first claim of a path, by foldCase. */
  readonly byFold: ReadonlyMap<string, number>;
  /** By the folded paths that are refused who claims them. */
  readonly refused: Map<string, Refused>;
  readonly refusals: Refusal[];
}

/** `winner` is the ordinal of the one of them that is written, where one is. */
interface Refused {
  readonly claimants: readonly number[];
  readonly winner: number | undefined;
}

/** Finds out who claims what, and refuses all who claim one path, but for what is no article's. 1 us a file. */
export function claimPaths(
  { paths, sources, whats, ranks }: Pick<Claims, "paths" | "sources" | "whats" | "ranks">,
  site: string,
): Claims {
  const byFold = new Map<string, number>();
  const rivals = new Map<string, number[]>();
  for (const [ordinal, path] of paths.entries()) {
    const fold = foldCase(path);
    const first = byFold.get(fold);
    if (first === undefined) byFold.set(fold, ordinal);
    else rivals.set(fold, [...(rivals.get(fold) ?? [first]), ordinal]);
  }
  const claims: Claims = { paths, sources, whats, ranks, byFold, refused: new Map(), refusals: [] };
  for (const [fold, claimants] of rivals) {
    const winner = winnerAmong(claims, claimants);
    claims.refused.set(fold, { claimants, winner });
    for (const of of claimants) {
      const by = winner ?? claimants.find((other) => other !== of);
      if (of !== by && by !== undefined) claims.refusals.push(claimedTwice(claims, { of, by, site }));
    }
  }
  return claims;
}

/** The one of those that claim a path that is made from no one file, where all others are the pages of articles. */
function winnerAmong(claims: Claims, claimants: readonly number[]): number | undefined {
  const [own, ...others] = claimants.filter((ordinal) => !isArticle(claims, ordinal));
  return others.length === 0 && claimants.length > 1 ? own : undefined;
}

function isArticle(claims: Claims, ordinal: number): boolean {
  return claims.ranks[ordinal] === RANKS.page && originIn(claims, ordinal) !== "";
}

/**
 * Refuses those of the paths that are planned as a file and needed as a folder, or lie in such a folder. Only a path
 * that is new to the site can bring this about. 0.5 us for each file of the plan.
 */
export function claimFolders(claims: Claims, paths: readonly string[], site: string): void {
  const owners = folderOwners(claims);
  for (const path of paths) {
    const fold = foldCase(path);
    const other = fileAbove(claims, fold) ?? owners.get(fold);
    if (other === undefined || claims.refused.has(fold)) continue;
    claims.refusals.push(inTheWay(claims, { path, other, site }));
    claims.refused.set(fold, { claimants: [claims.byFold.get(fold) ?? other], winner: undefined });
  }
}

/** For each folder on the way to a planned file, the ordinal of one that needs it. */
function folderOwners(claims: Claims): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [fold, ordinal] of claims.byFold) {
    for (const folder of foldersAbove(fold)) {
      if (owners.has(folder)) break;
      owners.set(folder, ordinal);
    }
  }
  return owners;
}

function fileAbove(claims: Claims, fold: string): number | undefined {
  for (const folder of foldersAbove(fold)) {
    const ordinal = claims.byFold.get(folder);
    if (ordinal !== undefined) return ordinal;
  }
  return undefined;
}

/** The folders on the way to a relative path, innermost first. */
export function* foldersAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    yield path.slice(0, end);
}

/** True where a planned file was refused its path. */
export function isRefused(claims: Claims, { path, source }: Pick<PlannedFile, "path" | "source">): boolean {
  const refused = claims.refused.get(foldCase(path));
  if (refused === undefined) return false;
  return refused.winner === undefined || claims.sources[refused.winner] !== (source ?? path);
}

/**
 * True where a known file stays at its path: it is planned, or all who claim the path were refused and one of them made it.
 * What others left there goes, be it withdrawn or a list that is no more.
 */
export function stays(
  claims: Claims,
  path: string,
  { isPlanned, origin }: { readonly isPlanned: boolean; readonly origin: () => string },
): boolean {
  const refused = claims.refused.size === 0 ? undefined : claims.refused.get(foldCase(path));
  if (refused === undefined) return isPlanned;
  if (refused.winner !== undefined) return claims.paths[refused.winner] === path;
  return refused.claimants.some((ordinal) => originIn(claims, ordinal) === origin());
}

/** True where all who claim a path were refused it. */
export function isLeftAsItIs({ refused }: Claims, path: string): boolean {
  const claim = refused.size === 0 ? undefined : refused.get(foldCase(path));
  return claim !== undefined && claim.winner === undefined;
}

/** What the manifest has for a source: empty where the file is made from no one file. */
function originIn({ paths, sources }: Claims, ordinal: number): string {
  return sources[ordinal] === paths[ordinal] ? "" : (sources[ordinal] ?? "");
}

/** The planned path that differs from this one in nothing but case, where it is written. */
export function twinOf(claims: Claims, path: string): string | undefined {
  const fold = foldCase(path);
  const refused = claims.refused.get(fold);
  const ordinal = refused === undefined ? claims.byFold.get(fold) : refused.winner;
  return ordinal === undefined ? undefined : claims.paths[ordinal];
}

function claimedTwice(claims: Claims, { of, by, site }: { of: number; by: number; site: string }): Refusal {
  const path = claims.paths[of] ?? "";
  const other = claims.paths[by] ?? "";
  const both =
    path === other
      ? `${site}/${path}`
      : `${site}/${path} (and ${other}, the same file where case is ignored)`;
  const message =
    claims.refused.get(foldCase(path))?.winner === by
      ? `${both} is ${claims.whats.get(by) ?? "the site's own"}, so that ${called(claims, of)} has no page there`
      : `${both} is claimed twice, by ${called(claims, of)} and by ${called(claims, by)}; neither is written`;
  return refuse(path, "plan", { code: "exists", message, file: claims.sources[of] ?? path });
}

function called({ whats, sources }: Claims, ordinal: number): string {
  return whats.get(ordinal) ?? sources[ordinal] ?? "";
}

function inTheWay(
  claims: Claims,
  { path, other, site }: { path: string; other: number; site: string },
): Refusal {
  const file = `${site}/${path}`;
  const message = `${file} and ${site}/${claims.paths[other]} (${called(claims, other)}) cannot both be: one needs a folder where the other is a file`;
  return refuse(path, "plan", { code: "exists", message, file });
}
