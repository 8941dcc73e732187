// Collects all garbage of this process, where a test tells what is let go.
import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
const collect: unknown = vm.runInNewContext("gc");

/** Without options: with them Node 20 leaves large texts that nothing names. */
export function collectGarbage(): void {
  if (typeof collect === "function") collect();
}
