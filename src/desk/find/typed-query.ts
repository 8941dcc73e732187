// What a person means who has typed this much of a query.
import { StetError } from "../../base/stet-error.ts";
import { isWithin } from "../../query/is-within.ts";
import type { QueryNode } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { readQueryText } from "./read-query.ts";

/** Of one or two letters too many words begin to be looked for between two keys. */
const UNFINISHED = /[\p{L}\p{N}]{3}$/u;

/** The name of a saved query means itself, and no word that begins so. */
const SAVED = /(?<![\p{L}\p{N}])@[\p{L}\p{M}\p{N}_-]+$/u;

/** The query, and behind a letter also what it would be if its last word went on; undefined where it is none yet. */
export function typedQuery(desk: Desk, term: string): QueryNode | undefined {
  const whole = readIfQuery(desk, term);
  if (whole === undefined || !UNFINISHED.test(term) || SAVED.test(term)) return whole;
  const begun = readIfQuery(desk, `${term}*`);
  if (begun === undefined || isWithin(begun, whole)) return whole;
  return isWithin(whole, begun) ? begun : { kind: "or", nodes: [whole, begun] };
}

function readIfQuery(desk: Desk, text: string): QueryNode | undefined {
  if (text.trim() === "") return undefined;
  try {
    return readQueryText(desk, text).node;
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}
