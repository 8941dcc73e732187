// The first look at an article's text: the lexer, which is iterative and linear, refuses whatever would make the
// composer after it slow, deep or silent (second documents, directives, anchors without end). One pass over the text:
// every lexeme that passes goes straight on to the library's parser, whose tokens read-yaml.ts composes.
import { Lexer, Parser, type CST } from "yaml";
import type { ErrorCode } from "../../base/stet-error.ts";
import type { Limits } from "../limits.ts";

/** Why a text must not reach the composer; `offset` is in UTF-16 code units. */
export interface ScanFinding {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
}

/** An `&anchor` or `!tag`, as written. */
export interface Property {
  readonly start: number;
  readonly source: string;
}

/** What one pass finds out: the reason to refuse the text, or the tokens of its one document. */
export interface YamlScan {
  readonly refused?: ScanFinding;
  readonly tokens: readonly CST.Token[];
  /** In the order of the text. */
  readonly properties: readonly Property[];
  /** The names that some `*alias` refers to. */
  readonly aliased: ReadonlySet<string>;
}

interface Scan {
  readonly limits: Limits;
  readonly tokens: CST.Token[];
  readonly properties: Property[];
  readonly aliased: Set<string>;
  offset: number;
  /** Spaces at the start of the line up to here; undefined once anything else has stood on it. */
  indent: number | undefined;
  /** The indentation of the first key. */
  topIndent: number | undefined;
  flowDepth: number;
  indicatorsOnLine: number;
  lexemes: number;
  header: number;
  aliases: number;
  body: "before" | "key" | "value" | "after";
}

// The lexer announces a document, the end of broken flow and a scalar by a control character that is not in the text.
const ANNOUNCEMENTS = new Set(["\u0002", "\u0018", "\u001F"]);
const SCALAR = "\u001F";

/** Reads `text` up to the first reason to refuse it. O(text), and no input makes it recurse. */
export function scanYaml(text: string, limits: Limits): YamlScan {
  const scan = newScan(limits);
  const parser = new Parser();
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isAnnounced: boolean = !isScalar && ANNOUNCEMENTS.has(lexeme);
    const refused = isAnnounced ? undefined : seeLexeme(scan, lexeme, isScalar);
    if (refused !== undefined) return { ...scan, refused };
    isScalar = isAnnounced && lexeme === SCALAR;
    for (const token of parser.next(lexeme)) scan.tokens.push(token);
  }
  for (const token of parser.end()) scan.tokens.push(token);
  const refused = secondDocument(scan.tokens);
  return refused === undefined ? scan : { ...scan, refused };
}

function newScan(limits: Limits): Scan {
  return {
    limits,
    tokens: [],
    properties: [],
    aliased: new Set(),
    offset: 0,
    indent: 0,
    topIndent: undefined,
    flowDepth: 0,
    indicatorsOnLine: 0,
    lexemes: 0,
    header: 0,
    aliases: 0,
    body: "before",
  };
}

function secondDocument(tokens: readonly CST.Token[]): ScanFinding | undefined {
  const second = tokens.filter((token) => token.type === "document")[1];
  if (second === undefined) return undefined;
  return {
    code: "yaml-syntax",
    message: "a second YAML document begins here; everything after it would be lost",
    hint: 'indent the "---" by two spaces if it belongs to the body, or remove it',
    offset: second.offset,
  };
}

function seeLexeme(scan: Scan, lexeme: string, isScalar: boolean): ScanFinding | undefined {
  const isText = isScalar || lexeme.startsWith('"') || lexeme.startsWith("'");
  const finding = tooMuch(scan, lexeme, isText) ?? (isText ? undefined : seeIndicator(scan, lexeme));
  followBody(scan, lexeme, isText);
  followLine(scan, lexeme);
  scan.offset += lexeme.length;
  return finding;
}

function followLine(scan: Scan, lexeme: string): void {
  // The text of a block without any.
  if (lexeme === "") return;
  if (lexeme.includes("\n")) scan.indicatorsOnLine = 0;
  if (lexeme.endsWith("\n") || lexeme === "\uFEFF") scan.indent = 0;
  else scan.indent = scan.indent === 0 && /^ +$/.test(lexeme) ? lexeme.length : undefined;
}

