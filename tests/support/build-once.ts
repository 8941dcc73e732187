// Builds the bundle before the suite, so that tests of the real program never run an old one.
import { execFileSync } from "node:child_process";
import path from "node:path";

/** vitest's global set-up. */
export function setup(): void {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, "../../bin/build.mjs")], {
    stdio: "inherit",
  });
}
