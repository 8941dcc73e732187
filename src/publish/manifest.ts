// Opens the manifest, what stet knows to have written to a site: an SQLite file in the site's home, and the lock of
// the site at once. The kernel releases it when its holder dies, and SQLite undoes what was half written down.
import { StetError, type ErrorCode } from "../base/stet-error.ts";
import { openDatabase, sqliteCode, type Database, type Statement } from "../database/open-database.ts";

/** Where a manifest is: the absolute path, as messages show it, and the site as they show that. */
export interface ManifestPlace {
  readonly file: string;
  readonly shown: string;
  readonly site: string;
}

/** An open manifest; whoever has it is the only one who publishes there. Close it. */
export interface Manifest {
  readonly database: Database;
  readonly place: ManifestPlace;
  readonly statements: Map<string, Statement>;
}

/** Its name in the site's home. Node's fs must never open and close it: that would drop the process's lock (POSIX). */
export const MANIFEST_FILE = "manifest.db";
const VERSION = 1;
// `WITHOUT ROWID` makes a lookup by path one descent, and a path stand in the file once.
const TABLES = `
CREATE TABLE file (path TEXT PRIMARY KEY, rank INTEGER NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL,
  source TEXT NOT NULL, size INTEGER NOT NULL, touched INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE intent (path TEXT PRIMARY KEY, rank INTEGER NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL,
  source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folder (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version=${VERSION};`;

/**
 * Opens the manifest, or begins one, and locks it until it is closed. 3 ms. Throws StetError busy while
 * somebody else has it for longer than `waitMs`, store/newer-format, external where the disk refuses or the file is damaged.
 */
export function openManifest(place: ManifestPlace, waitMs: number): Manifest {
  return explainingManifest({ ...place, waitMs }, () => {
    const pragmas = ["locking_mode=EXCLUSIVE", "trusted_schema=OFF"];
    const database = openDatabase(place.file, { waitMs, pragmas });
    try {
      // In this locking mode the lock outlives the transaction.
      database.exec("BEGIN EXCLUSIVE");
      prepareTables(database, place);
      database.exec("COMMIT");
      return { database, place, statements: new Map() };
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepareTables(database: Database, { shown }: ManifestPlace): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version === 0) database.exec(TABLES);
  else if (version !== VERSION) {
    throw new StetError("store", "newer-format", `${shown} was written by a newer stet`);
  }
}

/** A manifest of nothing, in memory, for a plan that is only to be looked at. */
export function emptyManifest(place: ManifestPlace): Manifest {
  const database = openDatabase(":memory:", { waitMs: 0, pragmas: [] });
  database.exec(TABLES);
  return { database, place, statements: new Map() };
}

/** The statement of a text, prepared at its first use: a hundred thousand of them would be memory and time. */
export function prepared({ database, statements }: Manifest, sql: string): Statement {
  const statement = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

/** Closes it and releases the lock. */
export function closeManifest({ database }: Manifest): void {
  // A driver may keep the file open for as long as statements of it are not collected; the lock must not wait for that.
  database.exec("PRAGMA locking_mode=NORMAL; SELECT 1 FROM note");
  database.close();
}

interface Patience {
  /** How long it was tried; absent where it was not. */
  readonly waitMs?: number;
}

const BUSY = 5;
const REFUSALS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  8: ["io-permission", "it may not be written"],
  10: ["io", "the disk reports an error"],
  13: ["io-space", "no space is left on the disk"],
  14: ["io-permission", "it cannot be opened"],
};

/** Runs `work`; what SQLite refuses becomes a StetError that names the file. */
export function explainingManifest<T>(place: ManifestPlace & Patience, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === undefined) throw error;
    if (code === BUSY) throw busy(place, error);
    const [errorCode, why] = REFUSALS[code] ?? [];
    if (errorCode === undefined) throw damaged(place, error);
    throw new StetError("external", errorCode, `${place.shown} was not written: ${why}`, { cause: error });
  }
}

function busy({ site, waitMs = 0 }: ManifestPlace & Patience, cause: unknown): StetError {
  const waited = waitMs === 0 ? "" : `; waited ${waitMs / 1000} s`;
  return new StetError("busy", "busy", `another stet is publishing to ${site}${waited}`, {
    hint: "nothing was changed: try again",
    cause,
  });
}

function damaged({ shown, site }: ManifestPlace, cause: unknown): StetError {
  const message = `${shown} is damaged: what stet wrote to ${site} is no longer known`;
  const hint = `move ${site} and ${shown} away, then publish again`;
  return new StetError("external", "io", message, { hint, cause });
}
