// The npm driver of SQLite lets a closed database go only when its statements have been collected. A test that damages
// a file which this process has had open waits for that; another process would not have to.
import { setImmediate as nextTurn } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
/** Made once: a context for each call is itself more garbage than all that is to go. */
const collect: unknown = vm.runInNewContext("gc");

/** Collects garbage and lets what depends on it happen. */
export async function collectGarbage(): Promise<void> {
  if (typeof collect === "function") collect();
  await nextTurn();
  await nextTurn();
}
