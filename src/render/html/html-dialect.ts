// The choices in which one HTML output differs from another: the newsroom's page, and CommonMark's bare reference HTML.
import type { Heading } from "../../body/blocks.ts";
import type { ImageSize } from "../image-size.ts";
import { labelsFor } from "../labels/labels.ts";
import { outlineOf } from "../outline.ts";
import { resolveHref, resolveImage } from "../resolve-address.ts";
import type { Story } from "../story.ts";

/** Leaf decisions of the HTML renderers; addresses come back unescaped, undefined means "show the text instead". */
export interface HtmlDialect {
  readonly href: (href: string) => string | undefined;
  readonly src: (src: string) => string | undefined;
  /** The size of an image, where it is known. */
  readonly sizeOf?: (src: string) => ImageSize | undefined;
  readonly level: (heading: Heading) => number;
  /** The end of a void element: `>` or ` />`. */
  readonly voidEnd: string;
  /** Before every id, so that two stories can share a page. */
  readonly idPrefix: string;
  readonly noteLabel: string;
  readonly backLabel: string;
  /** Tables wide enough to scroll are named by this for screen readers. */
  readonly tableLabel: string;
}

/** The dialect of the newsroom's pages: addresses by allow-list, `article:` links resolved, one h1. */
export function storyDialect(story: Story): HtmlDialect {
  const labels = labelsFor(story.article.language);
  const outline = outlineOf(story.body);
  return {
    href: (href) => resolveHref(href, story),
    src: (src) => resolveImage(src, story),
    sizeOf: (src) => story.imageSizes?.get(src),
    level: (heading) => outline.get(heading) ?? 2,
    voidEnd: ">",
    idPrefix: `${story.article.slug}-`,
    noteLabel: labels.footnote,
    backLabel: labels.backToText,
    tableLabel: labels.table,
  };
}

/** The dialect of the CommonMark specification's examples; vets nothing, for tests and trusted text only. */
export const COMMONMARK_DIALECT: HtmlDialect = {
  href: (href) => href,
  src: (src) => src,
  level: ({ level }) => level,
  voidEnd: " />",
  idPrefix: "",
  noteLabel: "Footnote",
  backLabel: "Back to the text",
  tableLabel: "Table",
};
