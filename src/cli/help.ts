// Help pages out of declarations: one line of summary, examples first, at most 80 columns.
import type { CommandDeclaration, Group, OptionDeclaration } from "./declaration.ts";
import { EXIT_MEANINGS } from "./exit-codes.ts";
import { GLOBAL_OPTIONS } from "./program.ts";

const GROUPS: readonly (readonly [Group, string])[] = [
  ["write", "Write"],
  ["find", "Find"],
  ["desk", "Desk"],
  ["out", "Out"],
  ["track", "Track"],
  ["store", "Newsroom"],
];

/** What bare `stet` and `stet -h` print. */
export function rootHelp(declarations: readonly CommandDeclaration[]): string {
  const lines = [
    "stet: articles of a newsroom, one YAML file each",
    "",
    "Usage  stet <command> [options] [words]",
    "",
  ];
  for (const [group, title] of GROUPS) {
    const own = declarations.filter((declaration) => declaration.group === group);
    if (own.length === 0) continue;
    lines.push(title, ...own.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`));
  }
  lines.push("", "stet help <command> shows examples and options; stet help exit-codes the codes.");
  return `${lines.join("\n")}\n`;
}

/** What `stet <command> -h` prints. */
export function commandHelp(declaration: CommandDeclaration): string {
  const { name, summary, examples, notes = [], seeAlso = [], aliases = [] } = declaration;
  const alias = aliases.length === 0 ? "" : `   alias: ${aliases.join(", ")}`;
  const lines = [
    summary,
    "",
    "Examples",
    ...examples.map((example) => `  ${example}`),
    "",
    `Usage  stet ${name}${usageOf(declaration)} [options]${alias}`,
  ];
  for (const [heading, options] of headings(declaration.options))
    lines.push("", heading, ...options.flatMap(optionLines));
  lines.push("", "Everywhere", ...GLOBAL_OPTIONS.flatMap(optionLines));
  if (notes.length > 0) lines.push("", ...notes);
  if (seeAlso.length > 0) lines.push("", `See also: ${seeAlso.map((other) => `stet ${other}`).join(" · ")}`);
  return `${lines.join("\n")}\n`;
}

/** What `stet help exit-codes` prints. */
export function exitCodesHelp(): string {
  const rows = EXIT_MEANINGS.map(
    ([code, name, when]) => `  ${String(code).padStart(3)}  ${name.padEnd(10)} ${when}`,
  );
  return `Exit codes, the same in every command\n\n${rows.join("\n")}\n`;
}

function usageOf(declaration: CommandDeclaration): string {
  return declaration.arguments
    .map(({ name, isVariadic, isOptional }) => {
      const word = isVariadic ? `${name}...` : name;
      return isOptional ? ` [${word}]` : ` ${word}`;
    })
    .join("");
}

function headings(options: readonly OptionDeclaration[]): Map<string, OptionDeclaration[]> {
  const groups = new Map<string, OptionDeclaration[]>();
  for (const option of options) {
    const heading = option.heading ?? "Options";
    groups.set(heading, [...(groups.get(heading) ?? []), option]);
  }
  return groups;
}

const COLUMN = 25;

function optionLines({ flags, description }: OptionDeclaration): string[] {
  const shown = `  ${flags.startsWith("--") ? "    " : ""}${flags.replaceAll(/[<>]/g, "")}`;
  const [first = "", ...rest] = wrapWords(description, 80 - COLUMN);
  const opening =
    shown.length < COLUMN ? [shown.padEnd(COLUMN) + first] : [shown, " ".repeat(COLUMN) + first];
  return [...opening, ...rest.map((line) => " ".repeat(COLUMN) + line)];
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
