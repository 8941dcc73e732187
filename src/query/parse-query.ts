// Query text -> tree, by the grammar of docs/query.md: or over and over not over a term, a word, a phrase or a group.
import { QUERY_NAME } from "../article/settings.ts";
import { StetError } from "../base/stet-error.ts";
import { badQuery } from "./bad-query.ts";
import { joinNodes } from "./join-nodes.ts";
import { printQuery } from "./print-query.ts";
import type { Query, QueryContext, QueryNode } from "./query.ts";
import { phraseOf, readTerm } from "./read-term.ts";
import { readTokens, type Token, type WordToken } from "./read-tokens.ts";
import { rebuildQuery } from "./rebuild-query.ts";

/** More groups in groups than anybody writes, saved queries among them; bounds the recursion. */
const DEEPEST = 50;

interface Parse {
  readonly query: string;
  readonly tokens: readonly Token[];
  readonly context: QueryContext;
  /** What stands for the tokens that call saved queries, canonically. */
  readonly saved: Map<Token, string>;
  at: number;
  depth: number;
}

/** The words of a command line, as rebuildQuery joins them. No word at all is every article. */
export function parseQuery(words: readonly string[], context: QueryContext): Query {
  return parseQueryText(rebuildQuery(words), context);
}

/**
 * A whole query in the full grammar, which may itself stand `depth` groups deep. Throws StetError usage/bad-query with a
 * caret and a form that works.
 */
export function parseQueryText(query: string, context: QueryContext, depth = 0): Query {
  const tokens = readTokens(query, context.ownFields);
  if (tokens.length === 0) return { node: { kind: "all" }, canonical: "" };
  const parse: Parse = { query, tokens, context, saved: new Map(), at: 0, depth };
  const node = parseOr(parse);
  const rest = parse.tokens[parse.at];
  if (rest !== undefined)
    throw badQuery(query, rest.start, "this parenthesis was never opened", "remove it, or quote it");
  return { node, canonical: printQuery(tokens, parse.saved) };
}

function parseOr(parse: Parse): QueryNode {
  const nodes = [parseAnd(parse)];
  while (kindAt(parse) === "or") {
    parse.at++;
    nodes.push(parseAnd(parse));
  }
  return joinNodes("or", nodes);
}

function parseAnd(parse: Parse): QueryNode {
  const nodes = [parseNot(parse)];
  for (
    let kind = kindAt(parse);
    kind !== undefined && kind !== "or" && kind !== "close";
    kind = kindAt(parse)
  ) {
    if (kind === "and") parse.at++;
    nodes.push(parseNot(parse));
  }
  return joinNodes("and", nodes);
}

function parseNot(parse: Parse): QueryNode {
  let isNegated = false;
  while (kindAt(parse) === "not") {
    isNegated = !isNegated;
    parse.at++;
  }
  const node = parsePrimary(parse);
  return isNegated ? { kind: "not", node } : node;
}

function parsePrimary(parse: Parse): QueryNode {
  const token = parse.tokens[parse.at];
  if (token === undefined)
    throw badQuery(parse.query, parse.query.length, "something is missing here", "a word or field:value");
  parse.at++;
  switch (token.kind) {
    case "open":
      return parseGroup(parse, token.start);
    case "field":
      return readTerm(parse.query, token, parse.context);
    case "phrase":
      return readWords(parse, token.text, token.start);
    case "word":
      return readSaved(parse, token) ?? readWords(parse, token.text, token.start);
    case "close":
    case "or":
    case "and":
    case "not":
      throw badQuery(parse.query, token.start, "something is missing before this", "a word or field:value");
  }
}

/** What holds no letter or number would find everything, and its negation nothing: it is refused. */
function readWords({ query }: Parse, text: string, start: number): QueryNode {
  const phrase = phraseOf(text);
  if (phrase.words.length > 0) return { kind: "words", phrase };
  throw badQuery(query, start, "there is no word to look for here", "a word or field:value");
}

/** The tree of the saved query that a word calls: whatever its text holds, it is one operand. */
function readSaved(parse: Parse, token: WordToken): QueryNode | undefined {
  const name = SAVED.exec(token.text)?.[1];
  const { saved } = parse.context;
  if (name === undefined || saved === undefined) return undefined;
  goDeeper(parse, token.start);
  const { node, canonical } = placingAt(parse, token, () => saved(name, parse.depth));
  parse.saved.set(token, canonical);
  parse.depth--;
  return node;
}

const SAVED = new RegExp(`^@(${QUERY_NAME.source})$`, "u");

/** What has no place in the saved query is wrong with the call: there is none of that name, or it comes back to itself. */
function placingAt<Value>({ query }: Parse, { start }: WordToken, call: () => Value): Value {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof StetError) || error.details.where !== undefined) throw error;
    throw badQuery(query, start, error.message, error.details.hint ?? "");
  }
}

function goDeeper(parse: Parse, start: number): void {
  parse.depth++;
  if (parse.depth > DEEPEST)
    throw badQuery(parse.query, start, `groups are nested more than ${DEEPEST} deep`, "fewer parentheses");
}

function parseGroup(parse: Parse, start: number): QueryNode {
  goDeeper(parse, start);
  const node = parseOr(parse);
  if (kindAt(parse) !== "close")
    throw badQuery(parse.query, start, "this parenthesis is never closed", parse.query + missingEnds(parse));
  parse.at++;
  parse.depth--;
  return node;
}

/** Of this group and of those around it. */
function missingEnds({ tokens }: Parse): string {
  const count = (kind: Token["kind"]): number => tokens.filter((token) => token.kind === kind).length;
  return ")".repeat(Math.max(1, count("open") - count("close")));
}

function kindAt({ tokens, at }: Parse): Token["kind"] | undefined {
  return tokens[at]?.kind;
}
