// Rows out of the index, as the desk lists them: what SQLite hands back is looked at before it is believed.
import type { Problem } from "../base/problem.ts";
import type { ArticleHead } from "./file-row.ts";
import { isHead } from "./is-head.ts";
import { damagedIndex } from "./open-index.ts";

/** One file of the index. `head` is absent where the file holds no article. */
export interface IndexedFile {
  readonly path: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly slug: string;
  /** How many findings the file has, warnings too. */
  readonly problems: number;
  readonly words: number;
  readonly head?: ArticleHead;
}

/** The columns readFile wants, of a statement that gives its rows as arrays (rowsOf). */
export const FILE_COLUMNS = "path, hash, slug, problems, words, head";

/** The first cell behind them. */
export const FILE_CELLS = 6;

/** No path of the walk is absolute or has a step up. */
const LEADS_AWAY = /^\/|(?:^|\/)\.\.(?:\/|$)/;

/** The cells of a row, of a statement as above. */
export function cellsOf(row: unknown): readonly unknown[] {
  if (Array.isArray(row)) return row;
  throw damagedIndex();
}

/** One row of FILE_COLUMNS. Throws StetError index-damaged for a row that stet cannot have written. */
export function readFile(row: unknown): IndexedFile {
  const [path, hash, slug, problems, words, json] = cellsOf(row);
  if (typeof path !== "string" || typeof hash !== "string" || typeof slug !== "string") throw damagedIndex();
  if (typeof problems !== "number" || LEADS_AWAY.test(path)) throw damagedIndex();
  const head = readHead(json);
  const counted = typeof words === "number" ? words : 0;
  return head === undefined
    ? { path, hash, slug, problems, words: counted }
    : { path, hash, slug, problems, words: counted, head };
}

/** The article of a row, without its body; undefined where the column is empty. */
export function readHead(column: unknown): ArticleHead | undefined {
  return typeof column === "string" ? headIn(column) : undefined;
}

/** The head that the JSON of a row holds. Throws where it holds none: the index is damaged. */
export function headIn(text: string): ArticleHead {
  const head = parseJson(text);
  if (isHead(head)) return head;
  throw damagedIndex();
}

/** Why files hold no article, as the column `errors` has it. */
export function readErrors(column: unknown): readonly Problem[] {
  const errors = typeof column === "string" ? parseJson(column) : undefined;
  if (Array.isArray(errors) && errors.every(isProblem)) return errors;
  throw damagedIndex();
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  const { message, severity } = { message: undefined, severity: undefined, ...value };
  return typeof message === "string" && severity === "error";
}

/** A column of JSON. Throws StetError index-damaged for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damagedIndex();
  }
}
