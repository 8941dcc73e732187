// YAML front matter: the head of a Markdown document as Hugo, Jekyll and their kin read it, each with a YAML reader of
// its own version and opinions.
import { printDouble } from "../article/yaml/print-scalar.ts";
import { dropIllegalCharacters } from "../base/escape-html.ts";

export type FrontValue = string | boolean | readonly FrontValue[] | FrontMatter;

/** Keys in the order they are printed; what is undefined or empty is left out. */
export interface FrontMatter {
  readonly [key: string]: FrontValue | undefined;
}

/**
 * One key a line between `---` lines. Every string is in double quotes, so that `no`, `016` and dates stay text in YAML
 * 1.1 and 1.2 alike; characters no page may hold are left out, for which Hugo would refuse the whole site.
 */
export function printFrontMatter(fields: FrontMatter): string {
  const lines = saidOf(fields).map(([key, value]) => `${key}: ${printValue(value)}\n`);
  return `---\n${lines.join("")}---\n`;
}

function saidOf(fields: FrontMatter): [string, FrontValue][] {
  return Object.entries(fields).flatMap(([key, value]): [string, FrontValue][] =>
    value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]],
  );
}

function printValue(value: FrontValue): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return printDouble(dropIllegalCharacters(value));
  if (isList(value)) return `[${value.map(printValue).join(", ")}]`;
  return `{${saidOf(value)
    .map(([key, inner]) => `${key}: ${printValue(inner)}`)
    .join(", ")}}`;
}

function isList(value: readonly FrontValue[] | FrontMatter): value is readonly FrontValue[] {
  return Array.isArray(value);
}
