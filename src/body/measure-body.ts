// What lists, exports and the index ask of a body, without parsing it where it is plainly written: its length in words,
// who is quoted and what it points at. A parse costs twenty times as much.
import { articleLinks, imagesOf } from "./body-links.ts";
import { countWords, countWordsOf } from "./count-words.ts";
import { parseBody } from "./parse-body.ts";
import { pullQuotes, type QuotedWords } from "./pull-quotes.ts";
import { skimLinks } from "./skim-links.ts";
import { skimQuotes } from "./skim-quotes.ts";

export interface BodyMeasure {
  /** As countWords counts them. */
  readonly words: number;
  /** As pullQuotes finds them. */
  readonly quotes: readonly QuotedWords[];
  /** As articleLinks gives them. */
  readonly articles: readonly string[];
  /** As imagesOf gives them. */
  readonly images: readonly string[];
}

/** The same as parsing it. */
export function measureBody(markdown: string): BodyMeasure {
  return skimBody(markdown) ?? readBody(markdown);
}

/** Signs with which Markdown takes words out of what is read, or puts some in: HTML, code, escapes, tables, a fence. */
const SIGNS = ["<", "`", "\\", "|", "\0", "~~~"];

/** The number of a list's item, and what is found sooner where there is none. */
const NUMBER = /^[ \t>*+-]*[0-9]{1,9}[.)](?=\s|$)/m;
const MAY_NUMBER = /[0-9][.)](?:\s|$)/;
/** The name or number of a character. */
const CHARACTER = /&#?\w+;/;

function skimBody(markdown: string): BodyMeasure | undefined {
  if (SIGNS.some((sign) => markdown.includes(sign))) return undefined;
  if (MAY_NUMBER.test(markdown) && NUMBER.test(markdown)) return undefined;
  if (markdown.includes("&") && CHARACTER.test(markdown)) return undefined;
  const links = skimLinks(markdown);
  const quotes = links && skimQuotes(links.text);
  if (links === undefined || quotes === undefined) return undefined;
  return { words: countWordsOf(links.text), quotes, articles: links.articles, images: links.images };
}

function readBody(markdown: string): BodyMeasure {
  const body = parseBody(markdown);
  const pointing = MAY_POINT.test(markdown) ? body : { blocks: [], footnotes: [] };
  return {
    words: countWords(body),
    quotes: pullQuotes(body),
    articles: articleLinks(pointing),
    images: imagesOf(pointing),
  };
}

/** Only a body that looks as if it pointed somewhere is searched for it. */
const MAY_POINT = /!\[|article:/i;
