// An article file's text -> Article, or the Problems that keep it from being one. The truth about what a file says:
// every text field is the text as written, and words YAML would lose are errors (article-format.md).
import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import { KINDS, STATUSES, type Article } from "./article.ts";
import {
  readLine,
  readLines,
  readText,
  readWord,
  report,
  reportUnknownKeys,
  rewritten,
  type FieldReader,
} from "./field-reader.ts";
import { FIELDS, type FieldName } from "./fields.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { readAuthors, readCorrections, readImage } from "./read-byline.ts";
import { readLanguageTag } from "./read-language.ts";
import { readEmbargo, readInstant } from "./read-moments.ts";
import { readOwnFields } from "./read-own-fields.ts";
import { readTopLevel } from "./read-top-level.ts";
import type { Settings } from "./settings.ts";
import { slugFault } from "./slug.ts";
import { entryOf, type MapEntry, type MapNode } from "./yaml/yaml-node.ts";

/** `fileSlug` is the file's name without its ending: the slug of a file that sets none. */
export interface ArticleSource {
  readonly text: string;
  readonly fileSlug: string;
  /** For the Problems; relative to the root. */
  readonly file?: string;
}

/** `article` is absent when a Problem is an error. */
export interface ArticleReading {
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/** Reads one article. Never throws for any text; bounded by `limits` (docs/limits.md). */
export function parseArticle(
  source: ArticleSource,
  settings: Settings,
  limits: Limits = LIMITS,
): ArticleReading {
  const reader: FieldReader = {
    text: source.text,
    problems: [],
    ...(source.file === undefined ? {} : { file: source.file }),
  };
  const map = readTopLevel(reader, limits);
  if (map === undefined) return { problems: reader.problems };
  const article = readFields({ reader, map, settings, limits }, source.fileSlug);
  const failed = reader.problems.some((problem) => problem.severity === "error");
  return failed ? { problems: reader.problems } : { article, problems: reader.problems };
}

interface Reading {
  readonly reader: FieldReader;
  readonly map: MapNode;
  readonly settings: Settings;
  readonly limits: Limits;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const FIELD_NAMES = FIELDS.map((field) => field.name);

function readFields(reading: Reading, fileSlug: string): Article {
  const { reader, map, settings } = reading;
  reportUnknownKeys(reader, map, FIELD_NAMES, (key) => nearest(key, FIELD_NAMES)[0]);
  const article: Mutable<Article> = {
    headline: readHeadline(reading),
    slug: readSlug(reading, fileSlug),
    formerSlugs: lines(reading, "former_slugs"),
    authors: on(reading, "authors", (entry) => readAuthors(reader, entry.value, settings.authors)) ?? [],
    tags: lines(reading, "tags"),
    language: readLanguage(reading) ?? settings.language,
    kind: word(reading, "kind", KINDS) ?? "news",
    status: word(reading, "status", STATUSES) ?? "draft",
    related: lines(reading, "related"),
    corrections:
      on(reading, "corrections", (entry) => readCorrections(reader, entry.value, settings.timezone)) ?? [],
    x: on(reading, "x", (entry) => readOwnFields(reader, entry.value, settings)) ?? {},
    body: text(reading, "body") ?? "",
  };
  return readOptional(reading, article);
}

function readOptional(reading: Reading, article: Mutable<Article>): Article {
  for (const name of ["id", "kicker", "section", "dateline", "source"] as const) {
    const value = line(reading, name);
    if (value !== undefined && value !== "") article[name] = value;
  }
  const original = line(reading, "translation_of");
  if (original !== undefined && original !== "") article.translationOf = original;
  for (const name of ["summary", "notes"] as const) {
    const value = text(reading, name);
    if (value !== undefined && value !== "") article[name] = value;
  }
  readMoments(reading, article);
  const image = on(reading, "image", (entry) => readImage(reading.reader, entry.value));
  if (image !== undefined) article.image = image;
  checkTogether(reading, article);
  return article;
}

function readMoments(reading: Reading, article: Mutable<Article>): void {
  const { reader, settings } = reading;
  for (const name of ["created", "published", "updated", "expires"] as const) {
    const instant = on(reading, name, (entry) => readInstant(reader, entry.value, name, settings.timezone));
    if (instant !== undefined) article[name] = instant;
  }
  const embargo = on(reading, "embargo", (entry) => readEmbargo(reader, entry.value, settings.timezone));
  if (embargo !== undefined) article.embargo = embargo;
}

/** What no single field shows: a published article without its instant, a section or id that is none. */
function checkTogether({ reader, map, settings }: Reading, article: Article): void {
  const status = entryOf(map, "status");
  if (article.status === "published" && status !== undefined && entryOf(map, "published") === undefined) {
    report(reader, status.value.start, {
      field: "published",
      message: "a published article needs published, the instant it first went live",
      hint: "add a line such as published: 2026-11-23T06:00:00+01:00",
    });
  }
  const id = entryOf(map, "id");
  if (id !== undefined && article.id !== undefined && !UUID.test(article.id)) {
    report(reader, id.value.start, {
      field: "id",
      message: "an id is a UUID; stet makes it and it never changes",
    });
  }
  const section = entryOf(map, "section");
  if (section === undefined || article.section === undefined || settings.sections.size === 0) return;
  if (settings.sections.has(article.section)) return;
  const near = nearest(article.section, settings.sections.keys())[0];
  report(reader, section.value.start, {
    severity: "warning",
    field: "section",
    message: `"${article.section}" is not one of stet.yaml's sections`,
    ...(near === undefined ? {} : { hint: `did you mean "${near}"?` }),
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function on<T>({ map }: Reading, name: FieldName, read: (entry: MapEntry) => T): T | undefined {
  const entry = entryOf(map, name);
  return entry === undefined ? undefined : read(entry);
}

function line(reading: Reading, name: FieldName): string | undefined {
  return on(reading, name, (entry) => {
    const value = readLine(reading.reader, entry.value, name);
    const most = reading.limits.lineCharacters;
    if (value !== undefined && value.length > most) {
      const message = `${name} is over ${most} characters`;
      report(reading.reader, entry.value.start, { code: "too-large", field: name, message });
    }
    return value;
  });
}

function text(reading: Reading, name: FieldName): string | undefined {
  return on(reading, name, (entry) => readText(reading.reader, entry.value, name));
}

function lines(reading: Reading, name: FieldName): string[] {
  return on(reading, name, (entry) => readLines(reading.reader, entry.value, name)) ?? [];
}

function word<Word extends string>(
  reading: Reading,
  name: FieldName,
  words: readonly Word[],
): Word | undefined {
  return on(reading, name, (entry) => {
    const value = readWord(reading.reader, entry.value, name);
    if (value === undefined) return undefined;
    const known = words.find((candidate) => candidate === value);
    if (known !== undefined) return known;
    const near = nearest(value, words)[0];
    report(reading.reader, entry.value.start, {
      field: name,
      message: `${name} is one of ${words.join(", ")}; not "${value}"`,
      ...(near === undefined ? {} : rewritten(reading.reader, entry.value, near)),
    });
    return undefined;
  });
}

function readLanguage(reading: Reading): string | undefined {
  return on(reading, "language", (entry) => readLanguageTag(reading.reader, entry.value));
}

function readHeadline(reading: Reading): string {
  const headline = line(reading, "headline")?.trim() ?? "";
  const entry = entryOf(reading.map, "headline");
  const isReported = reading.reader.problems.some((problem) => problem.field === "headline");
  if (headline !== "" || isReported) return headline;
  const offset = entry?.value.start ?? reading.map.start;
  report(reading.reader, offset, {
    field: "headline",
    message: "an article needs a headline",
    hint: 'add a line such as headline: "Commission fines chipmaker"',
  });
  return headline;
}

function readSlug(reading: Reading, fileSlug: string): string {
  const own = line(reading, "slug");
  const slug = own ?? fileSlug.normalize("NFC");
  const fault = slugFault(slug);
  if (fault === undefined) return slug;
  const where = own === undefined ? "the file's name is no slug" : "slug";
  report(reading.reader, entryOf(reading.map, "slug")?.value.start ?? reading.map.start, {
    field: "slug",
    message: own === undefined ? `${where}: ${fault}` : fault,
    ...(own === undefined ? { hint: "rename the file, or add a line such as slug: budget-deal" } : {}),
  });
  return slug;
}
