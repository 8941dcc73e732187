// Word from the system of folders in which something changes: a reason to look there at once, never the only way to find out.
import fs from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { below } from "./classify-entry.ts";

export interface WatchedFolders {
  /** Watches these folders, relative to the root, and no others; false where the system does not watch all of them. */
  follow(paths: Iterable<string>): boolean;
  /**
   * Where something has changed since this was last asked, or since a folder is watched; undefined where that may be anywhere.
   * With `isPrompt` nothing is missing that was changed before the call.
   */
  takeChanged(): Promise<ReadonlySet<string> | undefined>;
  /** True where the system tells of a change before it lets whoever made it go on. */
  readonly isPrompt: boolean;
  close(): void;
}

/** A watch each: systems have some thousands for all that run there. */
const MOST_FOLDERS = 4_000;

/** Watches nothing before it is told what. `onChange` may be called several times for one change. Nothing here throws. */
export function watchFolders(root: string, onChange: () => void): WatchedFolders {
  const watchers = new Map<string, fs.FSWatcher>();
  let changed = new Set<string>();
  let isAnywhere = false;
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const note = (folder: string, name: string | null): void => {
    changed.add(folder);
    // A folder by this name, or this one by its own, may be another now, which nobody watches.
    const isFolder = name === null || name === path.basename(folder) || watchers.has(below(folder, name));
    if (isFolder) {
      isAnywhere = true;
      for (const each of watchers.keys()) if (isIn(folder, each)) forget(each);
    }
    onChange();
  };
  const watch = (folder: string): void => {
    try {
      const watcher = fs.watch(path.join(root, folder), { persistent: false }, (_, name) =>
        note(folder, name),
      );
      watcher.on("error", () => {
        isAnywhere = true;
        forget(folder);
      });
      watchers.set(folder, watcher);
      changed.add(folder);
    } catch {
      // A folder that has gone, or more watches than the system has.
    }
  };
  return {
    follow(paths) {
      const wanted = new Set(paths);
      const count = wanted.size;
      if (count > MOST_FOLDERS) wanted.clear();
      for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder);
      for (const folder of wanted) if (!watchers.has(folder)) watch(folder);
      return watchers.size === count;
    },
    async takeChanged() {
      // What the system has said is heard once a turn; this one may be past that.
      await nextTurn();
      await nextTurn();
      const taken = isAnywhere ? undefined : changed;
      changed = new Set();
      isAnywhere = false;
      return taken;
    },
    isPrompt: process.platform === "linux",
    close() {
      for (const folder of watchers.keys()) forget(folder);
    },
  };
}

function isIn(folder: string, other: string): boolean {
  return other === folder || folder === "" || other.startsWith(`${folder}/`);
}
