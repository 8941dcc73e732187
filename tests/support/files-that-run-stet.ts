// Which test files the suite against the bundle has to run: those that reach `runStet`, the one function that the bundle
// changes. The others test src/ alone, or run the built program in the usual suite too.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const IMPORT = /(?:^|\n)(?:import|export)\s([^;]*?)\sfrom\s"(\.[^"]+)"/g;
const RUNNER = path.join(import.meta.dirname, "run-stet.ts");

/** The test files under `folder` whose imports, or the imports of these, name `runStet`; paths from `root`. */
export function filesThatRunStet(root: string): string[] {
  const folder = path.join(root, "tests");
  const known = new Map<string, boolean>();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith(".slow.test.ts"))
    .map((name) => path.join(folder, name))
    .filter((file) => reachesRunner(file, folder, known))
    .map((file) => path.relative(root, file))
    .toSorted();
}

function reachesRunner(file: string, folder: string, known: Map<string, boolean>): boolean {
  const answer = known.get(file);
  if (answer !== undefined) return answer;
  known.set(file, false);
  const imports = existsSync(file) ? [...readFileSync(file, "utf8").matchAll(IMPORT)] : [];
  const reaches = imports.some(([, names = "", from = ""]) => {
    const imported = path.resolve(path.dirname(file), from);
    if (imported === RUNNER) return /\brunStet\b|\*/.test(names);
    return imported.startsWith(`${folder}${path.sep}`) && reachesRunner(imported, folder, known);
  });
  known.set(file, reaches);
  return reaches;
}
