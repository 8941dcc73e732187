// Template text -> tokens, each with its place: text with its escapes resolved, and what stands in braces.
import { badTemplate } from "./bad-template.ts";
import { ESCAPES } from "./escapes.ts";
import { readPlaceholder, type Placeholder } from "./read-placeholder.ts";

export type TemplateToken =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | (Placeholder & { readonly start: number });

const PLAIN = /[^{}\\]+/y;

/** `fields` are the names that may stand in braces. Throws StetError usage/bad-template with a caret. */
export function readTemplateTokens(template: string, fields: readonly string[]): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let at = 0;
  while (at < template.length) {
    const start = at;
    if (template[at] === "{" && template[at + 1] !== "{") {
      const { placeholder, end } = readPlaceholder({ template, fields, at });
      tokens.push({ ...placeholder, start });
      at = end;
    } else {
      const { text, end } = readText(template, at);
      tokens.push({ kind: "text", text, start });
      at = end;
    }
  }
  return tokens;
}

function readText(template: string, at: number): { text: string; end: number } {
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(template)?.[0];
  if (plain !== undefined) return { text: plain, end: at + plain.length };
  if (template[at] === "\\") return { text: escaped(template, at), end: at + 2 };
  const brace = template[at] ?? "";
  if (template[at + 1] === brace) return { text: brace, end: at + 2 };
  throw badTemplate(template, at, "this brace was never opened", "}} is a brace in the text");
}

function escaped(template: string, at: number): string {
  const letter = template[at + 1] ?? "";
  const text = ESCAPES.get(letter);
  if (text !== undefined) return text;
  const message = letter === "c" ? String.raw`\c stands only at the end` : `\\${letter} is no escape`;
  throw badTemplate(template, at, message, String.raw`\t, \n, \0, \\ for a backslash, and \c at the end`);
}
