// NDJSON export: one article a line and nothing around it, for jq, DuckDB and programs that read as it comes.
import type { StreamFormat } from "./export-format.ts";
import { printObject } from "./print-object.ts";

/** One article (print-object.ts) a line, each line ended by a line feed. */
export const NDJSON: StreamFormat = {
  layout: "stream",
  name: "ndjson",
  extension: "ndjson",
  mimeType: "application/x-ndjson",
  begin: () => "",
  row: (entry) => `${printObject(entry)}\n`,
  end: () => "",
};
