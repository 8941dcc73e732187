// An article with everything a page shows around it looked up: breadcrumb, related stories, the targets of its links.
import { articleLinks } from "../body/body-links.ts";
import { parseBody } from "../body/parse-body.ts";
import { isLive, stateAt } from "../article/state.ts";
import { siteLabelsFor } from "../render/site/site-labels.ts";
import type { Crumb, LinkTarget, RelatedStory, Story } from "../render/story.ts";
import type { Settings } from "../article/settings.ts";
import type { ArticleHead } from "../index/file-row.ts";
import type { Desk } from "./desk.ts";
import { findLinked } from "./find-linked.ts";
import { permalinkOf } from "./permalink.ts";
import type { ArticleEntry } from "./read-entries.ts";
import type { RelatedHit } from "./related-articles.ts";

/**
 * The story of one article at the desk's instant. Links lead only to what is live then, and so do the related stories: the
 * live ones of its pins, or `related` where the caller has computed it (related-articles.ts: relatedTo, of live articles).
 * Reads the articles it pins or links to, and no others.
 */
export function storyOf(desk: Desk, { article }: ArticleEntry, related?: readonly RelatedHit[]): Story {
  const body = parseBody(article.body);
  const { name, url, language, timezone } = desk.settings;
  const permalink = permalinkOf(desk.settings, article);
  const linked = new Map(
    liveArticles(desk, articleLinks(body)).map(({ named, story }) => [named, story] as const),
  );
  return {
    article,
    body,
    newsroom: { name, language, timezone, ...(url === undefined ? {} : { url }) },
    breadcrumb: breadcrumbOf(desk.settings, article.section),
    related:
      related?.map(({ head }) => relatedStory(desk, head)) ??
      liveArticles(desk, article.related).map(({ story }) => story),
    links: new Map(
      [...linked].flatMap(([slug, { href, headline }]): [string, LinkTarget][] =>
        href === undefined ? [] : [[slug, { href, headline }]],
      ),
    ),
    ...(permalink === undefined ? {} : { permalink }),
    ...(url === undefined ? {} : { imagesAt: url }),
    state: stateAt(article, desk.now),
  };
}

/** Home, then every step of the section's path under its name in stet.yaml. */
function breadcrumbOf(settings: Settings, section: string | undefined): Crumb[] {
  const home: Crumb = {
    name: siteLabelsFor(settings.language).home,
    ...(settings.url === undefined ? {} : { href: settings.url }),
  };
  const steps = section === undefined ? [] : section.split("/");
  const crumbs = steps.map((step, index) => {
    const path = steps.slice(0, index + 1).join("/");
    const href = settings.url === undefined ? {} : { href: `${settings.url}${encodeURI(path)}/` };
    return { name: settings.sections.get(path)?.name ?? step, ...href };
  });
  return [home, ...crumbs];
}

interface Named {
  readonly named: string;
  readonly story: RelatedStory;
}

function liveArticles(desk: Desk, names: readonly string[]): Named[] {
  return names.flatMap((named) => {
    // A name that leads nowhere leaves the page without that link; `stet check` says so.
    const entry = findLinked(desk, named);
    if (entry === undefined || !isLive(entry.article, desk.now)) return [];
    return [{ named, story: relatedStory(desk, entry.article) }];
  });
}

function relatedStory({ settings }: Desk, article: ArticleHead): RelatedStory {
  const { slug, headline } = article;
  const href = permalinkOf(settings, article);
  return { slug, headline, ...(href === undefined ? {} : { href }) };
}
