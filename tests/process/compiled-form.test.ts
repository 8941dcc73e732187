// The bundle starts from V8's compiled form of it, which V8 takes on trust: one that the disk has damaged would be a crash of
// Node, or another program.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A stet of this test's own. */
function install(): string {
  const root = temporaryFolder();
  for (const file of ["bin/stet.cjs", "dist/stet.cjs", "package.json"]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    copyFileSync(path.join(ROOT, file), path.join(root, file));
  }
  return root;
}

/** What help says, where it ends well. */
function helpOf(root: string, env: Readonly<Record<string, string>> = {}): string {
  const line = [path.join(root, "bin/stet.cjs"), "--help"];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { cwd: root, env, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

test("a compiled form that is damaged is done without", () => {
  const root = install();
  const help = helpOf(root, { STET_WRITE_CODE_CACHE: "1" });
  const bundle = path.join(root, "dist/stet.cjs");
  // V8 looks at the length of a program alone: what help says now tells which form of it has run.
  writeFileSync(bundle, readFileSync(bundle, "latin1").replaceAll("Examples", "EXAMPLES"), "latin1");
  expect(helpOf(root)).toBe(help);
  const anew = help.replaceAll("Examples", "EXAMPLES");
  const name = readdirSync(path.dirname(bundle)).find((each) => each.endsWith(".cache")) ?? "";
  const file = path.join(root, "dist", name);
  const compiled = readFileSync(file);
  const half = Math.floor(compiled.length / 2);
  for (const damaged of [Buffer.from(compiled).fill(0, half, half + 4_096), compiled.subarray(0, -1), ""]) {
    writeFileSync(file, damaged);
    expect(helpOf(root)).toBe(anew);
  }
});
