// The order of counted rows (`-s -articles,name`), for stats and tags.
import { isBefore } from "../../base/code-point-order.ts";
import { guessFor } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";

/** One key of an order; the next one decides between equals. */
export interface RowSort<Key extends string> {
  readonly key: Key;
  readonly isDescending: boolean;
}

/** `-articles,name`: `-` sorts descending. Throws StetError usage for a key that is none. */
export function parseRowSort<Key extends string>(text: string, keys: readonly Key[]): RowSort<Key>[] {
  return text.split(",").map((part) => {
    const isDescending = part.startsWith("-");
    return { key: requireKey(isDescending ? part.slice(1) : part, keys), isDescending };
  });
}

function requireKey<Key extends string>(name: string, keys: readonly Key[]): Key {
  const key = keys.find((known) => known === name);
  if (key !== undefined) return key;
  const { question, details } = guessFor(name, keys);
  throw new StetError("usage", "usage", `"${name}" is nothing to sort by${question}`, {
    hint: `-s ${keys.join(", -s ")}, each with - in front for the largest first`,
    ...details,
  });
}

/** A sorted copy: numbers by size, texts by code points, null last in either direction; equals stay as they were. */
export function orderRows<Row, Key extends string>(
  rows: readonly Row[],
  sort: readonly RowSort<Key>[],
  valueOf: (row: Row, key: Key) => number | string | null,
): Row[] {
  return [...rows].sort((a, b) => {
    for (const { key, isDescending } of sort) {
      const order = compare(valueOf(a, key), valueOf(b, key), isDescending);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: number | string | null, b: number | string | null, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const isLess = typeof a === "string" && typeof b === "string" ? isBefore(a, b) : a < b;
  return isLess === isDescending ? 1 : -1;
}