/** The value of the first top-level `body` key does not count as header. */
function followBody(scan: Scan, lexeme: string, isText: boolean): void {
  if (isText && scan.flowDepth === 0) scan.topIndent ??= scan.indent;
  if (scan.body === "before" && isText && isTopLevel(scan) && /^["']?body["']?$/.test(lexeme))
    scan.body = "key";
  else if (scan.body === "key" && lexeme.trim() !== "") scan.body = lexeme === ":" ? "value" : "before";
  else if (scan.body === "value" && isText) scan.body = "after";
}

function isTopLevel(scan: Scan): boolean {
  return scan.flowDepth === 0
    ? scan.indent !== undefined && scan.indent === scan.topIndent
    : scan.flowDepth === 1;
}

function tooMuch(scan: Scan, lexeme: string, isText: boolean): ScanFinding | undefined {
  if (scan.body === "value" && isText) return tooMuchBody(scan, lexeme);
  scan.lexemes++;
  scan.header += lexeme.length;
  const { headerCharacters, tokens } = scan.limits;
  if (scan.header > headerCharacters) {
    return tooLarge(scan, `the fields before and after the body are over ${headerCharacters} characters`);
  }
  if (scan.lexemes > tokens) return tooLarge(scan, `more than ${tokens} YAML tokens outside the body`);
  return undefined;
}

function tooMuchBody(scan: Scan, body: string): ScanFinding | undefined {
  const { bodyLines, quotedCharacters } = scan.limits;
  if (/^["']/.test(body) && body.length > quotedCharacters) {
    const message = `the body is in quotes and over ${quotedCharacters} characters`;
    return {
      ...tooLarge(scan, message),
      hint: "write | and the text on the lines below, indented by two spaces",
    };
  }
  if (body.length <= bodyLines) return undefined;
  let lines = 1;
  for (let at = body.indexOf("\n"); at !== -1; at = body.indexOf("\n", at + 1)) lines++;
  return lines > bodyLines ? tooLarge(scan, `the body has more than ${bodyLines} lines`) : undefined;
}

function seeIndicator(scan: Scan, lexeme: string): ScanFinding | undefined {
  const { depth, anchors, aliases } = scan.limits;
  if (lexeme === "[" || lexeme === "{") scan.flowDepth++;
  else if (lexeme === "]" || lexeme === "}") scan.flowDepth = Math.max(0, scan.flowDepth - 1);
  else if (scan.flowDepth === 0 && /^[-?:]$/.test(lexeme)) scan.indicatorsOnLine++;
  else if (lexeme.startsWith("%")) return directive(scan, lexeme);
  else if (/^[&!]/.test(lexeme)) scan.properties.push({ start: scan.offset, source: lexeme });
  else if (lexeme.startsWith("*")) seeAlias(scan, lexeme);
  if (scan.flowDepth > depth) return tooLarge(scan, `brackets are nested more than ${depth} deep`);
  if (scan.indicatorsOnLine > depth) {
    return tooLarge(scan, `lists are nested more than ${depth} deep on one line`);
  }
  if (scan.properties.length > anchors) return tooLarge(scan, `more than ${anchors} anchors and tags`);
  if (scan.aliases > aliases) return tooLarge(scan, `more than ${aliases} aliases`);
  return undefined;
}

function seeAlias(scan: Scan, lexeme: string): void {
  scan.aliases++;
  scan.aliased.add(lexeme.slice(1));
}

function tooLarge(scan: Scan, message: string): ScanFinding {
  return { code: "too-large", message, offset: scan.offset };
}

function directive(scan: Scan, lexeme: string): ScanFinding {
  return {
    code: "yaml-syntax",
    message: `the directive ${lexeme.trim().split(/\s/)[0] ?? "%"} is not allowed in an article`,
    hint: "remove the line: stet reads YAML 1.2",
    offset: scan.offset,
  };
}
