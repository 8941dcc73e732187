// The values that the schemas of schema.ts are made of: one line, an instant, an author.
import { LIMITS } from "./limits.ts";
import { SLUG_LENGTH } from "./slug.ts";

/** A JSON Schema as a plain object, ready for JSON.stringify. */
export type JsonSchema = Readonly<Record<string, unknown>>;

// In a text field the schema of stet, not YAML, decides the type: 1984, yes and ~ are texts there.
const SCALAR = ["string", "number", "boolean", "null"];

/** One line of text, however YAML types it; a block scalar's own line break does not count. */
export const LINE: JsonSchema = {
  type: SCALAR,
  pattern: "^[^\\n]*\\n?$",
  maxLength: LIMITS.lineCharacters + 1,
};
/** Text with line breaks. */
export const TEXT: JsonSchema = { type: SCALAR };
/** The forms parseInstant reads; whether the day exists is left to it. */
export const INSTANT: JsonSchema = {
  type: ["string", "null"],
  pattern:
    "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?)?$",
  examples: ["2026-11-23T06:00:00+01:00", "2026-11-23 06:00", "2026-11-23"],
};
/** What slugFault takes, but for its limits in bytes and NFC. */
export const SLUG: JsonSchema = {
  type: ["string", "number", "null"],
  maxLength: SLUG_LENGTH,
  pattern:
    "^(?!(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$)(?!.*\\p{Lu})[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:-+[\\p{L}\\p{M}\\p{N}]+)*$",
};

/** A list of at most as many items as an article may have. */
export function listOf(items: JsonSchema): JsonSchema {
  return { type: ["array", "null"], maxItems: LIMITS.items, items };
}

function mapOf(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required };
}

/** The keys of an author, in an article's byline and in stet.yaml alike. */
export const AUTHOR: JsonSchema = mapOf(
  {
    name: described(LINE, "The name as it is printed, or a key of stet.yaml's authors."),
    email: described(LINE, "Where readers may write to."),
    url: described(LINE, "The author's page."),
    role: described(
      LINE,
      "What this person did, when it was not the words: Photographs, Additional reporting.",
    ),
  },
  ["name"],
);

/** The lead image. */
export const IMAGE: JsonSchema = mapOf(
  {
    src: described(LINE, "A path inside the newsroom, or an absolute URL."),
    alt: described(LINE, "What the picture shows, for readers who cannot see it."),
    caption: described(LINE, "The words under the picture."),
    credit: described(LINE, "Whose picture it is."),
  },
  ["src"],
);

/** One correction. */
export const CORRECTION: JsonSchema = mapOf(
  {
    at: described({ ...INSTANT, type: "string" }, "When the correction was made."),
    text: described(TEXT, "What was wrong and what is right, in words a reader sees."),
  },
  ["at", "text"],
);

/** `schema` with the sentence an editor shows on hover. */
export function described(schema: JsonSchema, description: string): JsonSchema {
  return { description, ...schema };
}
