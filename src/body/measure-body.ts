// What lists, exports and the index ask of a body, without parsing it where its Markdown cannot matter: its length in
// words and who is quoted. Nine of ten bodies are plain enough.
import type { Body } from "./blocks.ts";
import { countWords, countWordsOf } from "./count-words.ts";
import { parseBody } from "./parse-body.ts";
import { pullQuotes, type QuotedWords } from "./pull-quotes.ts";

export interface BodyMeasure {
  /** As countWords counts them. */
  readonly words: number;
  /** As pullQuotes finds them. */
  readonly quotes: readonly QuotedWords[];
}

/** Signs with which Markdown takes words out of what is read, or puts some in: links, HTML, entities, tables, code, escapes. */
const MAY_CHANGE_WORDS = /[[\]<&|`\\\0]|~~~|^[\s>*+-]*[0-9]{1,9}[.)]/m;

/** A line of a quote that begins with a dash: without one nobody is named as its speaker. */
const MAY_NAME_SPEAKER = /^[^\n]*>[\s>]*(?:—|--|―)/m;

/** The same as parsing it, at a tenth of the cost where the body is plain. `parse` is for who needs the body anyway. */
export function measureBody(markdown: string, parse: () => Body = () => parseBody(markdown)): BodyMeasure {
  const isPlain = !MAY_CHANGE_WORDS.test(markdown);
  const mayQuote = MAY_NAME_SPEAKER.test(markdown);
  if (isPlain && !mayQuote) return { words: countWordsOf(markdown), quotes: [] };
  const body = parse();
  return { words: countWords(body), quotes: mayQuote ? pullQuotes(body) : [] };
}
