// A command's declaration as a page of help: examples first, then how it is used, its options in groups, its notes.
import type { ArgumentDeclaration, CommandDeclaration, OptionDeclaration } from "../line/declaration.ts";
import { GLOBAL_OPTIONS } from "../line/global-options.ts";
import {
  exampleSection,
  lineSection,
  termSection,
  textSection,
  type Page,
  type Section,
  type Term,
} from "./page.ts";

const TIMES =
  '"tomorrow 6:00", "fri 9", 17:00, 6pm, noon, "9am tomorrow", "24 dec 6:00", "2026-12-24 06:00", +2h, "+3d 06:00", ' +
  "as stet prints them, in the newsroom's zone, or RFC 3339 with an offset. A time alone is today's. Hours are the " +
  "24-hour clock's where no am or pm stands behind them; one alone, as 9, needs its minutes or a day. What has two " +
  'readings is refused with both: 12am, 12pm, midnight, "next fri 9:00", "5 dec 8".';

/** The page of `stet help <command>`. */
export function commandPage(declaration: CommandDeclaration): Page {
  const { name, summary, examples, takesTime = false, notes = [], seeAlso = [] } = declaration;
  const sections = [
    exampleSection(examples),
    lineSection("Usage", usageLines(declaration)),
    ...optionSections(declaration.options),
    termSection("Everywhere", GLOBAL_OPTIONS.map(optionTerm)),
  ];
  if (takesTime) sections.push(textSection("Times", TIMES));
  if (notes.length > 0) sections.push(textSection("Notes", notes.join(" ")));
  if (seeAlso.length > 0)
    sections.push(lineSection("See also", [seeAlso.map((other) => `stet ${other}`).join(", ")]));
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
