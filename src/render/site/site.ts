// What the pages of a site are made from: plain data that the caller has looked up, so that rendering stays pure.
// Nothing in it is escaped; addresses are absolute or relative as the caller wants them printed.
import type { ImageSize } from "../image-size.ts";
import type { Theme } from "../theme/theme.ts";
import type { Crumb, StoryNewsroom } from "../story.ts";

/** A link that is always one. */
export interface SiteLink {
  readonly name: string;
  readonly href: string;
}

/** A feed that readers' programs find in the page's head. */
export interface FeedLink {
  readonly title: string;
  readonly href: string;
  readonly format: "rss" | "atom" | "jsonfeed";
}

/** What every page of the site shows around its content. */
export interface SiteHead extends StoryNewsroom {
  /** The navigation: usually the top sections, in the order of stet.yaml. */
  readonly sections: readonly SiteLink[];
  readonly feeds: readonly FeedLink[];
  /** The address of the archive overview and of the corrections page, where there are such pages. */
  readonly archive?: string;
  readonly corrections?: string;
  /** Further links of the footer: contact, imprint. */
  readonly links: readonly SiteLink[];
}

/** A site to render pages for. */
export interface Site {
  readonly head: SiteHead;
  readonly theme: Theme;
  /**
   * What stands before the theme's asset paths: `https://courier.example/`, `/` or `../../`.
   * Without it the style is put into each page, which makes a page one file.
   */
  readonly assetsAt?: string;
  /** Gives what base/sha256.ts gives, which takes 25 us a page: for those who make many and have something quicker. */
  readonly sourceHash?: (text: string) => string;
}

/** The picture beside a story in a list; `src` as it shall be printed. */
export interface ListedImage {
  readonly src: string;
  readonly alt?: string;
  readonly size?: ImageSize;
}

/** A story as lists show it. */
export interface ListedStory {
  readonly headline: string;
  readonly href: string;
  /** BCP 47. */
  readonly language: string;
  readonly kicker?: string;
  readonly summary?: string;
  /** Names of the byline, in order. */
  readonly authors: readonly string[];
  /** Epoch milliseconds of first publication. */
  readonly published: number;
  /** The label above the headline where there is no kicker. */
  readonly section?: Crumb;
  readonly image?: ListedImage;
}

/** Where a page stands in a list that was cut into pages; `newer` and `older` are addresses. */
export interface PageOfList {
  readonly number: number;
  readonly count: number;
  readonly newer?: string;
  readonly older?: string;
}

/** One page of a list of stories: of a section, an author, a tag or a month (see monthName for its title). */
export interface Listing {
  readonly kind: "section" | "author" | "tag" | "month";
  readonly title: string;
  readonly summary?: string;
  /** The page's own absolute address. */
  readonly href: string;
  /** From Home to what this page stands in; the page itself is not in it. */
  readonly breadcrumb: readonly Crumb[];
  /** Sections below this one, an author's own pages. */
  readonly links: readonly SiteLink[];
  readonly stories: readonly ListedStory[];
  readonly pages?: PageOfList;
  /** The list's own feeds, named in the head before the site's. */
  readonly feeds?: readonly FeedLink[];
}

/** A section on the front page with its newest stories. */
export interface FrontSection extends SiteLink {
  readonly stories: readonly ListedStory[];
}

/** The front page: the first story leads, the next few stand beside it, the others follow under "Latest". */
export interface Front {
  readonly summary?: string;
  readonly stories: readonly ListedStory[];
  readonly sections: readonly FrontSection[];
}

/** A month of the archive; `month` from 1. */
export interface ArchiveMonth {
  readonly year: number;
  readonly month: number;
  readonly href: string;
  readonly count: number;
}

/** The archive overview; `months` in the order they shall be shown, months of a year together. */
export interface Archive {
  readonly href: string;
  readonly breadcrumb: readonly Crumb[];
  readonly months: readonly ArchiveMonth[];
}

/** One correction, under the story it was made in; `at` in epoch milliseconds, `language` the story's. */
export interface ListedCorrection {
  readonly at: number;
  readonly text: string;
  readonly headline: string;
  readonly href: string;
  readonly language: string;
}

/** The page of all corrections, in the order they shall be shown. */
export interface CorrectionsPage {
  readonly href: string;
  readonly breadcrumb: readonly Crumb[];
  readonly corrections: readonly ListedCorrection[];
  readonly pages?: PageOfList;
}
