// What stands behind a query field's colon and behind `key=` of stet set, for completion: fixed words or a list of the newsroom.
import { KINDS, STATUSES } from "../../article/article.ts";
import { FIELDS } from "../../article/fields.ts";
import { STATES } from "../../article/state.ts";
import { HAS } from "../../query/query.ts";
import { QUERY_NAMES } from "../../query/query-field.ts";

/** By field, as `case` patterns of a shell hold them: names apart by `|`. Sources as in table.ts. */
export const FIELD_VALUES: readonly (readonly [names: string, source: string])[] = [
  ["section|in", "sections"],
  ["tag|tags", "tags"],
  ["author|authors|by", "authors"],
  ["slug|related|translation_of", "slugs"],
  ["status", `one:${STATUSES.join(",")}`],
  ["kind", `one:${KINDS.join(",")}`],
  ["is", `one:${[...STATES, "corrected", "invalid", "mine", "stale"].join(",")}`],
  ["has", `one:${HAS.join(",")}`],
];

/** Fields whose values are words of the newsroom, which may have blanks, as alternatives of a regular expression. */
export const LISTED_FIELDS: string = alternatives(
  FIELD_VALUES.filter(([, source]) => !source.startsWith("one:")),
);

/** What makes more than a phrase of an argument with blanks, for fish and Nushell. */
export const GRAMMAR: string = String.raw`["()]|(?:^|\s)(?:(?:OR|AND|NOT|\|)\s|(?<=\s)[!-]*(?:${alternatives(FIELD_VALUES)})(?::|!?=))`;

function alternatives(fields: typeof FIELD_VALUES): string {
  return fields.map(([names]) => names).join("|");
}

/** `section:`, `is:`. */
export const QUERY_STARTS: readonly string[] = QUERY_NAMES.map((name) => `${name}:`);

/** Blanks to a query that no shell's class of blanks has everywhere. */
export const BLANKS = "\u00A0\u1680\u2007\u202F";

const UNCHANGEABLE: ReadonlySet<string> = new Set([
  "id",
  "slug",
  "former_slugs",
  "x",
  "image",
  "corrections",
]);

/** `section=`, `tag+=`. */
export const CHANGE_STARTS: readonly string[] = [
  ...FIELDS.filter(({ name }) => !UNCHANGEABLE.has(name)).map(({ name }) => `${name}=`),
  "tag+=",
  "tag-=",
  "author+=",
  "image.alt=",
];
