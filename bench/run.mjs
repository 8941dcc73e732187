// Starts bench/main.ts: bundled in memory, because the oldest Node that stet supports reads no TypeScript.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  entryPoints: [`${root}bench/main.ts`],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  write: false,
  logLevel: "warning",
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { main } = await import(`data:text/javascript;base64,${code}`);
try {
  await main(process.argv.slice(2), root);
} catch (error) {
  process.stderr.write(`error: ${error.message}\n→ docs/benchmarks.md\n`);
  process.exitCode = 1;
}
