// The names in headlines that some stories share and few others have: what tells a related story where tags are sparse.
// Names, because of the other words too many are shared by chance; they are what has a capital letter.
import { fold } from "../../query/fold-text.ts";
import type { SiteRow } from "./site-rows.ts";

/** By name, folded: the live stories with it in their headlines, newest first; those of one story or of very many are left out. */
export type HeadlineNames = ReadonlyMap<string, readonly SiteRow[]>;

/** A name that more have says nothing. */
const MOST = 40;

export function headlineNames(live: readonly SiteRow[]): HeadlineNames {
  const names = new Map<string, SiteRow[]>();
  for (const row of live)
    for (const name of namesIn(row)) {
      const rows = names.get(name);
      if (rows === undefined) names.set(name, [row]);
      else if (rows.length <= MOST) rows.push(row);
    }
  for (const [name, rows] of names) if (rows.length < 2 || rows.length > MOST) names.delete(name);
  return names;
}

/** Shorter words at the beginning of a headline are articles and prepositions. */
const SHORTEST = 4;

const known = new WeakMap<SiteRow, readonly string[]>();

/** The names in the story's headline, folded, each once. Looked for once, 2 us: every page of the site asks. */
export function namesIn(row: SiteRow): readonly string[] {
  const names = known.get(row) ?? findNames(row.head.headline);
  known.set(row, names);
  return names;
}

function findNames(headline: string): readonly string[] {
  const names: string[] = [];
  for (const piece of headline.split(" ")) {
    if (piece.length < SHORTEST) continue;
    const word = bare(piece);
    if (word.length < SHORTEST || !isCapital(word)) continue;
    const name = fold(word);
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Without quotation marks before it, and from an apostrophe or other sign on: `Holm’s` is Holm. */
function bare(piece: string): string {
  if (/^[A-Za-z]+$/.test(piece)) return piece;
  return /[\p{L}\p{N}]+/u.exec(piece)?.[0] ?? "";
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}
