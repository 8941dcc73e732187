// Before the suite: the bundle is built, so that tests of the real program never run an old one, and the temporary
// folders of the tests are put into memory, where an fsync costs a twentieth of what a disk takes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 1 << 30;

/** vitest's global set-up; what it returns is done after the last test. Whoever sets TMPDIR chooses the place. */
export function setup(): () => void {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, "../../bin/build.mjs")], {
    stdio: "inherit",
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
    const folder = mkdtempSync(path.join(MEMORY, "stet-tests-"));
    if (mayRunProgramsIn(folder)) return folder;
    rmSync(folder, { recursive: true });
  } catch {
    // Then the disk.
  }
  return undefined;
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
