// What any command may do at its start: remove what a crashed writer left, unless a writer is at work.
import { clearLeftovers, leftovers } from "./clear-leftovers.ts";
import { whenUnlocked } from "../lock/lock.ts";

/** How many leftovers were removed. One readdir when there are none; never waits, never throws for the disk. */
export function sweep(root: string): number {
  if (leftovers(root).length === 0) return 0;
  return whenUnlocked(root, () => clearLeftovers(root)) ?? 0;
}
