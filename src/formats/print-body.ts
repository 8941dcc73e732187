// An article's body as Markdown for somebody else's program: links resolved, headings under the headline, and
// nothing in the text that the program could take for a command of its own.
import type { Article } from "../article/article.ts";
import { dropIllegalCharacters } from "../base/escape-html.ts";
import { articleSlug } from "../body/body-links.ts";
import type { Body } from "../body/blocks.ts";
import { parseBody } from "../body/parse-body.ts";
import type { MarkdownDialect } from "../render/markdown/markdown-dialect.ts";
import { outlineOf } from "../render/outline.ts";
import { printMarkdown } from "../render/markdown/print-markdown.ts";
import { safeHref, safeImageSrc } from "../render/safe-url.ts";
import type { ExportOptions } from "./export-format.ts";

/** How a program reads Markdown other than CommonMark does. */
export interface Reader {
  readonly reshape: (body: Body) => Body;
  readonly text: MarkdownDialect["text"];
  readonly code: MarkdownDialect["code"];
  readonly image: (src: string) => string;
}

/** The body as Markdown that `reader` shows as stet does; no body is an empty string. */
export function printBody({ body: markdown }: Article, reader: Reader, options: ExportOptions): string {
  const body = reader.reshape(parseBody(dropIllegalCharacters(markdown)));
  const outline = outlineOf(body);
  return printMarkdown(body, {
    text: reader.text,
    code: reader.code,
    link: (href) => linkTarget(href, options),
    image: (src) => imageTarget(src, reader),
    level: (heading) => outline.get(heading) ?? 2,
  });
}

function linkTarget(href: string, { linkTo }: ExportOptions): string | undefined {
  const slug = articleSlug(href);
  const target = slug === undefined ? href : linkTo?.(slug);
  return target === undefined ? undefined : safeHref(target);
}

function imageTarget(src: string, reader: Reader): string | undefined {
  const safe = safeImageSrc(src);
  return safe === undefined ? undefined : reader.image(safe);
}
