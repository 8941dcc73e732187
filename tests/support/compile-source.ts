// src/ as tests load it: each file without its types, a module of Node's own. vitest's way of loading a file makes every
// use of an import a call, which costs whatever is searched or measured a tenth of its time, and some loops half.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ViteUserConfig } from "vitest/config";
import { madeOnce } from "./made-once.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCE = path.join(ROOT, "src");
/** Under node_modules: packages are found from there, and vitest leaves what lies there to Node. */
const CACHE = "node_modules/.cache/stet-tests";
const COMPILED = path.join(ROOT, CACHE);
/** What npm says is installed. */
const INSTALLED = "node_modules/.package-lock.json";

/**
 * A plugin for vitest that leads every import of src/ from a test to the compiled file. Not where somebody watches, since
 * it would not see src/ change, nor where coverage is measured, which is of the files as they are written.
 */
export function compiledSource(): NonNullable<ViteUserConfig["plugins"]>[number] {
  let isCompiled = false;
  return {
    name: "compiled-source",
    enforce: "pre",
    async configureVitest({ vitest: { config } }) {
      if (config.watch || config.coverage.enabled) return;
      await madeOnce(
        {
          root: ROOT,
          from: ["src", "tests/support/compile-source.ts", INSTALLED],
          to: CACHE,
          note: `${CACHE}-made`,
        },
        compileSource,
      );
      isCompiled = true;
    },
    resolveId(id, importer) {
      if (!isCompiled || importer === undefined || !id.startsWith(".")) return undefined;
      const file = path.resolve(path.dirname(importer), id);
      return file.startsWith(`${SOURCE}${path.sep}`) ? compiledFile(path.relative(SOURCE, file)) : undefined;
    },
  };
}

function compiledFile(name: string): string {
  return path.join(COMPILED, name.replace(/\.ts$/, ".mjs"));
}

/** Compiles all of src/, most of a second, and writes what is otherwise than before. */
async function compileSource(): Promise<void> {
  const { build } = await import("rolldown");
  const { output } = await build({
    input: filesUnder(SOURCE).filter((file) => file.endsWith(".ts")),
    write: false,
    platform: "node",
    external: [/^[^./]/],
    treeshake: false,
    checks: { ineffectiveDynamicImport: false },
    output: {
      format: "esm",
      preserveModules: true,
      preserveModulesRoot: SOURCE,
      entryFileNames: "[name].mjs",
      // As vitest gives it to a module: what looks beside itself for the bundle's programs finds none.
      banner: ({ facadeModuleId }) => `const __filename = ${JSON.stringify(facadeModuleId)};`,
    },
  });
  const modules = output.filter((file) => file.type === "chunk");
  for (const { fileName, code } of modules) writeIfOther(compiledFile(fileName), code);
  const made = new Set(modules.map(({ fileName }) => compiledFile(fileName)));
  for (const file of filesUnder(COMPILED)) if (file.endsWith(".mjs") && !made.has(file)) rmSync(file);
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

/** In one step, for another run of the tests may be loading it. */
function writeIfOther(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}
