// Stops a publish that would take a site down: far more often a wrong folder or a broken setting than a wish.
import { StetError } from "../base/stet-error.ts";
import type { Comparison } from "./compare-edition.ts";

/** So few files may all go: a site that is being set up changes from one run to the next. */
const FEW = 20;

/**
 * The StetError conflict to stop with where nothing is planned for a site that has files, or more than half of more
 * than 20 would go.
 */
export function beltFor({ planned, known, removals }: Comparison, site: string): StetError | undefined {
  if (removals.length === 0) return undefined;
  const isMost = known > FEW && removals.length * 2 > known;
  if (planned > 0 && !isMost) return undefined;
  const message =
    planned === 0
      ? `nothing is to be published, and all ${known} files of ${site} would be removed`
      : `${removals.length} of the ${known} files of ${site} would be removed`;
  return new StetError("conflict", "bad-config", message, {
    hint: "look at it with --dry-run; if it is meant, publish once with --force",
  });
}
