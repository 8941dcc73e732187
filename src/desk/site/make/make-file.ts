// One file of a site from plain data alone, as a thread has it.
import { renderListingPage } from "../../../render/site/render-listing.ts";
import type { Listing } from "../../../render/site/site.ts";
import type { RelatedStory } from "../../../render/story.ts";
import { changedMeanwhile, makePage, type PageMaking, type PageParts } from "./make-page.ts";

/** What a thread makes a file from. */
export type SiteJob =
  | {
      readonly kind: "page";
      /** Of the article's file, when the index read it: what it names was looked up then. */
      readonly hash: string;
      readonly parts: PageParts;
      readonly named: ReadonlyMap<string, RelatedStory>;
    }
  | { readonly kind: "listing"; readonly listing: Listing };

/** The file's text. Throws what makePage throws, and where the article is another than was looked up. */
export function makeFile(making: PageMaking, job: SiteJob): string {
  if (job.kind === "listing") return renderListingPage(job.listing, making.site);
  const { hash, parts, named } = job;
  return makePage(making, parts, (name, { file }) => {
    if (file.hash !== hash) throw changedMeanwhile(parts.path);
    return named.get(name);
  });
}
