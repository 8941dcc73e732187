// Who claims which path of a site: two files for one path are both refused, also where only some file systems take
// the two for one, and so is a file where another needs a folder.
import { foldPath } from "./output-path.ts";
import type { Refusal } from "./planned-file.ts";
import { refuse } from "./site.ts";

/** The plan's paths in its order, and who asks for them. */
export interface Claims {
  readonly paths: readonly string[];
  /** What each file is made from, else its path. */
  readonly sources: readonly string[];
  /** How messages call those that are made from no one file, by ordinal. */
  readonly whats: ReadonlyMap<number, string>;
  /** The ordinal of the first claim of a path, by foldPath. */
  readonly byFold: ReadonlyMap<string, number>;
  /** The folded paths that are refused. */
  readonly refused: Set<string>;
  readonly refusals: Refusal[];
}

/** Finds out who claims what, and refuses all who claim one path. 1 us a file. */
export function claimPaths(
  { paths, sources, whats }: Pick<Claims, "paths" | "sources" | "whats">,
  site: string,
): Claims {
  const byFold = new Map<string, number>();
  const claims: Claims = { paths, sources, whats, byFold, refused: new Set(), refusals: [] };
  for (const [ordinal, path] of paths.entries()) {
    const fold = foldPath(path);
    const first = byFold.get(fold);
    if (first === undefined) {
      byFold.set(fold, ordinal);
      continue;
    }
    if (!claims.refused.has(fold))
      claims.refusals.push(claimedTwice(claims, { of: first, by: ordinal, site }));
    claims.refusals.push(claimedTwice(claims, { of: ordinal, by: first, site }));
    claims.refused.add(fold);
  }
  return claims;
}

/**
 * Refuses those of the paths that are planned as a file and needed as a folder, or lie in such a folder. Only a path
 * that is new to the site can bring this about. 0.5 us for each file of the plan.
 */
export function claimFolders(claims: Claims, paths: readonly string[], site: string): void {
  const owners = folderOwners(claims);
  for (const path of paths) {
    const fold = foldPath(path);
    const other = fileAbove(claims, fold) ?? owners.get(fold);
    if (other === undefined || claims.refused.has(fold)) continue;
    claims.refusals.push(inTheWay(claims, { path, other, site }));
    claims.refused.add(fold);
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

/** True where the claims of a path were refused: what stands there stays. */
export function isRefused(claims: Claims, path: string): boolean {
  return claims.refused.has(foldPath(path));
}

/** The planned path that differs from this one in nothing but case. */
export function twinOf(claims: Claims, path: string): string | undefined {
  const ordinal = claims.byFold.get(foldPath(path));
  return ordinal === undefined ? undefined : claims.paths[ordinal];
}

function claimedTwice(claims: Claims, { of, by, site }: { of: number; by: number; site: string }): Refusal {
  const path = claims.paths[of] ?? "";
  const other = claims.paths[by] ?? "";
  const both =
    path === other
      ? `${site}/${path}`
      : `${site}/${path} (and ${other}, the same file where case is ignored)`;
  const message = `${both} is claimed twice, by ${called(claims, of)} and by ${called(claims, by)}; neither is written`;
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
