// stet.yaml's text -> Settings, through the same reader as an article's, so that its errors carry the same carets.
import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import { isTimezone } from "../base/zone-offsets.ts";
import type { Author } from "./article.ts";
import { readLine, readMap, report, reportUnknownKeys, type FieldReader } from "./field-reader.ts";
import { LIMITS } from "./limits.ts";
import { readLanguageTag } from "./read-language.ts";
import { readTopLevel } from "./read-top-level.ts";
import { readAuthorMap } from "./read-byline.ts";
import { readPublishSettings } from "./read-publish-settings.ts";
import { readSavedQuery } from "./read-saved-query.ts";
import { readStyleSettings } from "./read-style-settings.ts";
import {
  articlesFolder,
  DEFAULT_SETTINGS,
  OWN_FIELD_TYPES,
  type OwnFieldType,
  type Section,
  type Settings,
} from "./settings.ts";
import { entryOf, type MapNode } from "./yaml/yaml-node.ts";

/** The version of both file formats this stet reads. */
const FORMAT_VERSION = 1;

const KEYS = [
  "stet",
  "name",
  "url",
  "language",
  "timezone",
  "articles",
  "permalinks",
  "slugs",
  "sections",
  "authors",
  "queries",
  "fields",
  "publish",
  "style",
] as const;

/** What the patterns `articles` and `permalinks` may hold; desk/permalink.ts fills them in. */
const PLACEHOLDERS = ["{year}", "{month}", "{day}", "{section}", "{slug}", "{id}"];

/** `newerFormat` is the version a newer stet wrote, which this one must not touch. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly newerFormat?: number;
}

/** Reads stet.yaml; `settings` holds the defaults where a key is absent or wrong. Never throws for any text. */
export function parseSettings(text: string, file = "stet.yaml"): SettingsReading {
  const reader: FieldReader = { text, file, problems: [] };
  const map = readTopLevel(reader, LIMITS);
  if (map === undefined) return { settings: DEFAULT_SETTINGS, problems: reader.problems };
  reportUnknownKeys(reader, map, KEYS, (key) => nearest(key, KEYS)[0]);
  const version = readVersion(reader, map);
  const plain: Settings = { ...DEFAULT_SETTINGS, ...readPlainKeys(reader, map) };
  const settings: Settings = {
    ...plain,
    sections: readTable(reader, map, "sections", readSection),
    authors: readTable(reader, map, "authors", readAuthor),
    queries: readTable(reader, map, "queries", readSavedQuery),
    fields: readTable(reader, map, "fields", readFieldType),
    publish: readPublishSettings(reader, entryOf(map, "publish")?.value, articlesFolder(plain)),
    style: readStyleSettings(reader, entryOf(map, "style")?.value),
  };
  const newer = version !== undefined && version > FORMAT_VERSION ? { newerFormat: version } : {};
  return { settings, problems: reader.problems, ...newer };
}

function readVersion(reader: FieldReader, map: MapNode): number | undefined {
  const entry = entryOf(map, "stet");
  const version =
    entry?.value.kind === "text" && /^\d+$/.test(entry.value.text) ? Number(entry.value.text) : undefined;
  if (version !== undefined && version >= 1) return version;
  report(reader, entry?.value.start ?? map.start, {
    code: "bad-config",
    message: "stet.yaml needs the line stet: 1, the version of its format",
  });
  return undefined;
}

type PlainKeys = Partial<
  Pick<Settings, "name" | "url" | "language" | "timezone" | "articles" | "permalinks" | "slugs">
>;

const PLAIN_KEYS = ["name", "url", "timezone", "articles", "permalinks", "slugs"] as const;

function readPlainKeys(reader: FieldReader, map: MapNode): PlainKeys {
  const keys: Record<string, string> = {};
  const language = entryOf(map, "language");
  const tag = language === undefined ? undefined : readLanguageTag(reader, language.value);
  if (tag !== undefined) keys["language"] = tag;
  for (const key of PLAIN_KEYS) {
    const entry = entryOf(map, key);
    const line = entry === undefined ? undefined : readLine(reader, entry.value, key);
    if (line === undefined || line === "" || entry === undefined) continue;
    const fault = plainKeyFault(key, line);
    if (fault === undefined) keys[key] = key === "url" && !line.endsWith("/") ? `${line}/` : line;
    else report(reader, entry.value.start, { code: "bad-config", field: key, message: fault });
  }
  return keys;
}

