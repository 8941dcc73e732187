// The bundle's entry: the real process in, its exit code out. Never process.exit: it would cut off what is still
// on its way into a pipe.
import process from "node:process";
import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

/** Runs the process's own command line. */
export async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), processIo());
}
