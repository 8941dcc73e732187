// What the last publish of a newsroom found, under `.stet/publish`: lets the next one see that nothing is due. Only ever
// a hint: without it, or with one that cannot be read, publish looks at everything.
import fs from "node:fs";
import { makeStetFolder, stetPath } from "./stet-folder.ts";

/** `last.json` is looked at by every publish; `texts.json` where articles have changed, and `plan.json` where more of them has than words. */
export type MemoryFile = "last.json" | "texts.json" | "plan.json";

/** The remembered text; undefined where there is none. */
export function readPublishMemory(root: string, name: MemoryFile): string | undefined {
  try {
    return fs.readFileSync(stetPath(root, "publish", name), "utf8");
  } catch {
    return undefined;
  }
}

/** Remembers the lines, of which one at a time is in memory. Never throws for the disk. */
export function writePublishMemory(root: string, name: MemoryFile, lines: Iterable<string>): void {
  const file = stetPath(root, "publish", name);
  try {
    makeStetFolder(root, "publish");
    const written = fs.openSync(`${file}.${process.pid}`, "w", 0o600);
    try {
      for (const line of lines) fs.writeFileSync(written, `${line}\n`);
    } finally {
      fs.closeSync(written);
    }
    fs.renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next publish does more work, and no other.
  }
}