function plainKeyFault(key: (typeof PLAIN_KEYS)[number], line: string): string | undefined {
  if (key === "timezone" && !isTimezone(line))
    return `"${line}" is no time zone; write one such as Europe/Brussels`;
  if (key === "url" && !(/^https?:\/\/[^\s/]+\S*$/.test(line) && URL.canParse(line)))
    return "url is an absolute address such as https://courier.example/";
  if (key === "slugs" && line !== "unicode" && line !== "ascii") return "slugs is unicode or ascii";
  if (key === "articles") return articlesFault(line);
  return key === "permalinks" ? permalinksFault(line) : undefined;
}

function permalinksFault(pattern: string): string | undefined {
  if (!pattern.startsWith("/")) return "permalinks begins with /";
  if (pattern.includes("/.")) return "permalinks has no step that begins with a dot";
  if (/[?#]/.test(pattern)) return "permalinks is a path: no ? and no #";
  return placeholderFault(pattern);
}

/** A slip in a placeholder would stand in every address, or in the path of every file. */
function placeholderFault(pattern: string): string | undefined {
  const stranger = (pattern.match(/\{[^{}]*\}/g) ?? []).find((each) => !PLACEHOLDERS.includes(each));
  return stranger === undefined ? undefined : `${stranger} is none of ${PLACEHOLDERS.join(" ")}`;
}

function articlesFault(pattern: string): string | undefined {
  if (!/\{slug\}\.ya?ml$/.test(pattern)) return "articles ends in {slug}.yaml";
  const steps = pattern.split("/");
  if (pattern.startsWith("/") || steps.includes("..") || steps.includes(".")) {
    return "articles is a path inside the newsroom";
  }
  return placeholderFault(pattern);
}

type Entry = MapNode["entries"][number];

function readTable<Value>(
  reader: FieldReader,
  map: MapNode,
  key: string,
  read: (reader: FieldReader, entry: Entry) => Value | undefined,
): Map<string, Value> {
  const table = new Map<string, Value>();
  const entry = entryOf(map, key);
  if (entry === undefined) return table;
  for (const inner of readMap(reader, entry.value, key)?.entries ?? []) {
    const value = read(reader, inner);
    if (value !== undefined) table.set(inner.key, value);
  }
  return table;
}

/** Each section is a folder of the site and a step of its addresses. */
function isSectionPath(path: string): boolean {
  return path
    .split("/")
    .every((step) => step !== "" && !step.startsWith(".") && !/[?#%\\\p{Cc}]/u.test(step));
}

function readSection(reader: FieldReader, entry: Entry): Section | undefined {
  if (!isSectionPath(entry.key)) {
    report(reader, entry.keyStart, {
      code: "bad-config",
      field: "sections",
      message:
        "a section is a path such as world/europe: no step of it is empty, begins with a dot or holds one of ? # % \\",
    });
    return undefined;
  }
  if (entry.value.kind !== "map") {
    return { name: readLine(reader, entry.value, entry.key) ?? entry.key };
  }
  const name = entryOf(entry.value, "name");
  const summary = entryOf(entry.value, "summary");
  const words = summary === undefined ? undefined : readLine(reader, summary.value, "summary");
  const title = name === undefined ? entry.key : (readLine(reader, name.value, "name") ?? entry.key);
  return { name: title, ...(words === undefined ? {} : { summary: words }) };
}

function readAuthor(reader: FieldReader, entry: Entry): Author | undefined {
  if (entry.value.kind === "map") return readAuthorMap(reader, entry.value, new Map());
  const name = readLine(reader, entry.value, "authors");
  return name === undefined ? undefined : { name };
}

function readFieldType(reader: FieldReader, entry: Entry): OwnFieldType | undefined {
  const name = readLine(reader, entry.value, "fields");
  const type = OWN_FIELD_TYPES.find((candidate) => candidate === name);
  if (type === undefined) {
    const message = `the type of a field is one of ${OWN_FIELD_TYPES.join(", ")}`;
    report(reader, entry.value.start, { code: "bad-config", field: entry.key, message });
  }
  return type;
}
