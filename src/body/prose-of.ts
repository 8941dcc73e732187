// A body with everything blanked that no reader takes for its words: for checks of the words themselves, which then
// know where in the source they stand. Made of the text alone, because the tree of blocks has lost the places.
import { markdownParser } from "./markdown-parser.ts";

/** The body, as long and with the same lines, with code, addresses and reference labels blanked. O(body). */
export function proseOf(markdown: string): string {
  return ADDRESSES.reduce(
    (text, { sign, pattern }) => (text.includes(sign) ? text.replace(pattern, blank) : text),
    withoutCode(markdown),
  );
}

/** The body, as long and with the same lines, with code blocks and code spans blanked. O(body). */
export function withoutCode(markdown: string): string {
  const text = MAY_BE_BLOCK.test(markdown) ? withoutCodeBlocks(markdown) : markdown;
  return text.includes("`") ? withoutCodeSpans(text) : text;
}

const MAY_BE_BLOCK = /^[ \t>*+\-\d.)]*(?:```|~~~|[ ]{4}|\t)/m;

/**
 * The destination of a link or image and its title, a reference's label, its definition, an autolink, a bare address, a
 * mail address: each looked for only where its sign is. The counts bound what an opening without an end may cost.
 */
const ADDRESSES: readonly { readonly sign: string; readonly pattern: RegExp }[] = [
  {
    sign: "](",
    pattern:
      /(?<=\])\((?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,3})(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'))?\s{0,9}\)/g,
  },
  { sign: "][", pattern: /(?<=\])\[[^\]\n]{0,500}\]/g },
  { sign: "]:", pattern: /^ {0,3}\[(?!\^)[^\]\n]{1,500}\]:.*/gm },
  { sign: "<", pattern: /<[a-z][a-z0-9+.-]{0,40}:[^\s<>]{0,2000}>/gi },
  { sign: "://", pattern: /\bhttps?:\/\/[^\s<>)\]]+/gi },
  { sign: "www.", pattern: /\bwww\.[^\s<>)\]]+/g },
  { sign: "@", pattern: /[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g },
];

function blank(found: string): string {
  return found.replace(/[^\n]/g, " ");
}

/** Which lines are code is the parser's to say. */
function withoutCodeBlocks(markdown: string): string {
  const lines = markdown.split("\n");
  for (const { type, map } of markdownParser("newsroom").parse(markdown, {})) {
    if ((type !== "fence" && type !== "code_block") || map === null) continue;
    for (let line = map[0]; line < map[1]; line++) lines[line] = blank(lines[line] ?? "");
  }
  return lines.join("\n");
}

/** A run of backticks is closed by the next run of the same length in its paragraph (CommonMark 6.1). */
function withoutCodeSpans(text: string): string {
  const runs = [...text.matchAll(/`+|\n[ \t]*\n/g)];
  const closers = closersOf(runs.map(([run]) => run));
  let said = "";
  let end = 0;
  for (let at = 0; at < runs.length; at++) {
    const closer = runs[closers[at] ?? -1];
    const open = runs[at];
    if (closer === undefined || open === undefined) continue;
    said += text.slice(end, open.index);
    end = closer.index + closer[0].length;
    said += blank(text.slice(open.index, end));
    at = closers[at] ?? at;
  }
  return said + text.slice(end);
}

/** For each run the number of the one that closes it. */
function closersOf(runs: readonly string[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closers: (number | undefined)[] = [];
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at] ?? "";
    if (run.startsWith("\n")) next.clear();
    else {
      closers[at] = next.get(run.length);
      next.set(run.length, at);
    }
  }
  return closers;
}
