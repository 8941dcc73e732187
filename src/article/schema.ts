// JSON Schema (2020-12) of an article file and of stet.yaml, for `stet schema` and the editors that complete and check
// by it. The parsers are the truth (parse-article.ts, parse-settings.ts); a schema refuses nothing that they take.
// What it cannot say, as whether a local time exists, it leaves to stet check.
import { KINDS, STATUSES } from "./article.ts";
import type { FieldName } from "./fields.ts";
import {
  AUTHOR,
  CORRECTION,
  described,
  IMAGE,
  INSTANT,
  LINE,
  listOf,
  SLUG,
  TEXT,
  type JsonSchema,
} from "./schema-values.ts";
import { HIGHEST_COUNT } from "./read-publish-settings.ts";
import { FEED_FORMATS, OWN_FIELD_TYPES, type OwnFieldType, type Settings } from "./settings.ts";

export type { JsonSchema } from "./schema-values.ts";

const SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** The schema of one article file; with `settings`, sections, authors and `x.*` of that newsroom are offered. */
export function articleSchema(settings?: Settings): JsonSchema {
  return {
    $schema: SCHEMA_DIALECT,
    title: "stet article",
    description: "One article of a newsroom kept by stet.",
    type: "object",
    required: ["headline"],
    properties: articleFields(settings),
    anyOf: [{ required: ["published"] }, { not: IS_PUBLISHED }],
  };
}

const IS_PUBLISHED: JsonSchema = { required: ["status"], properties: { status: { const: "published" } } };

function articleFields(settings: Settings | undefined): Readonly<Record<FieldName, JsonSchema>> {
  return {
    id: described(
      { type: "string", pattern: UUID },
      "A UUID stet mints once. It never changes and is never reused.",
    ),
    headline: described(
      { ...LINE, type: ["string", "number", "boolean"], pattern: "^[^\\n]*\\S[^\\n]*\\n?$" },
      "Plain text, one line. The only field an article must have.",
    ),
    slug: described(SLUG, "The last part of the address. Default: the file's name without its ending."),
    former_slugs: described(
      listOf(LINE),
      "Slugs this article once had; each is a redirect. Kept by stet rename.",
    ),
    kicker: described(LINE, "The words above the headline."),
    summary: described(TEXT, "Two sentences a reader sees first: plain text."),
    section: described(
      offering(LINE, settings?.sections.keys()),
      "A path in stet.yaml's sections: world/europe reads Home > World > Europe.",
    ),
    authors: described(
      listOf({ anyOf: [offering(LINE, settings?.authors.keys()), AUTHOR] }),
      "The byline, in order: a name, a key of stet.yaml's authors, or a map.",
    ),
    dateline: described(LINE, "Where the story was reported from."),
    tags: described(listOf(LINE), "What the story is about, as readers would search for it."),
    language: described(LINE, "A BCP 47 tag such as en-GB. Default: the newsroom's."),
    kind: described(oneOf(KINDS), "What kind of journalism this is. Default: news."),
    status: described(oneOf(STATUSES), "Where the article stands at the desk. Default: draft."),
    created: described(INSTANT, "When the article was begun."),
    published: described(INSTANT, "When it first went live; in the future it is scheduled."),
    updated: described(INSTANT, "The last change a reader should notice."),
    embargo: described(
      { anyOf: [{ const: "open" }, INSTANT] },
      "Nothing leaves the newsroom before this instant; open holds until somebody lifts it.",
    ),
    expires: described(INSTANT, "When it comes off the site."),
    image: described({ anyOf: [IMAGE, { type: "null" }] }, "The lead image."),
    related: described(listOf(LINE), "Pinned related articles, by slug or id; stet adds more by itself."),
    translation_of: described(LINE, "The article this one translates, by slug or id."),
    corrections: described(listOf(CORRECTION), "What readers were told wrongly, and when it was put right."),
    source: described(LINE, "The canonical URL when the story first ran elsewhere."),
    notes: described(TEXT, "Internal. Leaves the newsroom in no output but the YAML itself."),
    x: described(
      { type: ["object", "null"], properties: ownFields(settings) },
      "The newsroom's own fields, any YAML. stet.yaml's fields may give them types.",
    ),
    body: described(
      TEXT,
      "The story in Markdown: write |, then the text on the lines below, indented by two spaces.",
    ),
  };
}

const UUID = "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

function oneOf(words: readonly string[]): JsonSchema {
  return { enum: [...words, null] };
}

/** Any value of `schema`, with some that an editor offers. */
function offering(schema: JsonSchema, offered: Iterable<string> = []): JsonSchema {
  const words = [...offered];
  return words.length === 0 ? schema : { anyOf: [{ enum: words }, schema] };
}

