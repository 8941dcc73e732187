// Turns what the YAML library says into what a journalist can act on: the place the mistake was made (the library
// often names the place where it noticed), plain words, and a corrected line that has been tried and reads right.
import { Lexer } from "yaml";
import { correctLine, lineHolding, splitComment } from "../correct-line.ts";
import { explainMissingQuotes, type Explanation } from "./explain-quotes.ts";
import { fieldNamed } from "../fields.ts";
import type { YamlFinding } from "./read-yaml.ts";
import { lineEnd } from "./text-position.ts";

/** What to say about one finding. Pure; reads the text up to four more times to try a correction. */
export function explainYaml(text: string, finding: YamlFinding): Explanation {
  const { rawCode, ...said } = finding;
  if (rawCode === undefined) return said;
  if (finding.code === "yaml-lost-text") return explainMissingQuotes(text, finding) ?? said;
  return (
    explainConflict(text) ??
    explainTab(text, finding) ??
    explainOpenQuote(text, finding) ??
    explainOpenBracket(text, finding) ??
    explainEscape(text, finding) ??
    explainMissingQuotes(text, finding) ??
    explainIndentedKey(text, finding) ??
    explainStrayLine(text, finding) ?? { ...said, message: plainWords(finding.message) }
  );
}

const syntax = { code: "yaml-syntax" } as const;

function explainConflict(text: string): Explanation | undefined {
  const marker = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text);
  if (marker === null) return undefined;
  return {
    ...syntax,
    message: "an unresolved merge conflict begins here",
    hint: "keep one side and remove the <<<<<<<, ======= and >>>>>>> lines",
    offset: marker.index,
  };
}

function explainTab(text: string, finding: YamlFinding): Explanation | undefined {
  const line = lineHolding(text, finding.offset);
  // Bounded: a line of millions of tabs is no indent that could be corrected.
  const [indent = ""] = /^[ \t]{0,1000}/.exec(line.source) ?? [];
  if (!indent.includes("\t")) return undefined;
  const written = line.source.slice(indent.length);
  const asSpaces = correctLine(text, line, { before: indent.replaceAll("\t", "  "), written });
  return {
    ...syntax,
    message: "this line starts with a tab; YAML wants spaces",
    offset: line.start + indent.indexOf("\t"),
    ...(asSpaces.correction === undefined ? correctLine(text, line, { before: "", written }) : asSpaces),
  };
}

