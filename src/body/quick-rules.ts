// What markdown-it does with plain words, done sooner: most blocks of a body are paragraphs of one line, and most of those
// hold nothing but words. A differential fuzz holds the tokens to what they are without this.
import type MarkdownIt from "markdown-it";

type CoreRule = Parameters<MarkdownIt["core"]["ruler"]["at"]>[1];
type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["before"]>[2];
type BlockState = Parameters<BlockRule>[0];

/** Lets a parser take plain words the short way; to be called when it has all its other rules. */
export function hasten(parser: MarkdownIt): void {
  parser.core.ruler.at("normalize", normalize);
  parser.block.State = class extends parser.block.State {
    constructor(...[text, ...others]: ConstructorParameters<MarkdownIt["block"]["State"]>) {
      super("", ...others);
      this.src = text;
      markLines(this);
    }
  };
  parser.block.ruler.before("table", "plain_paragraph", plainParagraph);
  hastenInlines(parser);
}

/** Where any rule for what stands within a line begins. */
const MARKED = /[\n!#$%&*+\-:<=>@[\]\\^_`{}~]/;

function hastenInlines({ inline, core }: MarkdownIt): void {
  const parse = inline.parse.bind(inline);
  const { Token } = core.State.prototype;
  inline.parse = (text, parser, env, tokens) => {
    if (text === "" || MARKED.test(text)) {
      parse(text, parser, env, tokens);
      return;
    }
    const words = new Token("text", "", 0);
    words.content = text;
    tokens.push(words);
  };
}

const normalize: CoreRule = (state) => {
  if (state.src.includes("\r")) state.src = state.src.replaceAll(/\r\n?/g, "\n");
  if (state.src.includes("\0")) state.src = state.src.replaceAll("\0", "\uFFFD");
};

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** Where lines begin and end, and how deep they are indented: markdown-it looks at every character for that. */
function markLines(state: BlockState): void {
  const { src } = state;
  const begins: number[] = [];
  const ends: number[] = [];
  const shifts: number[] = [];
  const columns: number[] = [];
  for (let start = 0; start < src.length;) {
    let first = start;
    let column = 0;
    for (let code = src.charCodeAt(first); code === SPACE || code === TAB; code = src.charCodeAt(++first))
      column += code === TAB ? 4 - (column % 4) : 1;
    // Blanks that no end of a line comes after are no line.
    if (first === src.length) break;
    const newline = src.indexOf("\n", first);
    const end = newline === -1 ? src.length : newline;
    begins.push(start);
    ends.push(end);
    shifts.push(first - start);
    columns.push(column);
    start = end + 1;
  }
  state.lineMax = begins.length;
  // One more, which ends the last.
  begins.push(src.length);
  ends.push(src.length);
  shifts.push(0);
  columns.push(0);
  state.bMarks = begins;
  state.eMarks = ends;
  state.tShift = shifts;
  state.sCount = columns;
  state.bsCount = begins.map(() => 0);
}

/** A line that begins with a letter, and that no line goes on with, is a paragraph to every rule there is. */
const plainParagraph: BlockRule = (state, startLine, endLine) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!isLetter(state.src.charCodeAt(start))) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (startLine + 1 < endLine && !state.isEmpty(startLine + 1)) return false;
  state.line = startLine + 1;
  const map: [number, number] = [startLine, startLine + 1];
  state.push("paragraph_open", "p", 1).map = map;
  const inline = state.push("inline", "", 0);
  // Not from the letter on: behind marks of lists and tabs markdown-it takes some of what is before it for words.
  inline.content = trimmed(state.getLines(startLine, startLine + 1, state.blkIndent, false));
  inline.map = [...map];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  return true;
};

/** Any letter, and any other character beyond ASCII. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0x80;
}

/** The text without blanks around it: those of Markdown, not of Unicode. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === RETURN;
}
