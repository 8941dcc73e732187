// `--format` text -> template, read once before the first row: tokens nested by if, else and end (cli.md 1.4).
import { badTemplate } from "./bad-template.ts";
import { readTemplateTokens, type TemplateToken } from "./read-tokens.ts";
import type { Template, TemplateNode } from "./template.ts";

/** More choices in choices than anybody writes; bounds the recursion. */
const DEEPEST = 20;

/**
 * Reads `{slug|pad:24} {headline}` and its like. `fields` are the names that may stand in braces. A row ends with a
 * line break unless the text ends in `\0` or `\c`. Throws StetError usage/bad-template with the text, a caret and the
 * nearest name; a text that shows no field at all is refused too, because it is one written for another tool.
 */
export function parseTemplate(text: string, fields: readonly string[]): Template {
  const ending = /(?<!\\)(?:\\\\)*(\\[0c])$/.exec(text)?.[1];
  const body = ending === String.raw`\c` ? text.slice(0, -2) : text;
  const tokens = readTemplateTokens(body, fields);
  const nesting: Nesting = { text, tokens, at: 0, depth: 0 };
  const nodes = readNodes(nesting);
  const rest = tokens[nesting.at];
  if (rest !== undefined) throw badTemplate(text, rest.start, "there is no {if} before this", "{if embargo}");
  const named = new Set(tokens.flatMap(fieldsOf));
  if (named.size === 0) throw badTemplate(text, 0, "no field is named in it", "{slug} {headline}");
  return { nodes, fields: [...named], end: ending === undefined ? "\n" : "" };
}

function fieldsOf(token: TemplateToken): readonly string[] {
  if (token.kind === "field") return token.fields;
  return token.kind === "if" ? [token.field] : [];
}

interface Nesting {
  readonly text: string;
  readonly tokens: readonly TemplateToken[];
  at: number;
  depth: number;
}

/** The nodes up to an `{else}` or `{end}`, which is left to the caller. */
function readNodes(nesting: Nesting): TemplateNode[] {
  const nodes: TemplateNode[] = [];
  for (;;) {
    const token = nesting.tokens[nesting.at];
    const node = token && readNode(nesting, token);
    if (node === undefined) return nodes;
    nodes.push(node);
  }
}

function readNode(nesting: Nesting, token: TemplateToken): TemplateNode | undefined {
  if (token.kind === "else" || token.kind === "end") return undefined;
  nesting.at++;
  if (token.kind === "text") return { kind: "text", text: token.text };
  if (token.kind === "if") return readChoice(nesting, token);
  return { kind: "field", field: token.fields[0], steps: token.steps };
}

function readChoice(nesting: Nesting, opening: { field: string; start: number }): TemplateNode {
  const { text, tokens } = nesting;
  nesting.depth++;
  if (nesting.depth > DEEPEST)
    throw badTemplate(text, opening.start, `{if} is nested more than ${DEEPEST} deep`, "fewer of them");
  const shown = readNodes(nesting);
  const hasElse = tokens[nesting.at]?.kind === "else";
  if (hasElse) nesting.at++;
  const otherwise = hasElse ? readNodes(nesting) : [];
  const closing = tokens[nesting.at];
  if (closing?.kind === "else")
    throw badTemplate(text, closing.start, "this {if} has an {else} already", "{end}");
  if (closing === undefined) throw badTemplate(text, opening.start, "this {if} is never closed", "{end}");
  nesting.at++;
  nesting.depth--;
  return { kind: "choice", field: opening.field, shown, otherwise };
}
