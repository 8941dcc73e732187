// `node bench/pick-keys.mjs NEWSROOM`: milliseconds of processor time a key in the picker, p50, p95 and the slowest; with
// -v each of them.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}node_modules/.cache/stet-bench/pick-keys.cjs`;
mkdirSync(`${root}node_modules/.cache/stet-bench`, { recursive: true });
await build({
  entryPoints: [`${root}bench/pick-keys.ts`],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  external: ["@photostructure/sqlite"],
  logLevel: "error",
});
const { timeKeys } = createRequire(import.meta.url)(outfile);
const keys = timeKeys(process.argv[2] ?? ".");
const times = keys.map(([, ms]) => ms).toSorted((a, b) => a - b);
const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
const [slowest, most] = keys.toSorted((a, b) => b[1] - a[1])[0];
console.log(
  `${keys.length} keys: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${most.toFixed(1)} ms ("${slowest}")`,
);
if (process.argv[3] === "-v") for (const [term, ms] of keys) console.log(ms.toFixed(1).padStart(8), term);
