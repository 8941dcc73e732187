// What every renderer is given: an article with everything around it already looked up, so that rendering is pure.
import type { Article } from "../article/article.ts";
import type { State } from "../article/state.ts";
import type { Body } from "../body/blocks.ts";
import type { ImageSize } from "./image-size.ts";

/** One step of the breadcrumb; without `href` it is text. */
export interface Crumb {
  readonly name: string;
  readonly href?: string;
}

/** A related story; `href` only where it may be linked. */
export interface RelatedStory {
  readonly slug: string;
  readonly headline: string;
  readonly href?: string;
}

/** The story in one language, its own or another; `href` is the page's absolute address. */
export interface Version {
  /** BCP 47. */
  readonly language: string;
  readonly href: string;
  /** The story itself; the article it translates; one that translates it; another translation of the same original. */
  readonly is: "itself" | "original" | "translation" | "sibling";
  /** Search engines are told nothing of it: its text ran first elsewhere, or another is the story in its language. */
  readonly isForReadersAlone: boolean;
}

/** Where an `article:` link leads. */
export interface LinkTarget {
  readonly href: string;
  readonly headline: string;
}

/** The part of the newsroom's settings that pages show; `timezone` is IANA, `language` BCP 47, `url` ends with `/`. */
export interface StoryNewsroom {
  readonly name: string;
  readonly url?: string;
  readonly language: string;
  readonly timezone: string;
}

/** A story ready to be rendered; nothing in it is escaped. */
export interface Story {
  readonly article: Article;
  readonly body: Body;
  readonly newsroom: StoryNewsroom;
  /** From Home to the section; the story itself is not in it. */
  readonly breadcrumb: readonly Crumb[];
  readonly related: readonly RelatedStory[];
  /** By slug: the articles that may be linked. An `article:` link to any other is plain text. */
  readonly links: ReadonlyMap<string, LinkTarget>;
  /** The page's own absolute address, where known. */
  readonly permalink?: string;
  /** What stands before the newsroom's own image paths (`images/chip.jpg`): `/`, `../../` or a URL. Default: nothing. */
  readonly imagesAt?: string;
  /** By `src` as the article has it (body/body-links.ts: imagesOf): the sizes that are known. */
  readonly imageSizes?: ReadonlyMap<string, ImageSize>;
  /** The story's tags with their pages, in order; shown at its end. */
  readonly topics?: readonly Crumb[];
  /** Itself and the live translations of it, one a language, the first published first; absent where there are none. */
  readonly versions?: readonly Version[];
  readonly state: State;
}
