// The npm driver of SQLite lets a closed database go only when its statements have been collected. A test that damages
// a file which this process has had open waits for that; another process would not have to.
import { readdirSync, readlinkSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
/** Made once: a context for each call is itself more garbage than all that is to go. */
const collect: unknown = vm.runInNewContext("gc");

const OPEN_FILES = "/proc/self/fd";

/**
 * Collects garbage until this process has no file below `folder` open. Young objects are nearly always enough, and a
 * hundred times as fast as all that the tests before have left; what a collection under way has seen needs one more.
 */
export async function letGoOf(folder: string): Promise<void> {
  if (typeof collect !== "function") return;
  for (const type of ["minor", "minor", "major", "major", "major", "major"]) {
    if (!hasOpen(folder)) return;
    collect({ type });
    await nextTurn();
    await nextTurn();
  }
}

/** True where the system does not tell. */
function hasOpen(folder: string): boolean {
  try {
    return readdirSync(OPEN_FILES).some((descriptor) => targetOf(descriptor)?.startsWith(folder) ?? false);
  } catch {
    return true;
  }
}

function targetOf(descriptor: string): string | undefined {
  try {
    return readlinkSync(`${OPEN_FILES}/${descriptor}`);
  } catch {
    // The one that listed the folder.
    return undefined;
  }
}
