// What the machine says of itself.
import os from "node:os";

/** The number of threads that can run side by side, at least 1. */
export function processors(): number {
  return os.availableParallelism();
}

/** When the machine was started, epoch milliseconds by its clock. */
export function startedAt(): number {
  return Date.now() - os.uptime() * 1000;
}
