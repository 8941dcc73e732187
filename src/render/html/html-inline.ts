// Inlines as HTML: one case per kind, text escaped here, once, last.
import type { FootnoteReference, Inline, InlineImage, Link } from "../../body/blocks.ts";
import { escapeHtml } from "../../base/escape-html.ts";
import { inlineText } from "../../body/plain-text.ts";
import type { HtmlDialect } from "./html-dialect.ts";

/** The HTML of a run of inlines. Inside a link no further link is written, because HTML allows none. */
export function htmlInlines(inlines: readonly Inline[], dialect: HtmlDialect, inLink = false): string {
  return inlines.map((inline) => htmlInline(inline, dialect, inLink)).join("");
}

function htmlInline(inline: Inline, dialect: HtmlDialect, inLink: boolean): string {
  switch (inline.type) {
    case "text":
      return escapeHtml(inline.text);
    case "soft-break":
      return "\n";
    case "hard-break":
      return `<br${dialect.voidEnd}\n`;
    case "emphasis":
      return `<em>${htmlInlines(inline.children, dialect, inLink)}</em>`;
    case "strong":
      return `<strong>${htmlInlines(inline.children, dialect, inLink)}</strong>`;
    case "strike":
      return `<s>${htmlInlines(inline.children, dialect, inLink)}</s>`;
    case "code-span":
      return `<code>${escapeHtml(inline.text)}</code>`;
    case "link":
      return htmlLink(inline, dialect, inLink);
    case "image":
      return htmlImage(inline, dialect);
    case "raw-inline":
      return inline.html;
    case "footnote-reference":
      return htmlReference(inline, dialect, inLink);
  }
}

function htmlLink({ href, title, children }: Link, dialect: HtmlDialect, inLink: boolean): string {
  const address = inLink ? undefined : dialect.href(href);
  if (address === undefined) return htmlInlines(children, dialect, inLink);
  return `<a href="${escapeHtml(address)}"${titleAttribute(title)}>${htmlInlines(children, dialect, true)}</a>`;
}

function htmlImage({ src, alt, title }: InlineImage, dialect: HtmlDialect): string {
  const address = dialect.src(src);
  const text = escapeHtml(inlineText(alt));
  if (address === undefined) return text;
  return `<img src="${escapeHtml(address)}" alt="${text}"${titleAttribute(title)}${sizeAttributes(src, dialect)}${dialect.voidEnd}`;
}

/** Width and height where they are known; only then may an image load late, because nothing moves when it comes. */
export function sizeAttributes(src: string, { sizeOf }: HtmlDialect): string {
  const size = sizeOf?.(src);
  return size === undefined ? "" : ` width="${size.width}" height="${size.height}" loading="lazy"`;
}

function titleAttribute(title: string | undefined): string {
  return title === undefined ? "" : ` title="${escapeHtml(title)}"`;
}

function htmlReference(reference: FootnoteReference, dialect: HtmlDialect, inLink: boolean): string {
  const { number } = reference;
  const id = `${dialect.idPrefix}fnref-${referenceId(reference)}`;
  if (inLink) return `<sup id="${escapeHtml(id)}">${number}</sup>`;
  const href = `#${encodeURI(dialect.idPrefix)}fn-${number}`;
  const label = `${dialect.noteLabel} ${number}`;
  return `<sup><a href="${escapeHtml(href)}" id="${escapeHtml(id)}" aria-label="${escapeHtml(label)}">${number}</a></sup>`;
}

/** The end of a reference's id: the note's number, and from the second reference to it on which one it is. */
export function referenceId({ number, occurrence }: Omit<FootnoteReference, "type">): string {
  return occurrence === 1 ? `${number}` : `${number}-${occurrence}`;
}
