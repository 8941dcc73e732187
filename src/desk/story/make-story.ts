// A story from an article that was read and from what it names, looked up by the caller: needs no index, so that threads
// can make stories, too.
import type { Article } from "../../article/article.ts";
import type { Settings } from "../../article/settings.ts";
import { stateAt } from "../../article/state.ts";
import { articleLinks } from "../../body/body-links.ts";
import { parseBody } from "../../body/parse-body.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import { siteLabelsFor } from "../../render/site/site-labels.ts";
import type { Crumb, LinkTarget, RelatedStory, Story } from "../../render/story.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";

/** What is looked up for a story: the live article of a name, and the related stories where the caller has them. */
export interface StoryLookups {
  readonly find: (named: string) => RelatedStory | undefined;
  /** Default: the live ones of the article's pins. */
  readonly related?: readonly RelatedStory[] | undefined;
}

/** The story of one article at the desk's instant. Reads nothing itself. */
export function makeStory(
  desk: Pick<Desk, "settings" | "now">,
  article: Article,
  { find, related }: StoryLookups,
): Story {
  const body = parseBody(article.body);
  const { name, url, language, timezone } = desk.settings;
  const permalink = permalinkOf(desk.settings, article);
  return {
    article,
    body,
    newsroom: { name, language, timezone, ...(url === undefined ? {} : { url }) },
    breadcrumb: breadcrumbOf(desk.settings, article.section),
    related:
      related ??
      article.related.flatMap((named) => {
        const story = find(named);
        return story === undefined ? [] : [story];
      }),
    links: new Map(
      articleLinks(body).flatMap((slug): [string, LinkTarget][] => {
        const { href, headline } = find(slug) ?? {};
        return href === undefined || headline === undefined ? [] : [[slug, { href, headline }]];
      }),
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

/** What other stories show of an article. */
export function relatedStory(settings: Settings, article: ArticleHead): RelatedStory {
  const { slug, headline } = article;
  const href = permalinkOf(settings, article);
  return { slug, headline, ...(href === undefined ? {} : { href }) };
}
