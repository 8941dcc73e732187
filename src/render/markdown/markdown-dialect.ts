// What one Markdown output decides differently from another: plain Markdown, a story's Markdown, Hugo, Jekyll.
import type { Heading } from "../../body/blocks.ts";

/** Leaf decisions of print-markdown.ts. The text hooks see Markdown already escaped, the code hooks code as it is. */
export interface MarkdownDialect {
  /** One run of escaped text, title, alternative text or code info: a chance to break up `{{`. */
  readonly text: (markdown: string) => string;
  /** The inside of a code span or block. */
  readonly code: (code: string) => string;
  /** Where a link leads; undefined = the link is printed as its text. */
  readonly link: (href: string) => string | undefined;
  /** Where an image lies; undefined = the image is printed as its alternative text. */
  readonly image: (src: string) => string | undefined;
  /** The level a heading gets, 1 to 6. */
  readonly level: (heading: Heading) => number;
}

/** Prints what was parsed, nothing changed: `parseBody(printMarkdown(body, PLAIN_DIALECT))` is `body` again. */
export const PLAIN_DIALECT: MarkdownDialect = {
  text: (markdown) => markdown,
  code: (code) => code,
  link: (href) => href,
  image: (src) => src,
  level: ({ level }) => level,
};
