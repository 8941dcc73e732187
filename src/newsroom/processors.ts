// How much of the machine may be used at once.
import os from "node:os";

/** The number of threads that can run side by side, at least 1. */
export function processors(): number {
  return os.availableParallelism();
}
