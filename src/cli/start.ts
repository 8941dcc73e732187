// The bundle's entry: the real process in, its exit code out. Never process.exit: it would cut off what is still
// on its way into a pipe.
import process from "node:process";
import { useZoneClock } from "../base/zone-offsets.ts";
import { main } from "./main.ts";
import { processIo } from "./process-io.ts";
import { zoneClock } from "./zone-clock.ts";

/** Runs the process's own command line. */
export async function start(): Promise<void> {
  useZoneClock(zoneClock);
  process.exitCode = await main(process.argv.slice(2), processIo());
}
