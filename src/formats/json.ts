// JSON export: one array, one article a line, so that line tools and JSON tools both work on it.
import type { StreamFormat } from "./export-format.ts";
import { printObject } from "./print-object.ts";

/** An array of articles (print-object.ts), each on a line of its own (RFC 8259). No articles: `[]`. */
export const JSON_FORMAT: StreamFormat = {
  layout: "stream",
  name: "json",
  extension: "json",
  mimeType: "application/json",
  begin: () => "[",
  row: (entry, index) => `${index === 0 ? "" : ","}\n${printObject(entry)}`,
  end: (count) => (count === 0 ? "]\n" : "\n]\n"),
};
