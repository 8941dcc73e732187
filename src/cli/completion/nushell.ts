// Completion for Nushell, 0.115 and later: a script that runs no program to find the words, printed from the table.
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "./query-values.ts";
import { NUSHELL_SCRIPT } from "./nushell-script.ts";
import { nushellQuoted } from "./shell-text.ts";
import { optionValues, type CompletedOption, type CompletionTable } from "./table.ts";

/**
 * The whole script, to be a file in a folder of $nu.user-autoload-dirs, or to be sourced. It is a module of which only
 * `stet` is seen: an extern without a signature, so that a line runs as it does without the script.
 */
export function nushellScript(completed: CompletionTable): string {
  const { commands, everywhere } = completed;
  const names = commands.flatMap((command) =>
    command.names.map((each) => [each, nushellQuoted(command.name)] as const),
  );
  const taken = commands.map(
    ({ name, takes, options }) =>
      [name, `{takes: ${list(takes)}, options: ${optionsOffered(options)}}`] as const,
  );
  const values = optionValues(completed).flatMap(({ keys, source }) =>
    keys.map((key) => [key, nushellQuoted(source)] as const),
  );
  const fields = FIELD_VALUES.flatMap(([field, source]) =>
    field.split("|").map((name) => [name, nushellQuoted(source)] as const),
  );
  const summaries = commands.flatMap((command) =>
    command.names.map((name) => [name, command.summary] as const),
  );
  return `# nushell completion for stet, made by: stet completion nushell

module stet-completion {

const NAMES = ${record(names)} # of commands and what else they are called
const COMMANDS = ${record(taken)} # takes: its words in turn, every later one as the last
const VALUES = ${record(values)} # where an option's value comes from, + where it stands behind = only
const FIELDS = ${record(fields)} # where the values of a field come from
const SUMMARIES = ${table(summaries)}
const EVERYWHERE = ${optionsOffered(everywhere)}
const QUERY_STARTS = ${list(QUERY_STARTS)}
const CHANGE_STARTS = ${list(CHANGE_STARTS)}
${NUSHELL_SCRIPT}
}

use stet-completion stet
`;
}

type Entry = readonly [name: string, text: string];

function optionsOffered(options: readonly CompletedOption[]): string {
  return table(options.map(({ name, description }) => [name, description]));
}

/** The texts of the entries are Nushell's already. */
function record(entries: readonly Entry[]): string {
  return `{\n${entries.map(([name, text]) => `  ${nushellQuoted(name)}: ${text}`).join("\n")}\n}`;
}

function table(rows: readonly Entry[]): string {
  const cells = rows.map((row) => `[${row.map(nushellQuoted).join(" ")}]`);
  return `[[value description]; ${cells.join(" ")}]`;
}

function list(words: readonly string[]): string {
  return `[${words.map(nushellQuoted).join(" ")}]`;
}