function explainOpenQuote(text: string, finding: YamlFinding): Explanation | undefined {
  if (finding.rawCode !== "MISSING_CHAR" || !/closing ['"]/.test(finding.message)) return undefined;
  const opening = startOfLexeme(text, finding.offset);
  if (ELISION.test(text.slice(opening, opening + 8)))
    return explainMissingQuotes(text, { ...finding, offset: opening });
  const line = lineHolding(text, opening);
  const before = line.source.slice(0, opening - line.start);
  const { value, comment } = splitComment(line.source.slice(before.length));
  const corrected = correctLine(text, line, {
    before,
    written: value + text.slice(opening, opening + 1),
    after: comment,
  });
  return { ...syntax, message: "this quote is never closed", offset: opening, ...corrected };
}

/** Words that begin with an apostrophe, not with a quote. */
const ELISION = /^'(?:tis|twas|til|em|cause|round|bout|n|\d0s)\b/i;

/** Where the lexeme that ends at `end` begins: the library names only the end of a quoted text. */
function startOfLexeme(text: string, end: number): number {
  let start = 0;
  for (const { offset, lexeme } of lexemesOf(text)) {
    start = offset;
    if (offset + lexeme.length >= end) break;
  }
  return start;
}

function* lexemesOf(text: string): Generator<{ readonly offset: number; readonly lexeme: string }> {
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // A control character here is the lexer's announcement, not text.
    if (/^[\u0002\u0018\u001F]$/.test(lexeme)) continue;
    yield { offset, lexeme };
    offset += lexeme.length;
  }
}

function explainOpenBracket(text: string, finding: YamlFinding): Explanation | undefined {
  if (!/^Flow (?:sequence|map) in block collection/.test(finding.message)) return undefined;
  const open = openBrackets(text, finding.offset);
  const line = lineHolding(text, open.at(-1) ?? finding.offset);
  const [opening, ...inner] = open.filter((offset) => offset >= line.start);
  if (opening === undefined) return undefined;
  const asText = explainMissingQuotes(text, { ...finding, offset: opening });
  if (asText !== undefined) return asText;
  const closing = [opening, ...inner]
    .map((offset) => (text.startsWith("[", offset) ? "]" : "}"))
    .toReversed();
  const { value, comment } = splitComment(line.source);
  return {
    ...syntax,
    message: `this bracket is never closed with ${closing.at(-1) ?? "]"}`,
    offset: opening,
    ...correctLine(text, line, { before: value, written: closing.join(""), after: comment, mendsAll: true }),
  };
}

/** The brackets before `end` that nothing closes, the outermost first. */
function openBrackets(text: string, end: number): readonly number[] {
  const open: number[] = [];
  for (const { offset, lexeme } of lexemesOf(text)) {
    if (offset >= end) break;
    if (lexeme === "[" || lexeme === "{") open.push(offset);
    else if (lexeme === "]" || lexeme === "}") open.pop();
  }
  return open;
}

function explainEscape(text: string, finding: YamlFinding): Explanation | undefined {
  if (finding.rawCode !== "BAD_DQ_ESCAPE") return undefined;
  const line = lineHolding(text, finding.offset);
  const before = line.source.slice(0, finding.offset - line.start);
  const written = line.source
    .slice(before.length)
    .replace(/\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[0abefnrtvN_LP "/\\]|)/g, (escape, known) =>
      known === "" ? "\\\\" : escape,
    );
  return {
    ...syntax,
    message: "a backslash in double quotes needs a second one",
    offset: finding.offset,
    ...correctLine(text, line, { before, written }),
  };
}

/** A key indented further than the one above it, which the library takes for a mapping inside that one's text. */
function explainIndentedKey(text: string, finding: YamlFinding): Explanation | undefined {
  if (!finding.message.startsWith("Nested mappings")) return undefined;
  const above = lineHolding(text, finding.offset);
  const line = lineHolding(text, lineEnd(text, above.start));
  const key = /^ +(?=[\w-]+:(?: |$))/.exec(line.source);
  if (key === null || line.start <= above.start) return undefined;
  const [before = ""] = /^ */.exec(above.source) ?? [];
  return {
    ...syntax,
    message: "this line is indented further than the line above it",
    offset: line.start + key[0].length,
    ...correctLine(text, line, { before, written: line.source.trimStart() }),
  };
}

const STRAY =
  /^(?:Implicit (?:map )?keys|Unexpected scalar|Block collections are not allowed|Plain value cannot)/;

function explainStrayLine(text: string, finding: YamlFinding): Explanation | undefined {
  const line = lineHolding(text, finding.offset);
  if (!STRAY.test(finding.message) || line.source.trim() === "") return undefined;
  const [, key = "", value = ""] = /^([\w-]+):(\S.*)$/.exec(line.source) ?? [];
  if (fieldNamed(key) !== undefined) {
    const corrected = correctLine(text, line, { before: `${key}: `, written: value });
    return {
      ...syntax,
      message: "a blank must follow the colon",
      offset: line.start + key.length + 1,
      ...corrected,
    };
  }
  if (/^\s*[\w-]+:(?: |$)/.test(line.source)) return undefined;
  const corrected = correctLine(text, line, { before: "  ", written: line.source });
  const note = "indented by two spaces it goes on the field above";
  return {
    ...syntax,
    message: "this line belongs to no field",
    offset: line.start,
    ...(corrected.correction === undefined ? {} : { note }),
    ...corrected,
  };
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^All (?:mapping|sequence) items must start at the same column/,
    "this line is indented differently from the ones above it",
  ],
  [
    /^A block sequence may not be used as an implicit map key/,
    "a list item stands where a field should begin",
  ],
  [/^Block scalar header/, "nothing but a comment may follow | or > on its line"],
  [/^Nested mappings are not allowed/, 'a second ": " is not allowed without quotes'],
  [
    /^(?:Unexpected scalar|Unexpected block-\w+ token) at node end/,
    "this does not go on what stands before it",
  ],
];

function plainWords(message: string): string {
  const known = WORDS.find(([pattern]) => pattern.test(message))?.[1];
  return known ?? message.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()).replace(/[.\s]+$/, "");
}
