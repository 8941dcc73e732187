// The story as stet knows it once a file has been read: every field typed, nothing guessed, nothing rendered.
import type { Instant } from "../base/instant.ts";

export const KINDS = [
  "news",
  "analysis",
  "opinion",
  "feature",
  "interview",
  "review",
  "live",
  "obituary",
  "press-release",
] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ["draft", "review", "ready", "published", "withdrawn", "killed"] as const;
export type Status = (typeof STATUSES)[number];

/** One name of the byline; a key of stet.yaml's authors is already resolved to that author's name, email and url. */
export interface Author {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
  readonly role?: string;
}

/** `src` is a path inside the newsroom or an absolute URL. */
export interface Image {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface Correction {
  readonly at: Instant;
  readonly text: string;
}

/** `open` holds until somebody lifts it. */
export type Embargo = Instant | "open";

/** One article, read and valid (article-format.md). Text fields are plain text; `body` is Markdown with `\n` line ends. */
export interface Article {
  /** UUID; absent only in files written by hand that stet has not stamped yet. */
  readonly id?: string;
  readonly headline: string;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly kicker?: string;
  readonly summary?: string;
  /** A path in the newsroom's sections, as `world/europe`. */
  readonly section?: string;
  readonly authors: readonly Author[];
  readonly dateline?: string;
  readonly tags: readonly string[];
  /** BCP 47; the newsroom's where the file names none. */
  readonly language: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly created?: Instant;
  readonly published?: Instant;
  readonly updated?: Instant;
  readonly embargo?: Embargo;
  readonly expires?: Instant;
  readonly image?: Image;
  /** Pinned slugs or ids, in order. */
  readonly related: readonly string[];
  /** The article this one translates: a slug or id. */
  readonly translationOf?: string;
  readonly corrections: readonly Correction[];
  readonly source?: string;
  /** Internal: leaves the newsroom in no output but the YAML itself. */
  readonly notes?: string;
  readonly x: Readonly<Record<string, unknown>>;
  readonly body: string;
}
