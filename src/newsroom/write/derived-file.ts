// Files that stet derives from articles, as the index: who may not read the articles may not read them either (P25).
import fs from "node:fs";
import path from "node:path";
import { SETTINGS_FILE } from "../find-newsroom.ts";
import { setOwnership, type Ownership } from "./temp-file.ts";

/** A newsroom's root (absolute) and its articles folder (relative to it; `""` is the root itself). */
export interface DerivedFrom {
  readonly root: string;
  readonly articles: string;
}

/** Read by whoever may read both stet.yaml and the articles folder, as far as the umask goes; written by us alone. */
export function derivedOwnership({ root, articles }: DerivedFrom): Ownership {
  const folder = fs.statSync(path.join(root, articles), { throwIfNoEntry: false }) ?? fs.statSync(root);
  const settings = fs.statSync(path.join(root, SETTINGS_FILE), { throwIfNoEntry: false });
  const readers = folder.mode & (settings?.mode ?? 0) & ~process.umask() & 0o044;
  return { uid: process.geteuid?.() ?? folder.uid, gid: folder.gid, mode: 0o600 | readers };
}

/** Makes an empty file, where there is none, owned so; whoever fills it leaves its mode as it is. Throws Node's error. */
export function createDerivedFile(file: string, ownership: Ownership): void {
  const descriptor = fs.openSync(file, "wx", 0o600);
  try {
    setOwnership(descriptor, ownership);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Takes from an older file what it allows and a new one would not. Never throws: others' files stay as they are. */
export function closeToOthers(file: string, { mode }: Ownership): void {
  try {
    const stats = fs.lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || (stats.mode & 0o077 & ~mode) === 0) return;
    fs.chmodSync(file, stats.mode & (0o700 | mode));
  } catch {
    // Somebody else's, who answers for it.
  }
}
