// The newsroom's settings as every room sees them, with a default for every key but `stet` (article-format.md).
import type { Author } from "./article.ts";

export interface Section {
  readonly name: string;
  readonly summary?: string;
}

/** What the values of an `x.*` field are read as. */
export type OwnFieldType = "text" | "number" | "boolean" | "instant";
export const OWN_FIELD_TYPES: readonly OwnFieldType[] = ["text", "number", "boolean", "instant"];

export interface Settings {
  readonly name: string;
  /** Absolute, ends with `/`; needed to publish. */
  readonly url?: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA zone; `UTC` where stet.yaml names none. */
  readonly timezone: string;
  /** Where a new article goes, relative to the root: `{year}` `{month}` `{day}` `{section}` `{slug}` `{id}`. */
  readonly articles: string;
  /** The page's path: the same placeholders, by first publication. */
  readonly permalinks: string;
  readonly slugs: "unicode" | "ascii";
  /** By path (`world/europe`), in the order of the file. */
  readonly sections: ReadonlyMap<string, Section>;
  /** By key (`jane`). */
  readonly authors: ReadonlyMap<string, Author>;
  readonly queries: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, OwnFieldType>;
}

export const DEFAULT_SETTINGS: Settings = {
  name: "Untitled newsroom",
  language: "en",
  timezone: "UTC",
  articles: "articles/{year}/{month}/{slug}.yaml",
  permalinks: "/{year}/{month}/{slug}/",
  slugs: "unicode",
  sections: new Map(),
  authors: new Map(),
  queries: new Map(),
  fields: new Map(),
};

/** The folder articles lie under: the fixed beginning of the `articles` pattern. */
export function articlesFolder(settings: Settings): string {
  const fixed = settings.articles.slice(0, (settings.articles + "{").indexOf("{"));
  return fixed.slice(0, Math.max(0, fixed.lastIndexOf("/")));
}
