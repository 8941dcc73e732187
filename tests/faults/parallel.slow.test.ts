// P7 at its full size: 10,000 acknowledged edits by eight processes.
import { expect, test } from "vitest";
import { buildProcess } from "./build-process.ts";
import { nothingLost, raceWriters } from "./parallel-writers.ts";

test(
  "eight writers, 625 edits each in one file and in their own: none of 10,000 is lost",
  { timeout: 600_000 },
  async () => {
    const race = { driver: await buildProcess("driver.ts", "parallel-slow"), writers: 8, edits: 625 };
    expect(await raceWriters(race)).toEqual(nothingLost(race));
  },
);
