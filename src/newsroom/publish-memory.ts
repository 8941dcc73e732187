// What the last publish of a newsroom found, under `.stet/publish`: lets the next one see that nothing is due. Only ever
// a hint: without it, or with one that cannot be read, publish looks at everything.
import fs from "node:fs";
import { makeStetFolder, stetPath } from "./stet-folder.ts";

/** `last.json` is looked at by every publish, `plan.json`, which is large, only where articles have changed. */
export type MemoryFile = "last.json" | "plan.json";

/** The remembered text; undefined where there is none. */
export function readPublishMemory(root: string, name: MemoryFile): string | undefined {
  try {
    return fs.readFileSync(stetPath(root, "publish", name), "utf8");
  } catch {
    return undefined;
  }
}

/** Remembers `text`. Never throws for the disk. */
export function writePublishMemory(root: string, name: MemoryFile, text: string): void {
  const file = stetPath(root, "publish", name);
  try {
    makeStetFolder(root, "publish");
    fs.writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
    fs.renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next publish does more work, and no other.
  }
}
