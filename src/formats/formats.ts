// The registry of export formats: what `--format` may name, in the order help lists them.
import { CSV } from "./csv.ts";
import type { ExportFormat } from "./export-format.ts";
import { HUGO } from "./hugo.ts";
import { JEKYLL } from "./jekyll.ts";
import { JSON_FORMAT } from "./json.ts";
import { MARKDOWN } from "./markdown.ts";
import { NDJSON } from "./ndjson.ts";

export const FORMATS: readonly ExportFormat[] = [JSON_FORMAT, NDJSON, CSV, MARKDOWN, HUGO, JEKYLL];

/** The format called `name`, or undefined. */
export function formatNamed(name: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.name === name);
}
