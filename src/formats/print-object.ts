// One article as one line of JSON that is itself a valid article: JSON being YAML, the line saved as a .yaml file reads
// back as the same article. json.ts and ndjson.ts put these lines together.
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
  return escapeInvisible(JSON.stringify({ ...Object.fromEntries(ordered), derived: derivedOf(entry) }));
}

function derivedOf({ article, path, state, permalink }: ExportEntry): Derived {
  const { words, quotes } = measureBody(article.body);
  return { path, state, live: state === "live", url: permalink ?? null, words, quotes };
}

/** What JSON allows but JavaScript, YAML or a terminal would take for a line break, a mark or a command. */
function escapeInvisible(json: string): string {
  return json.replace(
    /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