const OWN_TYPES: Readonly<Record<OwnFieldType, JsonSchema>> = {
  text: TEXT,
  number: { type: ["number", "null"] },
  boolean: { type: ["boolean", "null"] },
  instant: INSTANT,
};

function ownFields(settings: Settings | undefined): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Array.from(settings?.fields ?? [], ([key, type]) => [key, OWN_TYPES[type]]));
}

function tableOf(values: JsonSchema): JsonSchema {
  return { type: ["object", "null"], additionalProperties: values };
}

const SECTION: JsonSchema = {
  anyOf: [
    LINE,
    {
      type: "object",
      properties: {
        name: described(LINE, "The section's name as readers see it."),
        summary: described(LINE, "One sentence about it, for its page."),
      },
    },
  ],
};

const SWITCH: JsonSchema = { type: ["boolean", "null"] };

function count(least: number): JsonSchema {
  return { type: ["integer", "null"], minimum: least, maximum: HIGHEST_COUNT };
}

const FEED: JsonSchema = {
  type: "object",
  required: ["path"],
  properties: {
    path: described(LINE, "Where the feed is written, relative to the site."),
    format: described(oneOf(FEED_FORMATS), "Default: by the path's ending, .atom and .json, else rss."),
    query: described(LINE, "Which articles it holds, in the query language. Default: all."),
    limit: described(count(1), "How many articles at most. Default: 50."),
    content: described(oneOf(["full", "summary"]), "The whole story, or its summary. Default: full."),
    title: described(LINE, "What readers subscribe to. Default: made of the newsroom's name."),
  },
};

const PUBLISH: JsonSchema = {
  type: ["object", "null"],
  properties: {
    to: described(LINE, "The folder the site is written to."),
    feeds: described({ type: ["array", "null"], items: FEED }, "The feeds. Default: feed.xml, in RSS."),
    theme: described(LINE, "A folder of templates; a built-in theme otherwise."),
    releases: described(count(0), "Whole editions kept beside each other; 0 changes the site in place."),
    sitemap: described(SWITCH, "Sitemaps for search engines and Google News. Default: true."),
    robots: described(SWITCH, "A robots.txt that names the sitemaps. Default: true."),
    front: described(count(1), "Articles on the front page. Default: 20."),
    archive: described(count(1), "Articles on a page of a section, tag or month. Default: 50."),
  },
};

const LENGTH: JsonSchema = {
  type: ["object", "null"],
  properties: { max: described(count(1), "Characters at most.") },
};

const STYLE: JsonSchema = {
  type: ["object", "null"],
  properties: {
    words: described(tableOf(LINE), "As people type it: as the newsroom writes it."),
    banned: described(listOf(LINE), "Words and phrases the newsroom does not print."),
    headline: described(LENGTH, "How long a headline may be. Default: 110."),
    summary: described(LENGTH, "How long a summary may be. Default: 300."),
  },
};

const PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  stet: described({ type: "integer", minimum: 1 }, "The version of the file formats: 1."),
  name: described(LINE, "The newsroom's name; needed to publish."),
  url: described(
    { ...LINE, pattern: "^https?://[^\\s/]+\\S*$" },
    "Where the site lives, an absolute URL; needed to publish.",
  ),
  language: described(LINE, "BCP 47 tag of articles that name none, such as en-GB."),
  timezone: described(
    { ...LINE, examples: ["Europe/Brussels"] },
    "IANA zone of dates without an offset, and of the days of the site. Default: UTC.",
  ),
  articles: described(
    { type: ["string", "null"], pattern: "^(?!/)(?!(?:.*/)?\\.\\.?/).*\\{slug\\}\\.ya?ml$" },
    "Where new articles go: {year} {month} {day} {section} {slug} {id}, by creation date.",
  ),
  permalinks: described(
    { type: ["string", "null"], pattern: "^/" },
    "The address of a page, by first publication.",
  ),
  slugs: described(
    { enum: ["unicode", "ascii", null] },
    "ascii transliterates headlines when it makes slugs.",
  ),
  sections: described(tableOf(SECTION), "By path, as world/europe: a name, or a map with name and summary."),
  authors: described(tableOf({ anyOf: [LINE, AUTHOR] }), "By key: what a byline prints for it."),
  queries: described(tableOf(LINE), "Saved queries, used as @name."),
  fields: described(tableOf({ enum: [...OWN_FIELD_TYPES] }), "Types of the newsroom's own fields under x."),
  publish: described(PUBLISH, "What stet publish writes, and where."),
  style: described(STYLE, "The house style that stet check holds articles to."),
};

/** The schema of stet.yaml. */
export function newsroomSchema(): JsonSchema {
  return {
    $schema: SCHEMA_DIALECT,
    title: "stet newsroom",
    description: "The settings of a newsroom kept by stet.",
    type: "object",
    required: ["stet"],
    properties: PROPERTIES,
  };
}
