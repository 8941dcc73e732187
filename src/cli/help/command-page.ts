// A command's declaration as a page of help: examples first, then how it is used, its options in groups, its notes.
import type { ArgumentDeclaration, CommandDeclaration, OptionDeclaration } from "../line/declaration.ts";
import { GLOBAL_OPTIONS } from "../line/global-options.ts";
import { lineSection, termSection, textSection, type Page, type Section, type Term } from "./page.ts";

/** The page of `stet help <command>`. */
export function commandPage(declaration: CommandDeclaration): Page {
  const { name, summary, examples, notes = [], seeAlso = [] } = declaration;
  const sections = [
    lineSection("Examples", examples),
    lineSection("Usage", usageLines(declaration)),
    ...optionSections(declaration.options),
    termSection("Everywhere", GLOBAL_OPTIONS.map(optionTerm)),
  ];
  if (notes.length > 0) sections.push(textSection("Notes", notes.join(" ")));
  if (seeAlso.length > 0)
    sections.push(lineSection("See also", [seeAlso.map((other) => `stet ${other}`).join(" · ")]));
  return { name, summary, sections };
}

function usageLines({ name, aliases = [], arguments: words }: CommandDeclaration): string[] {
  const usage = `stet ${[name, ...words.map(argumentUsage), "[options]"].join(" ")}`;
  return [usage, ...aliases.map((alias) => `stet ${alias} is the same`)];
}

function argumentUsage({ name, isVariadic, isOptional }: ArgumentDeclaration): string {
  const word = isVariadic === true ? `${name}...` : name;
  return isOptional === true ? `[${word}]` : word;
}

function optionSections(options: readonly OptionDeclaration[]): Section[] {
  const groups = new Map<string, Term[]>();
  for (const option of options) {
    const heading = option.heading ?? "Options";
    groups.set(heading, [...(groups.get(heading) ?? []), optionTerm(option)]);
  }
  return [...groups].map(([heading, terms]) => termSection(heading, terms));
}

function optionTerm({ flags, description }: OptionDeclaration): Term {
  return [flags.replaceAll(/[<>]/g, ""), description];
}
