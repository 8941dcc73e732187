// The front page: the newest stories of all, and of each section the newest that are not among them.
import { renderFrontPage } from "../../../render/site/render-front.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import { keyOf } from "./key-of.ts";
import { siteAddress } from "./page-file.ts";
import { listedStories, shownKey } from "./read-listed.ts";
import type { SiteContext } from "./site-context.ts";

/** Stories a section shows on the front page. */
const SECTION_STORIES = 4;

export function frontPage(context: SiteContext): PlannedFile {
  const { desk, live, groups, site } = context;
  const shown = live.slice(0, desk.settings.publish.front);
  const isShown = new Set(shown);
  const sections = site.head.sections.map((link) => {
    const path = [...groups.section].find(([section]) => siteAddress(desk.settings, section) === link.href);
    const newest = path?.[1].rows.slice(0, shown.length + SECTION_STORIES) ?? [];
    const others = newest.filter((row) => !isShown.has(row));
    return { ...link, rows: others.slice(0, SECTION_STORIES) };
  });
  const hashes = [shown, ...sections.map((section) => section.rows)].map((list) =>
    list.map((row) => shownKey(context, row)),
  );
  return {
    path: "index.html",
    what: "the front page",
    rank: RANKS.listing,
    key: keyOf(context.frameKey, hashes),
    content: () =>
      renderFrontPage(
        {
          stories: listedStories(context, shown),
          sections: sections.flatMap(({ rows: others, ...link }) => {
            const stories = listedStories(context, others);
            return stories.length === 0 ? [] : [{ ...link, stories }];
          }),
        },
        site,
      ),
  };
}
