// What the last edition was planned from, in an SQLite file: a change reads and writes the rows that it concerns, and
// no others.
import { openDatabase, type Database, type Statement } from "../../../database/open-database.ts";
import { isOfSqlite, prepared } from "../../../index/open-index.ts";
import { planFileNamed } from "../../../newsroom/site/publish-memory.ts";
import type { Desk } from "../../desk.ts";
import type { SiteRow } from "../plan/site-row.ts";
import type { PublishMemory } from "./publish-memory.ts";

/** An open file, in the middle of a transaction. Close it. */
export interface PlanMemory {
  readonly database: Database;
  readonly statements: Map<string, Statement>;
  /** The rows asked for so far, by number: each is one object. */
  readonly rows: Map<number, SiteRow>;
}

/** Thrown where the file does not say what stet wrote: everything is to be planned. */
export class TornMemory extends Error {}

/**
 * `story` has every file whose article is out or was: live ones with their rows (JSON of a SiteRow) and the numbers of the
 * related stories of their pages (JSON), and those that lists were made of since as they showed them (JSON of a ShownStory). `mark` is what live ones are found by: lists, names in headlines, names they
 * name. `list` has one row for each list of the site; `path` and `place` tell where its newest story has it.
 */
const TABLES = [
  "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  `CREATE TABLE story (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, published INTEGER, updated INTEGER, row TEXT,
    beside TEXT, shown TEXT)`,
  `CREATE TABLE mark (kind TEXT, key TEXT, published INTEGER, story INTEGER,
    PRIMARY KEY (kind, key, published DESC, story)) WITHOUT ROWID`,
  `CREATE TABLE list (kind TEXT, step TEXT, name TEXT NOT NULL, stories INTEGER NOT NULL, newest INTEGER NOT NULL,
    updated INTEGER NOT NULL, path TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (kind, step)) WITHOUT ROWID`,
  "CREATE INDEX story_newest ON story (published DESC, path) WHERE row IS NOT NULL",
] as const;

// It is not waited for until it is on the disk: after a power cut everything is planned anyway (publish-memory.ts).
// What SQLite keeps to undo one statement is a page or two, and stays in memory: in a file it is a write for each.
const PRAGMAS = ["trusted_schema=OFF", "synchronous=OFF", "temp_store=MEMORY"];

/** Opens what was remembered with `memory`; undefined where it is not there, not whole, or another stet has it. */
export function openPlanMemory(
  { root }: Desk,
  { plan, index }: Pick<PublishMemory, "plan" | "index">,
): PlanMemory | undefined {
  const file = planFileNamed(root, plan);
  if (file === undefined) return undefined;
  let memory: PlanMemory | undefined;
  try {
    memory = newMemory(openDatabase(file, { waitMs: 0, pragmas: PRAGMAS }));
    memory.database.exec("BEGIN IMMEDIATE");
    if (isOurs(memory) && noteNamed(memory, "index") === index) return memory;
  } catch (error) {
    if (!isOfSqlite(error) && !(error instanceof TornMemory)) throw error;
  }
  if (memory !== undefined) closePlanMemory(memory);
  return undefined;
}

/** Begins one in an empty file. Throws what SQLite refuses. */
export function beginPlanMemory(file: string): PlanMemory {
  const pragmas = [...PRAGMAS, "journal_mode=OFF", "cache_size=-16000"];
  const memory = newMemory(openDatabase(file, { waitMs: 0, pragmas }));
  memory.database.exec("BEGIN");
  for (const table of TABLES) memory.database.exec(table);
  return memory;
}

function newMemory(database: Database): PlanMemory {
  return { database, statements: new Map(), rows: new Map() };
}

/** Its tables and nothing beside them: a trigger would be somebody else's. */
function isOurs(memory: PlanMemory): boolean {
  const made = asked(memory, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").map(({ sql }) => sql);
  return made.length === TABLES.length && TABLES.every((sql) => made.includes(sql));
}

/** Keeps what was put, as what was planned from the index of that name; false where the disk refuses. */
export function keepPlanMemory(memory: PlanMemory, index: string): boolean {
  try {
    putNote(memory, "index", index);
    unlessTorn(() => memory.database.exec("COMMIT"));
    return true;
  } catch (error) {
    if (error instanceof TornMemory) return false;
    throw error;
  }
}

/** Closes it; what was not kept is forgotten. */
export function closePlanMemory({ database, statements }: PlanMemory): void {
  statements.clear();
  // A driver may let go of the file, and its lock, later than here.
  if (database.isTransaction) database.exec("ROLLBACK");
  database.close();
}

type Value = string | number | null;

/** The rows that a question finds. Throws TornMemory. */
export function asked(
  memory: PlanMemory,
  sql: string,
  ...values: readonly Value[]
): Readonly<Record<string, unknown>>[] {
  return unlessTorn(() => prepared(memory, sql).all(...values));
}

/** Writes a row. Throws TornMemory. */
export function put(memory: PlanMemory, sql: string, ...values: readonly Value[]): void {
  unlessTorn(() => prepared(memory, sql).run(...values));
}

/** Reads or writes. Throws TornMemory for what SQLite refuses, and for a column that should be JSON and is none. */
export function unlessTorn<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isOfSqlite(error) && !(error instanceof SyntaxError)) throw error;
    throw new TornMemory("what was planned from is damaged", { cause: error });
  }
}

export function noteNamed(memory: PlanMemory, name: string): string | undefined {
  const value = asked(memory, "SELECT value FROM note WHERE name = ?", name)[0]?.["value"];
  return typeof value === "string" ? value : undefined;
}

export function putNote(memory: PlanMemory, name: string, value: string): void {
  put(memory, "INSERT OR REPLACE INTO note VALUES (?, ?)", name, value);
}
