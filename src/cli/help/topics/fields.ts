// `stet help fields`: the fields of an article file and of a row, out of the tables that read and print them.
import { FIELDS } from "../../../article/fields.ts";
import { articleSchema } from "../../../article/schema.ts";
import { USUAL_FIELDS, NAMED_FIELDS, type HitField, type RowField } from "../../../desk/find/list-fields.ts";
import { describedProperties } from "../described-properties.ts";
import { exampleSection, termSection, textSection, type Section, type Term } from "../page.ts";

const HIT_FIELDS = ["score", "snippet", "why"] as const satisfies readonly HitField[];

/** Type and meaning of each; `time` is RFC 3339 in the newsroom's zone. */
const ROW_MEANINGS: Readonly<Record<RowField, string>> = {
  id: "text: the UUID that never changes",
  slug: "text",
  path: "text: the file, from the newsroom's folder",
  url: "text or null: the page's address",
  headline: "text",
  summary: "text or null",
  section: "text or null: a path such as world/europe",
  kind: "text",
  lang: "text",
  status: "text: where it stands at the desk",
  state: "text: what it is now, as live or scheduled; made of status and dates",
  authors: "list of names",
  tags: "list of texts",
  words: "number: words of the body",
  created: "time or null",
  updated: "time or null: the last change, else first publication, else creation",
  published: "time or null",
  embargo: "time, open or null",
  expires: "time or null",
  live: "true or false",
  corrected: "true or false",
  problems: "number: errors and warnings of reading the file; stet check has rules besides",
  valid: "true or false: it can be read",
  body: "text: Markdown",
  text: "text: the body without markup",
  quotes: "list of text and source",
  related: "list of slugs or ids",
  translation_of: "slug or id, or null",
  corrections: "list of at and text",
  x: "the newsroom's own fields by their names, or null",
  raw: "text: the file as it is",
  sha256: "text: of the file",
  score: "number: how well it fits",
  snippet: "text: where it fits",
  why: "text: what the two have in common",
};

export function fieldSections(): readonly Section[] {
  const meanings = new Map(describedProperties(articleSchema()));
  return [
    exampleSection([
      "stet list -F slug,headline,words",
      "stet list --json=slug,state,authors",
      "stet set section=world/europe tag+=harbour the-salt-ledger",
    ]),
    termSection("In a row: -F, --json, --csv, --format, --sort", rowTerms(USUAL_FIELDS)),
    termSection("In a row when named", rowTerms(NAMED_FIELDS)),
    termSection("In a row of a search or of related articles", rowTerms(HIT_FIELDS)),
    termSection(
      "In an article file, and for stet set",
      FIELDS.map(({ name, aliases }) => [[name, ...aliases].join(" "), meanings.get(name) ?? ""]),
    ),
    textSection(
      "Notes",
      "The type of a row's field never changes within a major version; what is absent is null. stet set does not change id, slug and former_slugs: stet rename does.",
    ),
  ];
}

function rowTerms(fields: readonly RowField[]): Term[] {
  return fields.map((field) => [field, ROW_MEANINGS[field]]);
}
