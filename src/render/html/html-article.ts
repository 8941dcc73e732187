// A story as one article element: header, lead image, text, footnotes, corrections, source, related stories. Pages hold
// the same one (html-page.ts); elsewhere it stands alone as the fragment.
import { articleView } from "../article-view.ts";
import type { Story } from "../story.ts";
import { fillTemplate } from "../theme/fill-template.ts";
import type { Templates } from "../theme/templates.ts";
import { BUILT_IN_THEME } from "../theme/theme.ts";
import { markupOf } from "../theme/view.ts";

/**
 * The story as HTML to be put into a page that has its own head and style: one `article`, with related stories.
 * Complete and escaped; holds no script, no style and no id that does not begin with the slug.
 */
export function renderHtmlFragment(story: Story, templates: Templates = BUILT_IN_THEME.templates): string {
  return markupOf(fillTemplate(templates, "article", { article: articleView(story) })) ?? "";
}
