// The npm driver of SQLite lets a closed database go only when its statements have been collected. A test that damages
// a file which this process has had open waits for that; another process would not have to.
import { setImmediate as nextTurn } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";

/** Collects garbage and lets what depends on it happen. */
export async function collectGarbage(): Promise<void> {
  v8.setFlagsFromString("--expose-gc");
  const collect: unknown = vm.runInNewContext("gc");
  if (typeof collect === "function") collect();
  await nextTurn();
  await nextTurn();
}
