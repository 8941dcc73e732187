// Bundles a TypeScript entry of this folder to CommonJS, because the oldest Node supported runs no TypeScript. The
// bundle lies under node_modules so that packages left out of it are found from there.
import path from "node:path";
import { build } from "rolldown";

const CACHE = path.resolve(import.meta.dirname, "../../node_modules/.cache/stet-faults");

/** The absolute path of the bundle of `entry` (`driver.ts`), built anew; one per test file, as `owner` names it. */
export async function buildProcess(entry: string, owner: string): Promise<string> {
  const file = path.join(CACHE, owner, entry.replace(/\.ts$/, ".cjs"));
  await build({
    input: path.join(import.meta.dirname, entry),
    platform: "node",
    external: ["@photostructure/sqlite"],
    logLevel: "silent",
    output: { file, format: "cjs", codeSplitting: false },
  });
  return file;
}
