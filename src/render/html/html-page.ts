// A story as a whole web page: the article in the frame of the site. Nothing from outside is loaded and nothing runs;
// the Content Security Policy says so to the browser.
import { articleView } from "../article-view.ts";
import { safeHref } from "../safe-url.ts";
import { articleProperties } from "../site/open-graph.ts";
import { renderPage } from "../site/render-page.ts";
import type { Site } from "../site/site.ts";
import { breadcrumbList, newsArticle } from "../site/structured-data.ts";
import { alternatesOf } from "../site/versions-view.ts";
import type { Story } from "../story.ts";
import { BUILT_IN_THEME } from "../theme/theme.ts";

/**
 * The page, ready to be written to a file: accessible and deterministic. Without a site it stands alone under the
 * newsroom's name, its style inside. What is not live is marked, kept from search engines and describes itself to none.
 */
export function renderHtmlPage(story: Story, site: Site = siteOf(story)): string {
  const { article, breadcrumb, state } = story;
  const canonical = canonicalOf(story);
  // What is said to other sites must hold there, so the address has to be a whole one.
  const isPublic = state === "live" && canonical !== undefined && /^https?:/i.test(canonical);
  return renderPage(
    {
      kind: "article",
      template: "article",
      title: article.headline,
      language: article.language,
      description: article.summary,
      author: article.authors.map(({ name }) => name).join(", "),
      canonical,
      isHidden: state !== "live",
      breadcrumb,
      properties: isPublic ? articleProperties(story, canonical) : [],
      alternates: isPublic ? alternatesOf(story) : [],
      data: isPublic ? [newsArticle(story, canonical), breadcrumbList(breadcrumb, canonical)] : [],
      view: { article: articleView(story) },
    },
    site,
  );
}

/** Where the story ran first, else its own page. */
function canonicalOf({ article, permalink }: Story): string | undefined {
  const address = article.source ?? permalink;
  return (address === undefined ? undefined : safeHref(address)) || undefined;
}

function siteOf({ newsroom }: Story): Site {
  return { head: { ...newsroom, sections: [], feeds: [], links: [] }, theme: BUILT_IN_THEME };
}
