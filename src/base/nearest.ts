// "Did you mean": the known names nearest to a mistyped one. Pure; used by commands, options, fields and slugs alike.

/**
 * The `known` names within three edits of `typed` (and within half its length), or as many as told, nearest first, at
 * most `limit`.
 * An edit is an insertion, deletion, substitution or swap of neighbours (optimal string alignment), case ignored;
 * a known name that `typed` begins, or that begins `typed`, counts as one edit. O(known x length^2).
 */
export function nearest(
  typed: string,
  known: Iterable<string>,
  limit = 3,
  furthest: number = Math.min(3, Math.max(1, Math.floor(typed.length / 2))),
): string[] {
  const word = typed.toLowerCase();
  const scored: { name: string; distance: number }[] = [];
  for (const name of known) {
    const distance = distanceTo(word, name.toLowerCase());
    if (distance <= furthest) scored.push({ name, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored.slice(0, limit).map((entry) => entry.name);
}

/** What an error says of the one known name that may be meant. */
export interface Guess {
  readonly near: string | undefined;
  /** `. Did you mean "list"?`, for the end of a message; empty where no name is near. */
  readonly question: string;
  /** For the details of a StetError. */
  readonly details: { readonly candidates?: readonly string[] };
}

/** The guess for a mistyped name: the nearest of the known ones. */
export function guessFor(typed: string, known: Iterable<string>): Guess {
  const [near] = nearest(typed, known, 1);
  if (near === undefined) return { near, question: "", details: {} };
  return { near, question: `. Did you mean "${near}"?`, details: { candidates: [near] } };
}

function distanceTo(word: string, name: string): number {
  if (word === name) return 0;
  if (word.length >= 3 && (name.startsWith(word) || word.startsWith(name)) && name.length >= 3) return 1;
  if (Math.abs(word.length - name.length) > 3) return Infinity;
  return editDistance(word, name);
}

function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(older, column - 2) + 1);
      current.push(cost);
    }
    older = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
