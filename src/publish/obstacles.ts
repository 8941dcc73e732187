// Old files that stand where the new edition needs a folder, or in a folder where it needs a file: they alone go
// before anything is written.
import { foldersAbove } from "./claims.ts";
import type { Removal, Work } from "./compare-edition.ts";

/** The paths of those removals. 0.5 us for each new file, nothing where nothing is removed. */
export function obstaclesOf(work: readonly Work[], removals: readonly Removal[]): ReadonlySet<string> {
  if (removals.length === 0) return new Set();
  const added = new Set(work.filter(({ known }) => known === undefined).map(({ file }) => file.path));
  const needed = new Set(Array.from(added).flatMap((path) => [...foldersAbove(path)]));
  const isObstacle = (path: string): boolean =>
    needed.has(path) || [...foldersAbove(path)].some((folder) => added.has(folder));
  return new Set(removals.map(({ path }) => path).filter(isObstacle));
}
