// The footnotes under a story as HTML: an ordered list whose items lead back to every place that refers to them.
import { escapeHtml } from "../../base/escape-html.ts";
import type { Block, Footnote } from "../../body/blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { HtmlDialect } from "./html-dialect.ts";
import { htmlInlines, referenceId } from "./html-inline.ts";

/** One `ol` of all notes, numbered as the text refers to them. */
export function htmlFootnotes(footnotes: readonly Footnote[], dialect: HtmlDialect): string {
  return ["<ol>", ...footnotes.map((note) => htmlFootnote(note, dialect)), "</ol>"].join("\n");
}

function htmlFootnote({ number, references, children }: Footnote, dialect: HtmlDialect): string {
  const id = escapeHtml(`${dialect.idPrefix}fn-${number}`);
  const back = backLinks(number, references, dialect);
  return `<li id="${id}">\n${withBackLinks(children, back, dialect)}\n</li>`;
}

/** The links stand at the end of the last paragraph, or alone. */
function withBackLinks(children: readonly Block[], back: string, dialect: HtmlDialect): string {
  const last = children.at(-1);
  if (last?.type !== "paragraph")
    return [htmlBlocks(children, dialect), back && `<p>${back}</p>`].filter(Boolean).join("\n");
  const paragraph = `<p>${htmlInlines(last.children, dialect)}${back && ` ${back}`}</p>`;
  return [htmlBlocks(children.slice(0, -1), dialect), paragraph].filter(Boolean).join("\n");
}

function backLinks(number: number, references: number, dialect: HtmlDialect): string {
  return Array.from({ length: references }, (_, index) => {
    const occurrence = index + 1;
    const href = `#${encodeURI(dialect.idPrefix)}fnref-${referenceId({ number, occurrence })}`;
    const label = occurrence === 1 ? dialect.backLabel : `${dialect.backLabel} (${occurrence})`;
    // U+FE0E keeps phones from drawing the arrow as an emoji.
    return `<a href="${escapeHtml(href)}" aria-label="${escapeHtml(label)}">↩\uFE0E</a>`;
  }).join(" ");
}
