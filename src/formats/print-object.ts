// One article as one line of JSON that is itself a valid article: JSON being YAML, the line saved as a .yaml file reads
// back as the same article. json.ts and ndjson.ts put these lines together.
import { jsonText } from "../base/json-text.ts";
import { FIELDS } from "../article/fields.ts";
import { fieldsOf } from "../article/print-article.ts";
import { measureBody } from "../body/measure-body.ts";
import type { QuotedWords } from "../body/pull-quotes.ts";
import type { ExportEntry } from "./export-format.ts";

/** What stet works out about an article; the last key of its exported object, ignored when the object is read again. */
export interface Derived {
  readonly path: string;
  readonly state: string;
  readonly live: boolean;
  readonly url: string | null;
  readonly words: number;
  readonly quotes: readonly QuotedWords[];
}

/**
 * The article's own fields in the order of an article file, without `notes`, then `derived`; no line break. Lossless
 * but for `.inf` and `.nan` in `x`, which JSON lacks: null. Costs a parse of the body where measureBody does.
 */
export function printObject(entry: ExportEntry): string {
  const fields = fieldsOf(entry.article, { withNotes: false });
  const ordered = FIELDS.filter(({ name }) => name in fields).map(
    ({ name }) => [name, fields[name]] as const,
  );
  return jsonText({ ...Object.fromEntries(ordered), derived: derivedOf(entry) });
}

function derivedOf({ article, path, state, permalink }: ExportEntry): Derived {
  const { words, quotes } = measureBody(article.body);
  return { path, state, live: state === "live", url: permalink ?? null, words, quotes };
}
