// Rows out of the index, as the desk lists them: what SQLite hands back is looked at before it is believed.
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import type { ArticleHead } from "./file-row.ts";

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

/** The columns readFile wants. */
export const FILE_COLUMNS = "path, hash, slug, problems, words, head";

/** One row of FILE_COLUMNS. Throws StetError index-damaged for a row that stet cannot have written. */
export function readFile(row: Readonly<Record<string, unknown>>): IndexedFile {
  const { path, hash, slug, problems, words } = row;
  if (typeof path !== "string" || typeof hash !== "string" || typeof slug !== "string") throw damaged();
  if (typeof problems !== "number") throw damaged();
  const head = readHead(row["head"]);
  const file = { path, hash, slug, problems, words: typeof words === "number" ? words : 0 };
  return head === undefined ? file : { ...file, head };
}

/** The article of a row, without its body; undefined where the column is empty. */
export function readHead(column: unknown): ArticleHead | undefined {
  if (typeof column !== "string") return undefined;
  const head = parseJson(column);
  if (isHead(head)) return head;
  throw damaged();
}

/** Why files hold no article, as the column `errors` has it. */
export function readErrors(column: unknown): readonly Problem[] {
  const errors = typeof column === "string" ? parseJson(column) : undefined;
  if (Array.isArray(errors)) return errors;
  throw damaged();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function damaged(): StetError {
  return new StetError("store", "index-damaged", "the index holds what stet never wrote", {
    hint: "run the command again: the index is made anew",
  });
}

const TEXTS = ["headline", "slug", "language", "kind", "status"] as const;
const LISTS = ["formerSlugs", "authors", "tags", "related", "corrections"] as const;

function isHead(value: unknown): value is ArticleHead {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    TEXTS.every((name) => typeof fields.get(name) === "string") &&
    LISTS.every((name) => Array.isArray(fields.get(name))) &&
    typeof fields.get("x") === "object"
  );
}
