// `node bench/pick-keys.mjs NEWSROOM`: milliseconds a key in the picker, p50, p95 and the slowest; with
// -v each of them; with -w of keys behind another stet's writing (the newest article changes meanwhile), with -p of
// terms pasted whole into a picker just opened, with -s of the slowest piece of what the pause behind each term does, with
// -a of the pieces in which all is read again behind another stet's change of very many.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = `${root}node_modules/.cache/stet-bench/pick-keys.cjs`;
await build({
  input: `${root}bench/pick-keys.ts`,
  platform: "node",
  external: ["@photostructure/sqlite"],
  logLevel: "silent",
  output: { file, format: "cjs", codeSplitting: false },
});
const timed = createRequire(import.meta.url)(file);
const [newsroom = ".", ...options] = process.argv.slice(2);
const ways = {
  "-w": timed.timeKeysBehindWrites,
  "-p": timed.timePastes,
  "-s": timed.timePauses,
  "-a": timed.timePiecesBehindManyWrites,
};
const keys = (ways[options.find((option) => option in ways)] ?? timed.timeKeys)(newsroom);
const times = keys.map(([, ms]) => ms).toSorted((a, b) => a - b);
const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
const [slowest, most] = keys.toSorted((a, b) => b[1] - a[1])[0];
console.log(
  `${keys.length} keys: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${most.toFixed(1)} ms ("${slowest}")`,
);
if (options.includes("-v")) for (const [term, ms] of keys) console.log(ms.toFixed(1).padStart(8), term);
