// Rows into the index and out of it, inside the one transaction of a sync.
import { slugKey } from "../article/slug.ts";
import { boundNumber } from "./bound-value.ts";
import type { BoundRow } from "./bound-row.ts";
import { namesOf, termsOf, type ArticleHead } from "./file-row.ts";
import { nameCommit, prepared, settingOf, type Index } from "./open-index.ts";
import { readHead } from "./read-rows.ts";

/** Counts commits: what another process wrote in between is noticed by it. */
export function generationOf(index: Index): string {
  return settingOf(index, "generation") ?? "";
}

/** Names what the rows of the index say now: another index, and this one before and after, has another name. */
export function identityOf(index: Index): string {
  const [last] = prepared(index, "SELECT name FROM commits ORDER BY number DESC LIMIT 1").all();
  return String(last?.["name"] ?? "");
}

/** Begins the one transaction of a sync; false, and nothing begun, where the index has moved on from `generation`. */
export function beginSync(index: Index, generation: string): boolean {
  index.database.exec("BEGIN IMMEDIATE");
  if (generationOf(index) === generation) return true;
  index.database.exec("ROLLBACK");
  return false;
}

export function commitSync(index: Index): void {
  prepared(index, "UPDATE setting SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'").run();
  if (index.tally.rows > 0) nameCommit(index);
  index.database.exec("COMMIT");
  forgetTally(index);
}

/** After any error: nothing of the sync remains. */
export function abandonSync(index: Index): void {
  if (index.database.isTransaction) index.database.exec("ROLLBACK");
  forgetTally(index);
}

function forgetTally({ tally }: Index): void {
  tally.rows = 0;
  tally.removed = [];
}

/** The content hash a file had when its row was made; undefined where it has none. */
export function hashOf(index: Index, path: string): string | undefined {
  const hash: unknown = prepared(index, "SELECT hash FROM file WHERE path = ?").get(path)?.["hash"];
  return typeof hash === "string" ? hash : undefined;
}

/** True for an index without a row. */
export function isEmptyIndex(index: Index): boolean {
  return prepared(index, "SELECT 1 FROM file LIMIT 1").get() === undefined;
}

/** Puts the row of a file, in place of an earlier one. */
export function putRow(index: Index, row: BoundRow): void {
  removeRow(index, row.path);
  addRow(index, row);
}

/** Puts the row of a file that has none yet. */
export function addRow(index: Index, { columns, names, terms, prose }: BoundRow): void {
  index.tally.rows++;
  const { lastInsertRowid: id } = prepared(index, INSERT_FILE).run(...columns);
  prepared(index, INSERT_NAMES).run(id, names.json);
  for (const { key, kind } of names.others) prepared(index, INSERT_NAME).run(key, kind, id);
  if (prose === undefined) return;
  prepared(index, INSERT_TERMS).run(id, terms.json);
  for (const { field, value, number } of terms.others)
    prepared(index, INSERT_TERM).run(field, value, id, number === null ? null : boundNumber(number));
  prepared(index, INSERT_PROSE).run(id, ...prose);
}

const INSERT_FILE = `INSERT INTO file (path, hash, slug, head, problems, errors, status, newest, created, published,
  embargo, expires, words, has, refs, written)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT max(number) + 1 FROM commits))`;
const INSERT_NAME = "INSERT OR IGNORE INTO name (key, kind, file) VALUES (?, ?, ?)";
const INSERT_NAMES = "INSERT OR IGNORE INTO name (key, kind, file) SELECT value, key, ?1 FROM json_each(?2)";
const INSERT_TERM = "INSERT OR IGNORE INTO term (field, value, file, number) VALUES (?, ?, ?, ?)";
const INSERT_TERMS = `INSERT OR IGNORE INTO term (field, value, file, number)
  SELECT key, value, ?1, NULL FROM json_each(?2)`;
const INSERT_PROSE = `INSERT INTO prose (rowid, headline, summary, body, authors, tags, corrections)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Removes the row of a file, if it has one. What it put into other tables is found by making it again. */
export function removeRow(index: Index, path: string): void {
  const row = prepared(index, "SELECT id, slug, head FROM file WHERE path = ?").get(path);
  if (row === undefined) return;
  const { id, slug } = row;
  if (typeof id !== "number" || typeof slug !== "string") return;
  const head = readHead(row["head"]);
  const names = head === undefined ? [{ key: slugKey(slug), kind: "slug" }] : namesOf(head);
  const name = prepared(index, "DELETE FROM name WHERE key = ? AND kind = ? AND file = ?");
  for (const { key, kind } of names) name.run(key, kind, id);
  if (head !== undefined) removeStory(index, id, head);
  prepared(index, "DELETE FROM file WHERE id = ?").run(id);
  index.tally.rows++;
  index.tally.removed.push(id);
}

function removeStory(index: Index, id: number, head: ArticleHead): void {
  const term = prepared(index, "DELETE FROM term WHERE field = ? AND value = ? AND file = ?");
  for (const { field, value } of termsOf(head, index.timezone)) term.run(field, value, id);
  prepared(index, "DELETE FROM prose WHERE rowid = ?").run(id);
}
