// Who claims which path of a site: two files for one path are both refused, also where only some file systems take
// the two for one, and so is a file where another needs a folder. A page alone gives way to a list, which others link to.
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
  /** The folded paths that are refused: to all who claim them, or to all but the list of this ordinal. */
  readonly refused: Map<string, number | undefined>;
  readonly refusals: Refusal[];
}

/** Finds out who claims what, and refuses all who claim one path, but for a list. 1 us a file. */
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
  for (const [fold, ordinals] of rivals) {
    const list = listAmong(ranks, ordinals);
    claims.refused.set(fold, list);
    for (const of of ordinals) {
      const by = list ?? ordinals.find((other) => other !== of);
      if (of !== by && by !== undefined) claims.refusals.push(claimedTwice(claims, { of, by, site }));
    }
  }
  return claims;
}

/** The one list of those that claim a path, where all others are pages. */
function listAmong(ranks: readonly number[], ordinals: readonly number[]): number | undefined {
  const [list, ...others] = ordinals.filter((ordinal) => ranks[ordinal] !== RANKS.page);
  return list !== undefined && others.length === 0 && ranks[list] === RANKS.listing ? list : undefined;
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
    claims.refused.set(fold, undefined);
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
export function isRefused(claims: Claims, { path, rank }: Pick<PlannedFile, "path" | "rank">): boolean {
  if (!claims.refused.has(foldCase(path))) return false;
  const list = claims.refused.get(foldCase(path));
  return list === undefined || claims.ranks[list] !== rank;
}

/** True where all claims of a path were refused: what stands there stays. */
export function isLeftAsItIs(claims: Claims, path: string): boolean {
  const fold = foldCase(path);
  return claims.refused.has(fold) && claims.refused.get(fold) === undefined;
}

/** The planned path that differs from this one in nothing but case. */
export function twinOf(claims: Claims, path: string): string | undefined {
  const ordinal = claims.byFold.get(foldCase(path));
  return ordinal === undefined ? undefined : claims.paths[ordinal];
}

function claimedTwice(claims: Claims, { of, by, site }: { of: number; by: number; site: string }): Refusal {
  const path = claims.paths[of] ?? "";
  const other = claims.paths[by] ?? "";
  const both =
    path === other
      ? `${site}/${path}`
      : `${site}/${path} (and ${other}, the same file where case is ignored)`;
  const isList = claims.ranks[by] === RANKS.listing && claims.ranks[of] === RANKS.page;
  const message = isList
    ? `${both} is ${called(claims, by)}, so that ${called(claims, of)} has no page there`
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
