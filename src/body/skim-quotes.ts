// The pull quotes of a body without parsing it, where they are plainly set: a blank line before and behind, `>` before
// each line, words without marks. Whenever one could be anything else this gives up, and the parser decides: a
// differential fuzz holds this to it.
import { DASH } from "./newsroom-blocks.ts";
import type { QuotedWords } from "./pull-quotes.ts";
import { LINK } from "./skim-links.ts";

/**
 * As pullQuotes finds them in a body that has no code, HTML, escapes, references to characters or tables, and whose links
 * are cut down to their words by skimLinks; undefined where the parser must look. O(markdown).
 */
export function skimQuotes(markdown: string): QuotedWords[] | undefined {
  if (!MAY_NAME_SPEAKER.test(markdown)) return [];
  const quotes: QuotedWords[] = [];
  let end = 0;
  for (let start = markdown.indexOf(">"); start !== -1; start = markdown.indexOf(">", end)) {
    if (start > 0 && !markdown.startsWith("\n\n", start - 2)) return undefined;
    end = endOfBlock(markdown, start);
    const lines = linesOf(markdown.slice(start, end));
    const quote = lines && quoteOf(lines);
    if (quote === undefined) return undefined;
    quotes.push(...quote);
  }
  return quotes;
}

/**
 * A quote whose line begins with a dash: without one nobody is named as its speaker. Looked for from the dash backwards,
 * because a body can be nothing but `>`.
 */
const MAY_NAME_SPEAKER = /(?:—|--|―)(?<=>[\s>]*(?:—|--|―))/;

function endOfBlock(markdown: string, start: number): number {
  const end = markdown.indexOf("\n\n", start);
  return end === -1 ? markdown.length : end;
}

/** A line that begins with no mark of a block, or says nothing. */
const LINE = /^>(?: (?:-- ?)?[\0\p{L}\p{N}“”„«»‘’"'(¿¡…—–―*_](?:[^~[\]>\r]*[^\s~[\]>])?| ?)$/u;

/** What its lines say, without the `>`. */
function linesOf(block: string): string[] | undefined {
  const lines = block.replace(/\n$/, "").split("\n");
  return lines.every((line) => LINE.test(line)) ? lines.map((line) => line.slice(2)) : undefined;
}

/**
 * The quote, or none where no speaker is named; undefined where that is a link, which articleLinks has before those of the
 * quote.
 */
function quoteOf(lines: readonly string[]): QuotedWords[] | undefined {
  const said = lines.join("\n").replace(EMPHASIS, "$2");
  if (said.includes("*") || said.includes("_")) return undefined;
  const paragraphs = said.split(/\n\n+/).filter((paragraph) => paragraph.trim() !== "");
  const speaker = paragraphs.pop() ?? "";
  if (paragraphs.length === 0 || !DASH.test(speaker)) return [];
  const source = speaker.replace(DASH, "").trim();
  if (source === "" || speaker.includes(LINK)) return undefined;
  const text = paragraphs.map((paragraph) => paragraph.trim().replaceAll("\n", " ")).join("\n\n");
  return [{ text: text.replaceAll(LINK, ""), source }];
}

/** Marks around words that can only begin and end an emphasis, because blanks or punctuation stand around those. */
const EMPHASIS = /(?<![^\s“‘«(])(\*\*?|__?)([\p{L}\p{N}](?:[^*_\n\0]*[\p{L}\p{N}])?)\1(?=[\s.,;:!?”’»)]|$)/gu;
