// The one seam to SQLite: `node:sqlite` where Node has it without a warning (24 and later), else the npm driver
// with the same interface. The newsroom's lock and the index both come through here.
import { createRequire } from "node:module";
import type { DatabaseSync, DatabaseSyncInstance } from "@photostructure/sqlite";
import { StetError } from "../base/stet-error.ts";

/** An open SQLite file: the `DatabaseSync` of Node 24, whichever driver stands behind it. Close it. */
export type Database = DatabaseSyncInstance;

/**
 * A prepared statement. Keep it as long as its rows are read. The npm driver lets a file go only when its statements have
 * been collected: locks must be given up before a database is closed, not by closing it.
 */
export type Statement = ReturnType<Database["prepare"]>;

/** `waitMs` is SQLite's busy timeout (0 = fail at once); `pragmas` run in order, each as `name=value`. */
export interface DatabaseOptions {
  readonly waitMs: number;
  readonly pragmas: readonly string[];
}

/**
 * Opens or creates the SQLite file at an absolute path. The driver is loaded at the first call (2 to 6 ms).
 * Throws StetError external/program-missing where no driver loads; everything SQLite itself refuses comes
 * through as its own error, told apart by sqliteCode.
 */
export function openDatabase(file: string, options: DatabaseOptions): Database {
  const Driver = loadDriver();
  const database = new Driver(file, { timeout: options.waitMs });
  try {
    for (const pragma of options.pragmas) database.exec(`PRAGMA ${pragma}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function loadDriver(): typeof DatabaseSync {
  // A CommonJS bundle has __filename and no import.meta.url; a module has it the other way round.
  const require = createRequire(typeof __filename === "string" ? __filename : import.meta.url);
  const driver = driverFor(process.versions.node);
  try {
    const { DatabaseSync: Driver }: { readonly DatabaseSync: typeof DatabaseSync } = require(driver);
    return Driver;
  } catch (cause) {
    throw new StetError("external", "program-missing", `SQLite does not load on this machine (${driver})`, {
      hint: "npm install",
      cause,
    });
  }
}

/** The module to load on a Node version as `20.19.0`: before 24, `node:sqlite` is absent or warns on stderr. */
export function driverFor(nodeVersion: string): "node:sqlite" | "@photostructure/sqlite" {
  return Number.parseInt(nodeVersion, 10) >= 24 ? "node:sqlite" : "@photostructure/sqlite";
}

/** The code of a lock that somebody else holds. */
export const SQLITE_BUSY = 5;

/** The primary SQLite result code of an error a driver threw (5 = busy, 8 = read-only ...), else undefined. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
    return undefined;
  // Extended codes keep the primary one in the low byte.
  return error.errcode & 0xff;
}
