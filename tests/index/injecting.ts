// File operations that fail in the middle of a test, in this process.
import fs from "node:fs";
import { injectFaults, type Decide } from "../faults/inject-faults.ts";

/** Runs `work` while file operations are shown to `decide`. */
export async function injecting<T>(decide: Decide, work: () => Promise<T>): Promise<T> {
  const end = injectFaults(fs, decide);
  try {
    return await work();
  } finally {
    end();
  }
}
