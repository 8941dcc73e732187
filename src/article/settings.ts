// The newsroom's settings as every room sees them, with a default for every key but `stet` (article-format.md).
import type { Author } from "./article.ts";

export interface Section {
  readonly name: string;
  readonly summary?: string;
}

/** What the values of an `x.*` field are read as. */
export type OwnFieldType = "text" | "number" | "boolean" | "instant";
export const OWN_FIELD_TYPES: readonly OwnFieldType[] = ["text", "number", "boolean", "instant"];

export const FEED_FORMATS = ["rss", "atom", "jsonfeed"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** One feed of the site: which articles it holds, and how much of each. */
export interface FeedSettings {
  /** Where it is written, relative to the site, with `/`. */
  readonly path: string;
  readonly format: FeedFormat;
  /** In the query language; absent = every article. */
  readonly query?: string;
  /** Articles at most; of an Atom archive document too. */
  readonly limit: number;
  readonly content: "full" | "summary";
  /** Default: made of the newsroom's name. */
  readonly title?: string;
}

/** What `stet publish` writes, and where. Nothing in it reaches out or runs a program. */
export interface PublishSettings {
  /** The folder the site is written to, relative to the root, with `/`. */
  readonly to: string;
  readonly feeds: readonly FeedSettings[];
  /** A folder of templates, relative to the root; absent = the built-in theme. */
  readonly theme?: string;
  /** Whole editions kept beside each other; 0 = the site is changed in place. */
  readonly releases: number;
  readonly sitemap: boolean;
  readonly robots: boolean;
  /** Articles on the front page. */
  readonly front: number;
  /** Articles on one page of a section, tag, author or month. */
  readonly archive: number;
}

/** The newsroom's house style, which `stet check` holds its articles to. */
export interface StyleSettings {
  /** Words the newsroom spells another way: as people type them -> as it writes them. */
  readonly words: ReadonlyMap<string, string>;
  /** Words and phrases it does not print. */
  readonly banned: readonly string[];
  /** The most characters of a headline and of a summary. */
  readonly headline: number;
  readonly summary: number;
}

/** What a saved query is called by, behind an `@`. */
export const QUERY_NAME: RegExp = /[\p{L}\p{M}\p{N}_-]+/u;

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
  readonly publish: PublishSettings;
  readonly style: StyleSettings;
}

export const DEFAULT_PUBLISH: PublishSettings = {
  to: "public",
  feeds: [{ path: "feed.xml", format: "rss", limit: 50, content: "full" }],
  releases: 0,
  sitemap: true,
  robots: true,
  front: 20,
  archive: 50,
};

/** A headline that search results show whole, and a summary that a feed reader does. */
export const DEFAULT_STYLE: StyleSettings = { words: new Map(), banned: [], headline: 110, summary: 300 };

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
  publish: DEFAULT_PUBLISH,
  style: DEFAULT_STYLE,
};

/** The folder articles lie under: the fixed beginning of the `articles` pattern. */
export function articlesFolder(settings: Settings): string {
  const fixed = settings.articles.slice(0, (settings.articles + "{").indexOf("{"));
  return fixed.slice(0, Math.max(0, fixed.lastIndexOf("/")));
}
