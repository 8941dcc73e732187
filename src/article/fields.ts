// The fields of an article file, once: their order in a file stet writes, their shape, and the names a query or
// a `key=value` may use for them. Everything that loops over fields loops over this table (article-format.md).

/**
 * `line` one line of text · `text` text with line breaks · `slug` · `word` one of a closed list · `instant` ·
 * `embargo` an instant or `open` · `lines` a list of lines · `authors` · `image` · `corrections` · `own` the
 * newsroom's x · `markdown` the body.
 */
export type FieldShape =
  | "line"
  | "text"
  | "slug"
  | "word"
  | "instant"
  | "embargo"
  | "lines"
  | "authors"
  | "image"
  | "corrections"
  | "own"
  | "markdown";

export interface Field {
  /** The key in the file. */
  readonly name: FieldName;
  readonly shape: FieldShape;
  /** Other names people may type for it on the command line. */
  readonly aliases: readonly string[];
}

const TABLE = [
  ["id", "line"],
  ["headline", "line"],
  ["slug", "slug"],
  ["former_slugs", "lines"],
  ["kicker", "line"],
  ["summary", "text"],
  ["section", "line", "in"],
  ["authors", "authors", "author", "by"],
  ["dateline", "line"],
  ["tags", "lines", "tag"],
  ["language", "line", "lang"],
  ["kind", "word"],
  ["status", "word"],
  ["created", "instant"],
  ["published", "instant"],
  ["updated", "instant"],
  ["embargo", "embargo"],
  ["expires", "instant"],
  ["image", "image"],
  ["related", "lines"],
  ["translation_of", "line"],
  ["corrections", "corrections"],
  ["source", "line"],
  ["notes", "text"],
  ["x", "own"],
  ["body", "markdown"],
] as const;

/** A key of an article file. */
export type FieldName = (typeof TABLE)[number][0];

/** Every field, in the order stet writes them. */
export const FIELDS: readonly Field[] = TABLE.map(([name, shape, ...aliases]) => ({ name, shape, aliases }));

const byName = new Map(
  FIELDS.flatMap((field) => [field.name, ...field.aliases].map((name) => [name, field] as const)),
);

/** The field a person means by `name`, its own name or a listed alias. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(name);
}

/** Where a field stands in the order; unknown keys come after all of them but before the body. */
export function orderOf(name: string): number {
  const index = FIELDS.findIndex((field) => field.name === name);
  return index === -1 ? FIELDS.length - 1.5 : index;
}
