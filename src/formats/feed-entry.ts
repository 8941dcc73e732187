// What feeds and sitemaps are made of. Each row carries what the gate asks, so that every builder of this room lets
// only live articles out by itself; desk/feeds/feed-entry-of.ts makes them.
import type { Article, Embargo, Status } from "../article/article.ts";
import type { Instant } from "../base/instant.ts";
import type { Alternate } from "../render/site/versions-view.ts";

/** What `isLive` asks (article/state.ts). */
export interface Gated {
  readonly status: Status;
  readonly published: Instant;
  readonly embargo?: Embargo;
  readonly expires?: Instant;
}

/** An article as a sitemap or the plan of a feed knows it: no text. */
export interface FeedRow extends Gated {
  /** `urn:uuid:` and the article's id; absent where the file has none, and then it is in no feed. */
  readonly id?: string;
  /** The page, absolute and percent-encoded. */
  readonly url: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Epoch milliseconds of the last change a reader should notice, a correction included. */
  readonly updated: number;
  /** All versions of the story as its page names them, itself among them; absent where there are no others. */
  readonly alternates?: readonly Alternate[];
}

/** `email` and `url` only where they are one; `url` is absolute. */
export interface FeedAuthor {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

export interface FeedImage {
  /** Absolute and percent-encoded. */
  readonly url: string;
  readonly mimeType: string;
  /** In bytes, where the newsroom has the file. */
  readonly length?: number;
  /** In pixels, where known. */
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  readonly credit?: string;
}

/** A story another one points to. */
export interface FeedLink {
  readonly url: string;
  readonly title: string;
}

/** An article as a feed prints it. Texts are plain, `html` is made for readers elsewhere (feed-html.ts). */
export interface FeedEntry extends FeedRow {
  readonly id: string;
  /** The standfirst, or the first paragraph. */
  readonly summary: string;
  readonly html: string;
  readonly authors: readonly FeedAuthor[];
  /** The section's name and the tags, each once. */
  readonly categories: readonly string[];
  readonly image?: FeedImage;
  readonly related: readonly FeedLink[];
}

/** What a feed says of itself. Addresses are absolute. */
export interface FeedHead {
  readonly title: string;
  /** The newsroom's name: who answers for entries without a byline. */
  readonly publisher: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA; dates are written in its offset. */
  readonly timezone: string;
  /** The site's front page. */
  readonly home: string;
  /** Where this feed is fetched from; also its id in Atom. */
  readonly self: string;
  readonly content: "full" | "summary";
  /** Entries at most; of an Atom archive document too. */
  readonly limit: number;
  /** WebSub hubs. */
  readonly hubs: readonly string[];
}

/** The part of an article that `updatedAt` reads. */
export type Dated = Pick<Article, "published" | "updated" | "corrections">;
