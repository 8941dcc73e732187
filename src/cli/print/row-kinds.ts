// What the commands that print rows differ in: the fields there are, and which of them each output shows unless told otherwise.
import { LIST_FIELDS, USUAL_FIELDS, type RowField } from "../../desk/find/list-fields.ts";

export interface RowKind {
  /** Every field that may be named. */
  readonly fields: readonly RowField[];
  /** Of the table on a terminal. */
  readonly table: readonly RowField[];
  /** Of tab-separated rows in a pipe. */
  readonly rows: readonly RowField[];
  /** Of JSON, CSV and TSV. */
  readonly objects: readonly RowField[];
  /** What a terminal shows where no columns are named. */
  readonly view: "table" | "hits";
}

const TABLE: readonly RowField[] = ["state", "slug", "headline", "updated"];
const ROWS: readonly RowField[] = ["slug", "state", "section", "updated", "headline"];

export const LIST_ROWS: RowKind = {
  fields: LIST_FIELDS,
  table: TABLE,
  rows: ROWS,
  objects: USUAL_FIELDS,
  view: "table",
};

/** In a pipe the columns of a list come first, so that what reads those can read these. */
export const SEARCH_ROWS: RowKind = {
  fields: [...LIST_FIELDS, "score", "snippet"],
  table: TABLE,
  rows: [...ROWS, "score"],
  objects: [...USUAL_FIELDS, "score", "snippet"],
  view: "hits",
};

export const RELATED_ROWS: RowKind = {
  fields: [...LIST_FIELDS, "score", "why"],
  table: TABLE,
  rows: ROWS,
  objects: [...USUAL_FIELDS, "score", "why"],
  view: "table",
};

/** The same kind with the reasons shown beside, for `--explain`. */
export function explained(kind: RowKind): RowKind {
  return {
    ...kind,
    table: ["state", "slug", "why"],
    rows: [...kind.rows, "why"],
  };
}
