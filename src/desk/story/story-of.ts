// An article with everything a page shows around it looked up: breadcrumb, related stories, the targets of its links.
import type { RelatedStory, Story } from "../../render/story.ts";
import type { Desk } from "../desk.ts";
import { findLinked } from "../find/find-linked.ts";
import { makeStory, relatedStory } from "./make-story.ts";
import type { ArticleEntry } from "../find/read-entries.ts";
import type { RelatedHit } from "../find/related-articles.ts";

/**
 * The story of one article at the desk's instant. Links lead only to what is live then, and so do the related stories: the
 * live ones of its pins, or `related` where the caller has computed it (related-articles.ts: relatedTo, of live articles).
 * Reads the articles it pins or links to, and no others.
 */
export function storyOf(desk: Desk, { article }: ArticleEntry, related?: readonly RelatedHit[]): Story {
  return makeStory(desk, article, {
    find: (named) => liveNamed(desk, named),
    related: related?.map(({ head }) => relatedStory(desk.settings, head)),
  });
}

/** A name that leads nowhere leaves the page without that link; `stet check` says so. */
function liveNamed(desk: Desk, named: string): RelatedStory | undefined {
  const article = findLinked(desk, named)?.article;
  return article === undefined ? undefined : relatedStory(desk.settings, article);
}
