// What each folder looked like when it was last read: the way to tell in one comparison that nothing in it has changed.
import { STAMPS } from "../newsroom/walk/walk-folders.ts";
import { prepared, type Index } from "./open-index.ts";

/** The article files of one folder in the order of their names; four stamps a file, as the walk has them. */
export interface FolderState {
  readonly path: string;
  readonly names: readonly string[];
  readonly stamps: Float64Array;
  /** The same for a folder in which nothing has changed. */
  readonly digest: string;
  /** What another program saw in it before it was looked at (desk/keep-index/ask-find.ts); empty where none was asked. */
  readonly listing: string;
  /** Names of files that were too young to tell by their stamps: they are read again the next time. */
  readonly unsure: readonly string[];
}

/** One stored folder, its parts still as they are kept. */
export interface StoredFolder {
  readonly names: string;
  readonly stamps: Uint8Array;
  readonly unsure: string;
}

/** All stored folders at a glance. */
export interface StoredFolders {
  /** By path; empty for one with files that are to be read again. */
  readonly digests: Map<string, string>;
  /** The same, of what another program saw in it. */
  readonly listings: Map<string, string>;
  /** How many files there are in all of them. */
  readonly files: number;
}

/** Cost: one page of the database a folder. */
export function storedFolders(index: Index): StoredFolders {
  const digests = new Map<string, string>();
  const listings = new Map<string, string>();
  let bytes = 0;
  for (const { path, digest, listing, size } of prepared(index, DIGESTS).all()) {
    if (typeof path === "string" && typeof digest === "string") digests.set(path, digest);
    if (typeof path === "string" && typeof listing === "string") listings.set(path, listing);
    if (typeof size === "number") bytes += size;
  }
  return { digests, listings, files: bytes / (STAMPS * Float64Array.BYTES_PER_ELEMENT) };
}

const DIGESTS =
  "SELECT path, iif(unsure = '', digest, '') AS digest, iif(unsure = '', listing, '') AS listing, length(stamps) AS size FROM folder ORDER BY path";

/** The whole of one stored folder; undefined where there is none. */
export function storedFolder(index: Index, path: string): StoredFolder | undefined {
  const row = prepared(index, "SELECT names, stamps, unsure FROM folder WHERE path = ?").get(path);
  if (row === undefined) return undefined;
  const { names, stamps, unsure } = row;
  const isWhole = typeof names === "string" && typeof unsure === "string" && stamps instanceof Uint8Array;
  return isWhole ? { names, stamps, unsure } : undefined;
}

export function putFolder(index: Index, { path, names, stamps, digest, listing, unsure }: FolderState): void {
  const bytes = new Uint8Array(stamps.buffer, stamps.byteOffset, stamps.byteLength);
  prepared(index, PUT_FOLDER).run(path, digest, listing, unsure.join("/"), names.join("/"), bytes);
}

const PUT_FOLDER =
  "INSERT OR REPLACE INTO folder (path, digest, listing, unsure, names, stamps) VALUES (?, ?, ?, ?, ?, ?)";

/** Notes what another program saw in a folder in which nothing has changed. */
export function putListing(index: Index, path: string, listing: string): void {
  prepared(index, "UPDATE folder SET listing = ? WHERE path = ?").run(listing, path);
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

/** The names of a stored list. */
export function namesIn(text: string): string[] {
  return text === "" ? [] : text.split("/");
}

function stampsByName({ names, stamps }: StoredFolder): Map<string, Float64Array> {
  // SQLite hands out bytes at any address; numbers are read from an aligned copy.
  const aligned = new Float64Array(stamps.slice().buffer);
  return new Map(
    namesIn(names).map((name, at) => [name, aligned.subarray(at * STAMPS, (at + 1) * STAMPS)] as const),
  );
}

function isSame(stamps: Float64Array, at: number, known: Float64Array): boolean {
  for (let stamp = 0; stamp < STAMPS; stamp++) {
    if (stamps[at * STAMPS + stamp] !== known[stamp]) return false;
  }
  return true;
}
