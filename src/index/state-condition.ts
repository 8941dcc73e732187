// A state at an instant as the SQL condition that the rows of the index answer.
import type { State } from "../article/state.ts";
import { exactly, type Condition } from "./condition.ts";

/** So that rows are read in the order of their paths, and not gathered by their status and then sorted. */
const MOSTLY_PUBLISHED = "likelihood(status IS 'published', 0.9)";

/**
 * As stateAt decides it (article/state.ts). Nearly all that is published was so before now: `+` keeps the planner from
 * the index of that, and so in the order of the list.
 */
export function stateCondition(
  state: State,
  { at, isByPath }: { readonly at: number; readonly isByPath?: true },
): Condition {
  const isLifted = "(embargo IS NULL OR embargo <= ?)";
  switch (state) {
    case "embargoed":
      return exactly(
        `(status IS 'published' AND (published IS NULL OR (embargo IS NOT NULL AND embargo > ?)))`,
        at,
      );
    case "scheduled":
      return exactly(
        `(status IS 'published' AND published IS NOT NULL AND published > ? AND ${isLifted})`,
        at,
        at,
      );
    case "live":
      return exactly(
        `(${isByPath === true ? MOSTLY_PUBLISHED : "status IS 'published'"} AND published IS NOT NULL AND +published <= ? AND ${isLifted} AND (expires IS NULL OR expires > ?))`,
        at,
        at,
        at,
      );
    case "expired":
      return exactly(
        `(status IS 'published' AND published IS NOT NULL AND +published <= ? AND ${isLifted} AND expires IS NOT NULL AND expires <= ?)`,
        at,
        at,
        at,
      );
    case "draft":
    case "review":
    case "ready":
    case "withdrawn":
    case "killed":
      return exactly("status IS ?", state);
  }
}
