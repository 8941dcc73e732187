// Bundles a TypeScript entry of this folder to CommonJS, because the oldest Node supported runs no TypeScript. The
// bundle lies under node_modules so that packages left out of it are found from there.
import fs from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";

const CACHE = path.resolve(import.meta.dirname, "../../node_modules/.cache/stet-faults");

/** The absolute path of the bundle of `entry` (`driver.ts`), built anew; one per test file, as `owner` names it. */
export function buildProcess(entry: string, owner: string): string {
  const outfile = path.join(CACHE, owner, entry.replace(/\.ts$/, ".cjs"));
  fs.mkdirSync(path.dirname(outfile), { recursive: true });
  buildSync({
    entryPoints: [path.join(import.meta.dirname, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["@photostructure/sqlite"],
    logOverride: { "empty-import-meta": "silent" },
  });
  return outfile;
}
