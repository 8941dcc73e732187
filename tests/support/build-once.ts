// Before the suite: the bundle is built where it is not that of src/, so that tests of the real program never run an old
// one, and the temporary folders of the tests are put into memory, where an fsync costs a twentieth of what a disk takes.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { madeOnce } from "./made-once.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const BUNDLE = {
  root: ROOT,
  // The sample newsroom is what the bundle runs on while V8's compiled form of it is made.
  from: ["src", "bin", "package.json", "node_modules/.package-lock.json", "stet.yaml", "articles", "images"],
  to: "dist",
  note: "node_modules/.cache/stet-bundle-made",
};

const MEMORY = "/dev/shm";
const PREFIX = "stet-tests-";
const ENOUGH_BYTES = 1 << 30;
const DAY_MS = 86_400_000;

/** vitest's global set-up; what it returns is done after the last test. Whoever sets TMPDIR chooses the place. */
export async function setup(): Promise<() => void> {
  await madeOnce(BUNDLE, () => {
    execFileSync(process.execPath, [path.join(ROOT, "bin/build.mjs")], { stdio: "inherit" });
  });
  const folder = process.env["TMPDIR"] === undefined ? folderInMemory() : undefined;
  if (folder === undefined) return () => undefined;
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Undefined where there is no memory to spare, as in a container, or where no program may be started from it. */
function folderInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH_BYTES) return undefined;
    removeForgotten();
    const folder = mkdtempSync(path.join(MEMORY, PREFIX));
    // As open as /tmp is: some tests start the program as another user.
    chmodSync(folder, 0o1777);
    if (mayRunProgramsIn(folder)) return folder;
    rmSync(folder, { recursive: true });
  } catch {
    // Then the disk.
  }
  return undefined;
}

/** What suites that were killed have left in memory, a day later. */
function removeForgotten(): void {
  for (const name of readdirSync(MEMORY).filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(MEMORY, name);
    if (Date.now() - statSync(folder).mtimeMs > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function mayRunProgramsIn(folder: string): boolean {
  const program = path.join(folder, "program");
  writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
  try {
    execFileSync(program);
    return true;
  } catch {
    return false;
  }
}
