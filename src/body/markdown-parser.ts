// markdown-it set up for newsroom copy: CommonMark 0.31.2, tables, strikethrough and footnotes, raw HTML kept as text.
// Nothing typed is lost: link schemes are judged by the renderer, and what is nested too deep stays as a paragraph.
import MarkdownIt, { type PluginSimple } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { hasten } from "./quick-rules.ts";

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["before"]>[2];
type InlineRule = Parameters<MarkdownIt["inline"]["ruler"]["before"]>[2];

// Token levels: a list takes two, a block quote one. Readers lose count at four; stack frames are safe far beyond.
const DEEPEST_BLOCK = 50;
const DEEPEST_INLINE = 100;
const LONGEST_FOOTNOTE_LABEL = 200;

const parsers = new Map<string, MarkdownIt>();

/** The parser of newsroom copy, or of strict CommonMark with raw HTML; made once each (about 2 ms). */
export function markdownParser(flavour: "newsroom" | "commonmark"): MarkdownIt {
  let parser = parsers.get(flavour);
  if (parser === undefined) {
    parser = slowMarkdownParser(flavour);
    hasten(parser);
    parsers.set(flavour, parser);
  }
  return parser;
}

/** A new one that takes no short way. */
export function slowMarkdownParser(flavour: "newsroom" | "commonmark"): MarkdownIt {
  const parser = flavour === "newsroom" ? newsroomParser() : new MarkdownIt("commonmark");
  keepAllText(parser);
  return parser;
}

/** Markdown's backslash escapes and character references in `text`, decoded. */
export function decodeMarkdownText(text: string): string {
  return markdownParser("newsroom").utils.unescapeAll(text);
}

function newsroomParser(): MarkdownIt {
  const parser = new MarkdownIt("default", { html: false });
  // Its types name the CommonJS face of the same markdown-it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  parser.use(footnotes as unknown as PluginSimple);
  // footnote-book.ts collects the notes: the plugin's own pass copies the whole text once per note.
  parser.core.ruler.disable("footnote_tail");
  // A note within the line, ^[so], is the plugin's own: no other reader of the Markdown knows it.
  parser.inline.ruler.disable("footnote_inline");
  parser.inline.ruler.before("footnote_ref", "long_footnote_label", longFootnoteLabel);
  return parser;
}

/** Links that markdown-it takes apart, encodes and puts together as they were: most links, and it takes 10 us for each. */
const PLAIN_LINK = /^(?:https?:\/\/[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){0,3}\/[\w.~/-]*|article:[a-z\d-]+)$/;

function keepAllText(parser: MarkdownIt): void {
  Object.assign(parser.options, { maxNesting: DEEPEST_INLINE });
  parser.validateLink = () => true;
  const normalizeLink = parser.normalizeLink.bind(parser);
  parser.normalizeLink = (url) => (PLAIN_LINK.test(url) ? url : normalizeLink(url));
  parser.normalizeLinkText = (url) => url;
  parser.inline.ruler.at("text", plainText);
  parser.block.ruler.before("table", "too_deep", tooDeep);
}

// markdown-it drops what lies beyond maxNesting; this rule, asked first, keeps it as a paragraph of its source.
const tooDeep: BlockRule = (state, startLine, endLine, silent) => {
  if (state.level < DEEPEST_BLOCK || silent) return false;
  let next = startLine + 1;
  while (next < endLine && (state.isEmpty(next) || (state.sCount[next] ?? 0) >= state.blkIndent)) next++;
  const content = state.getLines(startLine, next, state.blkIndent, false).trim();
  state.line = next;
  state.push("paragraph_open", "p", 1);
  const inline = state.push("inline", "", 0);
  inline.content = content;
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  return true;
};

/** What begins nothing for any rule: all but the characters that markdown-it's own rule of this name stops at. */
const PLAIN_TEXT = /[^\n!#$%&*+\-:<=>@[\]\\^_`{}~]+/y;

// As markdown-it's own rule, which looks at one character after the other: a quarter of the time of an article's body.
const plainText: InlineRule = (state, silent) => {
  PLAIN_TEXT.lastIndex = state.pos;
  if (!PLAIN_TEXT.test(state.src)) return false;
  const end = Math.min(PLAIN_TEXT.lastIndex, state.posMax);
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
};

// The plugin looks for the end of a label to the end of the line, from every `[^`: quadratic without a bound.
const longFootnoteLabel: InlineRule = (state, silent) => {
  if (!state.src.startsWith("[^", state.pos)) return false;
  const label = state.src.slice(state.pos, state.pos + LONGEST_FOOTNOTE_LABEL);
  if (/^\[\^[^\]\s]+\]/.test(label)) return false;
  if (!silent) state.pending += "[";
  state.pos++;
  return true;
};
