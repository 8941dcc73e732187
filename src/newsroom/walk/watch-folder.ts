// Word from the system that something in a folder changed: a hint to look sooner, never the only way to find out.
import fs from "node:fs";
import path from "node:path";

/** Calls `onChange`, perhaps several times for one change, until the function returned is called. Never throws. */
export function watchFolder(root: string, folder: string, onChange: () => void): () => void {
  try {
    const watcher = fs.watch(path.join(root, folder), { persistent: false }, onChange);
    // A folder that goes, or more watches than the system has: looking now and then finds out as well.
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}
