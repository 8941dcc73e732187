// Which files have which value of a field of fixed values (tags, authors, sections ...), for all values at once.
import { listIn, numbersIn } from "./read-columns.ts";
import { prepared, type Index } from "./open-index.ts";

/** The fields of the index's terms that are counted by. */
export type TermField = "section" | "author" | "tag" | "kind" | "lang";

/** The files of one value: `ids` are row numbers (ROW_ID), in order and each once; `value` is folded. */
export interface TermFiles {
  readonly value: string;
  readonly ids: readonly number[];
}

/** Every value that any file of the newsroom has in a field, one of its own (`x.desk`) too, in order. Cost: 0.1 us a file and value. */
export function filesByTerm(index: Index, field: TermField | `x.${string}`): TermFiles[] {
  const rows = prepared(index, BY_VALUE).all(field);
  return rows.flatMap(({ value, files }) =>
    typeof value === "string" ? [{ value, ids: numbersIn(listIn(files)).filter((id) => id !== null) }] : [],
  );
}

const BY_VALUE =
  "SELECT value, json_group_array(file) AS files FROM term WHERE field = ? GROUP BY value ORDER BY value";
