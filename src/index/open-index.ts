// The index: rows derived from article files in one SQLite file, never the authority for anything. Opened only when it
// is whole, of this version and read with these settings; anything else is for the desk to make anew.
import { openDatabase, sqliteCode, type Database, type Statement } from "../database/open-database.ts";
import { StetError } from "../base/stet-error.ts";
import { addTextTests } from "./look-at-texts.ts";
import { INDEX_VERSION, INDEXES, TABLES } from "./schema.ts";

/** An open index. Statements are prepared once each. */
export interface Index {
  readonly database: Database;
  readonly statements: Map<string, Statement>;
  /** Since the last commit: rows written or removed, and the numbers of those that were removed. */
  readonly tally: { rows: number; removed: number[] };
  /** The zone that instants without an offset were read in. */
  readonly timezone: string;
}

/** What rows depend on besides the files: a change of it makes every row void. */
export interface IndexKey {
  /** Settings, limits and the program's version, as one text. */
  readonly reading: string;
  readonly timezone: string;
}

const ALWAYS = ["trusted_schema=OFF", "cache_size=-16000", "temp_store=MEMORY"];
/** How long one of two processes that write at once waits for the other; then a reader goes its own way. */
const WAIT_MS = 1_000;

/** Opens the index at an absolute path; undefined where it is damaged, of another version, or read in another way. */
export function openIndex(file: string, key: IndexKey): Index | undefined {
  try {
    // Write-ahead logging lets readers read while another process writes; where a file system cannot do it, the journal stays.
    const database = openDatabase(file, {
      waitMs: WAIT_MS,
      pragmas: [...ALWAYS, "journal_mode=WAL", "synchronous=NORMAL"],
    });
    const index = newIndex(database, key);
    if (isOurs(index, key)) return index;
    closeIndex(index);
    return undefined;
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/**
 * Makes an empty index at a path where there is no file yet. Nothing is journalled while it is filled: the file counts
 * for nothing before finishIndex has been called and it has been given its name. `""` is a private one on the disk.
 */
export function createIndex(file: string, key: IndexKey): Index {
  const database = openDatabase(file, {
    waitMs: 0,
    pragmas: [
      ...ALWAYS,
      "cache_size=-65536",
      "journal_mode=OFF",
      "synchronous=OFF",
      "locking_mode=EXCLUSIVE",
    ],
  });
  const index = newIndex(database, key);
  database.exec("BEGIN");
  for (const table of TABLES) database.exec(table);
  // Bigger batches before the full-text index is written out: a third faster to fill.
  database.exec("INSERT INTO prose (prose, rank) VALUES ('hashsize', 33554432)");
  // What later syncs write merges them: a tenth faster to fill, and hardly more of them are left.
  database.exec("INSERT INTO prose (prose, rank) VALUES ('automerge', 0)");
  const setting = prepared(index, "INSERT INTO setting (name, value) VALUES (?, ?)");
  setting.run("reading", key.reading);
  setting.run("generation", "0");
  nameCommit(index);
  database.exec("COMMIT");
  return index;
}

function newIndex(database: Database, { timezone }: IndexKey): Index {
  addTextTests(database);
  return { database, statements: new Map(), tally: { rows: 0, removed: [] }, timezone };
}

/** Older ones are forgotten: nobody has them in mind any more. */
const COMMITS_KEPT = 1_000;

/** Of more rows in one nobody is told which. */
const MOST_REMOVED = 1_000;

/** Gives what the rows say from now on a name that nothing else has, in an index of the same past neither. */
export function nameCommit(index: Index): void {
  const next = "SELECT coalesce(max(number), 0) + 1, hex(randomblob(8)), ? FROM commits";
  const { removed } = index.tally;
  prepared(index, `INSERT INTO commits ${next}`).run(
    removed.length > MOST_REMOVED ? null : JSON.stringify(removed),
  );
  prepared(index, "DELETE FROM commits WHERE number <= (SELECT max(number) FROM commits) - ?").run(
    COMMITS_KEPT,
  );
}

/** A gigabyte on a slow disk. */
const SYNC_MS = 20_000;

/**
 * Completes an index made by createIndex, once it is filled: makes what serves its questions, gathers what the planner
 * needs, puts the file on the disk, gives up its lock. Calls `goingOn` between the steps, of up to half a second each, and
 * with the milliseconds that the last may take: all of the file goes to the disk.
 */
export function finishIndex({ database }: Index, goingOn: (silentMs?: number) => void = () => {}): void {
  const steps = [...INDEXES, MERGE_AGAIN, "PRAGMA analysis_limit=1000", "ANALYZE", "PRAGMA synchronous=FULL"];
  for (const step of steps) {
    database.exec(step);
    goingOn();
  }
  goingOn(SYNC_MS);
  database.exec(`PRAGMA user_version=${INDEX_VERSION}`);
  database.exec("PRAGMA locking_mode=NORMAL");
  // The lock goes with the first reading after that.
  database.exec("SELECT 1 FROM setting");
}

/** FTS5's own number of segments. */
const MERGE_AGAIN = "INSERT INTO prose (prose, rank) VALUES ('automerge', 4)";

export function closeIndex({ database, statements }: Index): void {
  statements.clear();
  database.close();
}

/** The same statement with arrays for rows: an object a row costs the driver as much as what is in it. */
export function rowsOf(statement: Statement): Statement {
  statement.setReturnArrays(true);
  return statement;
}

/** The statement of a text, prepared at its first use. */
export function prepared(
  { database, statements }: Pick<Index, "database" | "statements">,
  sql: string,
): Statement {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

/** SQLITE_ERROR, _CORRUPT, _CONSTRAINT and _NOTADB. */
const DAMAGES: ReadonlySet<number | undefined> = new Set([1, 11, 19, 26]);

/** What SQLite says where the disk or another process is to blame, not what is in the file. */
const NO_DAMAGE = /locked|I\/O|full|unable to open|readonly|out of memory/;

/** True for an error that a sound index of this version cannot cause. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StetError) return error.code === "index-damaged";
  const code = sqliteCode(error);
  if (code !== undefined) return DAMAGES.has(code);
  // The npm driver tells no code where a statement fails at a row of `all` or `iterate`.
  return isOfSqlite(error) && !NO_DAMAGE.test(error.message);
}

/** True where another process holds the index, and held it for as long as this one waited. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === 5;
}

/** True for whatever SQLite refused. */
export function isOfSqlite(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}

/** For what only a damaged index says. */
export function damagedIndex(cause?: unknown): StetError {
  return new StetError("store", "index-damaged", "the index holds what stet never wrote", {
    hint: "run the command again: the index is made anew",
    cause,
  });
}

const damaged = new WeakSet<Database>();

/** Runs a reading that nobody can repeat. Damage it meets is remembered, so that the index goes when it is closed. */
export function reading<T>({ database }: Index, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    damaged.add(database);
    throw damagedIndex(error);
  }
}

/** Runs many small readings as one: SQLite takes its lock once for all of them, which is half of what a small one costs. */
export function readingTogether<T>({ database }: Index, read: () => T): T {
  if (database.isTransaction) return read();
  database.exec("BEGIN");
  try {
    return read();
  } finally {
    database.exec("COMMIT");
  }
}

/** True once `reading` has met damage. */
export function isKnownDamaged({ database }: Index): boolean {
  return damaged.has(database);
}

/** Those that are written out in schema.ts: not what SQLite makes beside them. */
const OUR_TABLES = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND NOT (type = 'table' AND name IN
  ('prose_config', 'prose_content', 'prose_data', 'prose_docsize', 'prose_idx', 'sqlite_stat1', 'sqlite_stat4'))`;

/** Its version, its tables and nothing beside them (a trigger would be somebody else's), and read in this way. */
function isOurs(index: Index, key: IndexKey): boolean {
  if (prepared(index, "PRAGMA user_version").get()?.["user_version"] !== INDEX_VERSION) return false;
  const made = prepared(index, OUR_TABLES).all();
  const texts = new Set(made.map((row) => row["sql"]));
  const ours = [...TABLES, ...INDEXES];
  if (texts.size !== ours.length || !ours.every((text) => texts.has(text))) return false;
  return settingOf(index, "reading") === key.reading;
}

/** One of the index's own notes; undefined where there is none. */
export function settingOf(index: Index, name: string): string | undefined {
  const value: unknown = prepared(index, "SELECT value FROM setting WHERE name = ?").get(name)?.["value"];
  return typeof value === "string" ? value : undefined;
}
