// `stet render` and `stet show`: one article as one string.
import { dropIllegalCharacters } from "../base/escape-html.ts";
import { renderAnsi } from "../render/lines/render-ansi.ts";
import type { Style } from "../render/lines/ansi-look.ts";
import { renderHtmlFragment } from "../render/html/html-article.ts";
import { renderHtmlPage } from "../render/html/html-page.ts";
import { renderMarkdown } from "../render/markdown/render-markdown.ts";
import { renderText } from "../render/lines/render-text.ts";
import type { Desk } from "./desk.ts";
import { askIndex } from "./keep-index/ask-index.ts";
import type { ArticleEntry } from "./find/read-entries.ts";
import { relatedTo, type RelatedHit } from "./find/related-articles.ts";
import { storyOf } from "./story/story-of.ts";

export type RenderTarget = "html" | "text" | "ansi" | "markdown";

export interface Rendering {
  readonly to: RenderTarget;
  /** In columns; of text and ansi. */
  readonly width: number;
  /** HTML without the page around it. */
  readonly fragment: boolean;
  /** Of ansi. */
  readonly style: Style;
  /** The related block holds what goes with the article, and not its pins alone: needs the index, and so a walk. */
  readonly related?: boolean;
}

/** The article at the desk's instant, with everything a reader should see of it; `notes` never. */
export function renderArticle(
  desk: Desk,
  entry: ArticleEntry,
  { to, width, fragment, style, related = false }: Rendering,
): string {
  const shown = to === "markdown" ? withoutControls(entry) : entry;
  const story = storyOf(desk, shown, related ? relatedForReaders(desk, entry) : undefined);
  switch (to) {
    case "html":
      return fragment ? renderHtmlFragment(story) : renderHtmlPage(story);
    case "text":
      return renderText(story, { width });
    case "ansi":
      return renderAnsi(story, { width, style });
    case "markdown":
      return renderMarkdown(story);
  }
}

/** Other renderings escape what they print as their last step; Markdown passes code and HTML on as they stand in the body. */
function withoutControls(entry: ArticleEntry): ArticleEntry {
  const { article } = entry;
  return { ...entry, article: { ...article, body: dropIllegalCharacters(article.body) } };
}

/** In a related block that is not pinned alone. */
const RELATED = 5;

/** Every live pin, and as many others as make up a block. */
function relatedForReaders(desk: Desk, entry: ArticleEntry): RelatedHit[] {
  const limit = Math.max(RELATED, entry.article.related.length);
  const hits = askIndex(desk, (index) => relatedTo(desk, index, entry, { limit, onlyLive: true }));
  return hits.filter(({ kinship }, at) => kinship === undefined || at < RELATED);
}
