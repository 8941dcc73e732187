// The time that tests of speed measure: what this thread itself has computed, so that a busy machine fails no test.
import { readFileSync } from "node:fs";

/**
 * Milliseconds of processor this thread has used, to subtract from a later call's. Where there is no /proc, or it does
 * not count, the time on the clock.
 */
export function threadTime(): number {
  try {
    const nanoseconds = Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]);
    return nanoseconds > 0 ? nanoseconds / 1e6 : performance.now();
  } catch {
    return performance.now();
  }
}
