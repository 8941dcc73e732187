// Word from the system of folders in which something changes: a reason to look there at once, never the only way to find out.
import fs from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { below } from "./classify-entry.ts";

export interface WatchedFolders {
  /**
   * Watches these folders, relative to the root, and no others; all lie in the first. True where the system tells of every change in them, before
   * it lets whoever made it go on: Linux of its own disks.
   */
  follow(paths: Iterable<string>): boolean;
  isWatched(folder: string): boolean;
  /** Where something has changed since this was last asked, or since a folder is watched; undefined where that may be anywhere. */
  takeChanged(): Promise<ReadonlySet<string> | undefined>;
  close(): void;
}

/** A watch each: systems have some thousands for all that run there. */
const MOST_FOLDERS = 4_000;

/** File systems on which nobody but this system writes, by the numbers of statfs(2): of others it does not hear of every change. */
const OWN_DISKS = new Set([
  0xef_53, // ext4
  0x58_46_53_42, // XFS
  0x91_23_68_3e, // Btrfs
  0xf2_f5_20_10, // F2FS
  0xca_45_1a_4e, // bcachefs
  0x2f_c1_2f_c1, // ZFS
  0x01_02_19_94, // tmpfs
  0x79_4c_76_30, // overlayfs
]);

/** Watches nothing before it is told what. `onChange` may be called several times for one change. Nothing here throws. */
export function watchFolders(root: string, onChange: () => void): WatchedFolders {
  const watchers = new Map<string, fs.FSWatcher>();
  /** Those of whose changes the system may not tell at once. */
  const doubtful = new Set<string>();
  let changed = new Set<string>();
  let isAnywhere = false;
  const top = rememberedFolder(root);
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    doubtful.delete(folder);
  };
  /** This one and all in it may be others now, which nobody watches. */
  const lose = (folder: string): void => {
    isAnywhere = true;
    for (const each of watchers.keys()) if (isIn(folder, each)) forget(each);
  };
  const note = (folder: string, name: string | null): void => {
    changed.add(folder);
    // A folder by this name, or this one by its own.
    if (name === null || name === path.basename(folder) || watchers.has(below(folder, name))) lose(folder);
    onChange();
  };
  const watch = (folder: string): void => {
    try {
      const watcher = fs.watch(path.join(root, folder), { persistent: false }, (_, name) =>
        note(folder, name),
      );
      watcher.on("error", () => lose(folder));
      watchers.set(folder, watcher);
      changed.add(folder);
      if (!isOnOwnDisk(path.join(root, folder))) doubtful.add(folder);
    } catch {
      // A folder that has gone, or more watches than the system has.
    }
  };
  return {
    isWatched: (folder) => watchers.has(folder),
    follow(paths) {
      const wanted = new Set(paths);
      const count = wanted.size;
      if (count > MOST_FOLDERS) wanted.clear();
      for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder);
      const [first] = wanted;
      if (first !== undefined && !watchers.has(first)) top.remember(first);
      for (const folder of wanted) if (!watchers.has(folder)) watch(folder);
      return watchers.size === count && doubtful.size === 0;
    },
    async takeChanged() {
      // What the system has said is heard once a turn; this one may be past that.
      await nextTurn();
      await nextTurn();
      if (top.isAnother()) lose("");
      const taken = isAnywhere ? undefined : changed;
      changed = new Set();
      isAnywhere = false;
      return taken;
    },
    close: () => lose(""),
  };
}

interface RememberedFolder {
  remember(folder: string): void;
  isAnother(): boolean;
}

/** That in which all others lie: of a change above it the system has no word. */
function rememberedFolder(root: string): RememberedFolder {
  let folder = "";
  let identity: string | undefined;
  const now = (): string => identityOf(path.join(root, folder));
  return {
    remember(which) {
      folder = which;
      identity = now();
    },
    isAnother: () => identity !== undefined && now() !== identity,
  };
}

/** Which folder this is; empty where there is none. */
function identityOf(folder: string): string {
  try {
    const { dev, ino } = fs.statSync(folder);
    return `${dev} ${ino}`;
  } catch {
    return "";
  }
}

function isOnOwnDisk(folder: string): boolean {
  try {
    return process.platform === "linux" && OWN_DISKS.has(fs.statfsSync(folder).type);
  } catch {
    return false;
  }
}

function isIn(folder: string, other: string): boolean {
  return other === folder || folder === "" || other.startsWith(`${folder}/`);
}
