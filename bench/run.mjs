// Starts bench/main.ts: bundled in memory, because the oldest Node that stet supports reads no TypeScript.
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const { output } = await build({
  input: `${root}bench/main.ts`,
  platform: "node",
  write: false,
  output: { format: "esm", codeSplitting: false },
});
const code = Buffer.from(output[0].code).toString("base64");
const { main } = await import(`data:text/javascript;base64,${code}`);
try {
  await main(process.argv.slice(2), root);
} catch (error) {
  process.stderr.write(`error: ${error.message}\n→ docs/benchmarks.md\n`);
  process.exitCode = 1;
}
