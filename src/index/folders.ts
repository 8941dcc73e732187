// What each folder looked like when it was last read: the way to tell in one comparison that nothing in it has changed.
import { prepared, type Index } from "./open-index.ts";

/** The article files of one folder in the order of their names; four stamps a file: size, mtime and ctime in ns, inode. */
export interface FolderState {
  readonly path: string;
  readonly names: readonly string[];
  readonly stamps: BigInt64Array;
  /** Names of files that were too young to tell by their stamps: they are read again the next time. */
  readonly unsure: readonly string[];
}

/** One stored folder, its parts still as they are kept. */
export interface StoredFolder {
  readonly path: string;
  readonly names: string;
  readonly stamps: Uint8Array;
  readonly unsure: string;
}

/** Every stored folder, by its path. Cost: 100 bytes a file. */
export function storedFolders(index: Index): Map<string, StoredFolder> {
  const folders = new Map<string, StoredFolder>();
  for (const row of prepared(index, "SELECT path, names, stamps, unsure FROM folder").all()) {
    const { path, names, stamps, unsure } = row;
    if (typeof path !== "string" || typeof names !== "string" || typeof unsure !== "string") continue;
    if (!(stamps instanceof Uint8Array)) continue;
    folders.set(path, { path, names, stamps, unsure });
  }
  return folders;
}

export function putFolder(index: Index, { path, names, stamps, unsure }: FolderState): void {
  const bytes = new Uint8Array(stamps.buffer, stamps.byteOffset, stamps.byteLength);
  prepared(index, "INSERT OR REPLACE INTO folder (path, names, stamps, unsure) VALUES (?, ?, ?, ?)").run(
    path,
    names.join("/"),
    bytes,
    unsure.join("/"),
  );
}

export function removeFolder(index: Index, path: string): void {
  prepared(index, "DELETE FROM folder WHERE path = ?").run(path);
}

/** The names of files whose stamps are not what is stored, or were unsure; and those that are stored and gone. */
export function compareFolder(
  now: FolderState,
  stored: StoredFolder | undefined,
): { readonly changed: readonly string[]; readonly gone: readonly string[] } {
  if (stored === undefined) return { changed: now.names, gone: [] };
  const known = stampsByName(stored);
  const unsure = new Set(namesIn(stored.unsure));
  const changed = now.names.filter((name, at) => {
    const stamp = known.get(name);
    known.delete(name);
    return stamp === undefined || unsure.has(name) || !isSame(now.stamps, at, stamp);
  });
  return { changed, gone: [...known.keys()] };
}

/** True where nothing at all has changed: one comparison of two texts and one of two runs of bytes. */
export function isUnchanged(now: FolderState, stored: StoredFolder | undefined): boolean {
  if (stored === undefined || stored.unsure !== "") return false;
  const bytes = Buffer.from(now.stamps.buffer, now.stamps.byteOffset, now.stamps.byteLength);
  return bytes.equals(stored.stamps) && now.names.join("/") === stored.names;
}

/** The names of a stored list. */
export function namesIn(text: string): string[] {
  return text === "" ? [] : text.split("/");
}

const STAMPS = 4;

function stampsByName({ names, stamps }: StoredFolder): Map<string, BigInt64Array> {
  // SQLite hands out bytes at any address; 64-bit numbers are read from an aligned copy.
  const aligned = new BigInt64Array(stamps.slice().buffer);
  return new Map(
    namesIn(names).map((name, at) => [name, aligned.subarray(at * STAMPS, (at + 1) * STAMPS)] as const),
  );
}

function isSame(stamps: BigInt64Array, at: number, known: BigInt64Array): boolean {
  for (let stamp = 0; stamp < STAMPS; stamp++) {
    if (stamps[at * STAMPS + stamp] !== known[stamp]) return false;
  }
  return true;
}
