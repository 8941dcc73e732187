// The gate: what an article is at an instant. `isLive` is the one question everything that leaves the newsroom asks.
import type { Article } from "./article.ts";

export const STATES = [
  "draft",
  "review",
  "ready",
  "embargoed",
  "scheduled",
  "live",
  "expired",
  "withdrawn",
  "killed",
] as const;
export type State = (typeof STATES)[number];

/** What the gate goes by. */
export type Dated = Pick<Article, "status" | "published" | "embargo" | "expires">;

/**
 * The one state of an article at `at` (epoch milliseconds), derived and never stored (article-format.md "States").
 * Fails closed: a published article without a `published` instant is embargoed.
 */
export function stateAt(article: Dated, at: number): State {
  if (article.status !== "published") return article.status;
  if (isEmbargoed(article, at) || article.published === undefined) return "embargoed";
  if (article.published.epochMs > at) return "scheduled";
  if (article.expires !== undefined && article.expires.epochMs <= at) return "expired";
  return "live";
}

/** True when the article may be read by the public at `at` (epoch milliseconds). */
export function isLive(article: Dated, at: number): boolean {
  return stateAt(article, at) === "live";
}

function isEmbargoed({ embargo }: Dated, at: number): boolean {
  return embargo !== undefined && (embargo === "open" || embargo.epochMs > at);
}
