// What the last publish of a newsroom found, under `.stet/publish`: lets the next one see that nothing is due. Only ever
// a hint: without it, or with one that cannot be read, publish looks at everything.
import fs from "node:fs";
import path from "node:path";
import { makeStetFolder, stetPath } from "../stet-folder.ts";
import { randomName } from "../write/temp-file.ts";

/** `last.json` is looked at by every publish; `texts.json` where articles have changed, and `plan.json` where more of them has than words. */
export type MemoryFile = "last.json" | "texts.json" | "plan.json";

/** The remembered lines, one at a time; none where nothing is remembered. */
export function* readPublishMemory(root: string, name: MemoryFile): Generator<string, void, undefined> {
  const bytes = readBytes(stetPath(root, "publish", name));
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    const found = bytes.indexOf("\n", start);
    end = found === -1 ? bytes.length : found;
    yield bytes.toString("utf8", start, end);
  }
}

function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Remembers the lines, of which one at a time is in memory. Never throws for the disk. */
export function writePublishMemory(root: string, name: MemoryFile, lines: Iterable<string>): void {
  const file = stetPath(root, "publish", name);
  try {
    makeStetFolder(root, "publish");
    // Swept there where this one is killed.
    const temp = path.join(makeStetFolder(root, "tmp"), randomName());
    const written = fs.openSync(temp, "wx", 0o600);
    try {
      for (const line of lines) fs.writeFileSync(written, `${line}\n`);
    } finally {
      fs.closeSync(written);
    }
    fs.renameSync(temp, file);
  } catch {
    // The next publish does more work, and no other.
  }
}
