// How a story looks as lines of text: what the mail's and the terminal's renderers decide differently.
// lines-inline.ts, lines-blocks.ts and lines-table.ts lay out by it.
import type { Heading } from "../../body/blocks.ts";
import type { LinkList } from "./link-list.ts";
import type { Paint, Span } from "./spans.ts";

/** Everything but the layout. `clean` is what all content passes, once. */
export interface Look {
  readonly clean: (text: string) => string;
  readonly emphasis: Paint;
  readonly strong: Paint;
  readonly strike: (spans: Span[]) => Span[];
  readonly code: Paint;
  readonly dim: Paint;
  /** A link's text with what shows where it leads; undefined address = plain text. */
  readonly link: (spans: Span[], href: string) => Span[];
  readonly links: LinkList;
  readonly noteMark: (number: number) => string;
  /** Lines of a heading, marked as one; `level` is the page's, 1 for the headline. */
  readonly heading: (lines: string[], level: number) => string[];
  readonly headingLevel: (heading: Heading) => number;
  /** Before each line of a quote, two columns. */
  readonly quoteBar: string;
  /** Before the name of whoever is quoted. */
  readonly dash: string;
  readonly bullet: string;
  readonly rule: string;
  readonly tableRule: string;
  readonly imageLabel: string;
}
