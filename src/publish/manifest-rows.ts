// What a manifest says and how it is changed: files in their places, files about to take them, folders stet made.
import { explainingManifest, prepared, type Manifest } from "./manifest.ts";

/** A file of the site as it was when it was last seen to be right. */
export interface Known {
  readonly key: string;
  readonly rank: number;
  /** Its stamp: newsroom/site/publish-stamp.ts. */
  readonly size: number;
  readonly touched: number;
}

/** A file about to take its place. */
export interface Intent {
  readonly path: string;
  readonly key: string;
  readonly rank: number;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly hash: string;
  /** Empty where the plan names none. */
  readonly source: string;
}

/** A file in its place. */
export interface Entry extends Intent {
  readonly size: number;
  readonly touched: number;
}

/** What is written down in one transaction. */
export interface Changes {
  /** Forgets every file and folder first. */
  readonly isEmptied?: boolean;
  /** In their places, and so no longer intended. */
  readonly placed?: readonly Entry[];
  readonly intended?: readonly Intent[];
  readonly abandoned?: readonly string[];
  readonly removed?: readonly string[];
  readonly foldersMade?: Iterable<string>;
  readonly foldersGone?: Iterable<string>;
  readonly notes?: Readonly<Record<string, string>>;
}

/** All files known, in columns: 100,000 objects would take longer to make than all the rest of a publish of nothing. */
export interface KnownFiles {
  /** The row of a path in the columns. */
  readonly rows: ReadonlyMap<string, number>;
  readonly paths: readonly string[];
  readonly keys: readonly string[];
  readonly ranks: readonly number[];
  readonly sizes: readonly number[];
  readonly touched: readonly number[];
}

/** Every file the manifest knows. 1 us and 150 bytes each. */
export function knownFiles(manifest: Manifest): KnownFiles {
  const columns = ["path", "key", "rank", "size", "touched"] as const;
  const sql = `SELECT ${columns.map((name) => `json_group_array(${name}) AS ${name}`).join(", ")} FROM file`;
  // One text for a column crosses from SQLite in a tenth of the time of its values.
  const row = prepared(manifest, sql).get();
  const paths: string[] = JSON.parse(row["path"]);
  return {
    rows: rowsOf(paths),
    paths,
    keys: JSON.parse(row["key"]),
    ranks: JSON.parse(row["rank"]),
    sizes: JSON.parse(row["size"]),
    touched: JSON.parse(row["touched"]),
  };
}

/** False before the first edition, and where the manifest was lost. */
export function knowsAnything(manifest: Manifest): boolean {
  return prepared(manifest, "SELECT 1 FROM file LIMIT 1").get() !== undefined;
}

function rowsOf(paths: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < paths.length; row++) rows.set(paths[row] ?? "", row);
  return rows;
}

/** One row of them. */
export function knownAt({ keys, ranks, sizes, touched }: KnownFiles, row: number): Known {
  return { key: keys[row] ?? "", rank: ranks[row] ?? 0, size: sizes[row] ?? 0, touched: touched[row] ?? 0 };
}

/** One file of the manifest. */
export function knownFile(manifest: Manifest, path: string): Known | undefined {
  const row = prepared(manifest, "SELECT key, rank, size, touched FROM file WHERE path = ?").get(path);
  if (row === undefined) return undefined;
  const { key, rank, size, touched } = row;
  return { key: String(key), rank: Number(rank), size: Number(size), touched: Number(touched) };
}

/** The hash and the source of a known file. */
export function originOf(manifest: Manifest, path: string): { hash: string; source: string } | undefined {
  const row = prepared(manifest, "SELECT hash, source FROM file WHERE path = ?").get(path);
  return row === undefined ? undefined : { hash: String(row["hash"]), source: String(row["source"]) };
}

/** The files that were about to take their places when the last run ended; none but after a crash. */
export function intents(manifest: Manifest): readonly Intent[] {
  return prepared(manifest, "SELECT path, rank, key, hash, source FROM intent").all();
}

/** True for a folder of the site that stet made. */
export function isOwnFolder(manifest: Manifest, folder: string): boolean {
  return prepared(manifest, "SELECT 1 FROM folder WHERE path = ?").get(folder) !== undefined;
}

/** A note kept with the manifest, as the number of the edition it describes. */
export function noteNamed(manifest: Manifest, name: string): string | undefined {
  const row = prepared(manifest, "SELECT value FROM note WHERE name = ?").get(name);
  return row === undefined ? undefined : String(row["value"]);
}

/** Writes the changes down, all or none; they are on the disk when it returns. 2 ms. Throws StetError external. */
export function commit(manifest: Manifest, changes: Changes): void {
  const { database, place } = manifest;
  explainingManifest(place, () => {
    database.exec("BEGIN");
    try {
      for (const [sql, rows] of statements(changes)) runEach(sql, rows);
      database.exec("COMMIT");
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  });

  function runEach(sql: string, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const statement = prepared(manifest, sql);
    for (const row of rows) statement.run(...row);
  }
}

type Row = readonly (string | number)[];

function* statements(changes: Changes): Generator<readonly [string, readonly Row[]]> {
  const { placed = [], intended = [], abandoned = [], removed = [] } = changes;
  const { foldersMade = [], foldersGone = [], notes = {}, isEmptied = false } = changes;
  if (isEmptied) {
    yield ["DELETE FROM file", [[]]];
    yield ["DELETE FROM folder", [[]]];
  }
  yield ["INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", placed.map(fileRow)];
  yield ["DELETE FROM intent WHERE path = ?", placed.map(({ path }) => [path])];
  yield ["DELETE FROM intent WHERE path = ?", abandoned.map((path) => [path])];
  yield ["INSERT OR REPLACE INTO intent VALUES (?, ?, ?, ?, ?)", intended.map(intentRow)];
  yield ["DELETE FROM file WHERE path = ?", removed.map((path) => [path])];
  yield ["INSERT OR IGNORE INTO folder VALUES (?)", Array.from(foldersMade, (path) => [path])];
  yield ["DELETE FROM folder WHERE path = ?", Array.from(foldersGone, (path) => [path])];
  yield ["INSERT OR REPLACE INTO note VALUES (?, ?)", Object.entries(notes)];
}

function intentRow({ path, rank, key, hash, source }: Intent): Row {
  return [path, rank, key, hash, source];
}

function fileRow(entry: Entry): Row {
  return [...intentRow(entry), entry.size, entry.touched];
}
