// The declarations turned into a commander program: parsing only. What commander would print, stet prints itself.
import { LEFT_OUT } from "../../base/code-frame.ts";
import { Command, CommanderError, Option } from "commander";
import { guessFor, nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { commandWord } from "./command-word.ts";
import type { CommandDeclaration, OptionDeclaration } from "./declaration.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import { wordsOf, type Words } from "./words.ts";

/** A command with its words, ready to run. */
export interface ParsedLine {
  readonly declaration: CommandDeclaration;
  readonly words: Words;
  readonly globals: Words;
}

/** Reads the words behind `stet`. Throws StetError (usage) for a word that is no command, option or value. */
export function parseLine(line: readonly string[], declarations: readonly CommandDeclaration[]): ParsedLine {
  const found: { parsed?: ParsedLine } = {};
  const program = quiet(new Command("stet")).helpOption(false).helpCommand(false);
  addOptions(program, GLOBAL_OPTIONS);
  for (const declaration of declarations) {
    const command = quiet(program.command(declaration.name))
      .helpOption(false)
      .aliases(declaration.aliases ?? []);
    for (const argument of declaration.arguments) command.argument(argumentSyntax(argument));
    addOptions(command, declaration.options);
    command.action(() => {
      const globals = wordsOf([], program.opts());
      found.parsed = { declaration, words: wordsOf(command.args, command.opts()), globals };
    });
  }
  try {
    program.parse([...line], { from: "user" });
  } catch (error) {
    throw error instanceof CommanderError ? usageError(error, line, declarations) : error;
  }
  if (found.parsed === undefined) throw unknownCommand(line[0] ?? "", declarations);
  return found.parsed;
}

function quiet(command: Command): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
}

function argumentSyntax({ name, isVariadic, isOptional }: CommandDeclaration["arguments"][number]): string {
  const inner = isVariadic ? `${name}...` : name;
  return isOptional ? `[${inner}]` : `<${inner}>`;
}

function addOptions(command: Command, options: readonly OptionDeclaration[]): void {
  for (const declaration of options) {
    const option = new Option(declaration.flags.replace(/\[=(\w+)\]/, " [$1]"), declaration.description);
    if (declaration.choices !== undefined) option.choices([...declaration.choices]);
    if (NAMES_FILE.test(declaration.flags)) option.argParser((value: string) => fileName(option, value));
    if (declaration.isRepeatable === true) {
      option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    }
    command.addOption(option);
  }
}

/** `--log <FILE>`, `--cd <DIR>`, `--output <PATH>`; the `--image <PATH>` of an article is a text. */
const NAMES_FILE = /<(?:FILE|DIR)>$|--output <PATH>$/;

/** An empty name, as of "$out" where it is not set, would be the folder that the command was started in. */
function fileName({ long }: Option, value: string): string {
  if (value !== "") return value;
  throw new StetError("usage", "usage", `${long ?? ""} needs a name, and an empty one is none`, {
    hint: "set the variable that it came from, or leave the option out",
  });
}

function usageError(
  error: CommanderError,
  line: readonly string[],
  declarations: readonly CommandDeclaration[],
): StetError {
  const command = commandWord(line) ?? "";
  const declaration = declarations.find(
    ({ name, aliases }) => name === command || aliases?.includes(command) === true,
  );
  const name = declaration?.name ?? "stet";
  const hint =
    declaration === undefined ? "stet -h lists the commands" : `stet ${name} -h shows what it takes`;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownCommand":
      return unknownCommand(quoted, declarations);
    case "commander.unknownOption":
      return unknownNegation(line, quoted, declaration) ?? unknownOption(quoted, declaration);
    case "commander.help":
      return new StetError("usage", "usage", "there are options but no command", {
        hint: "stet -h lists the commands",
      });
    case "commander.missingArgument":
      return new StetError("usage", "need-input", `${name} needs ${NEEDS[quoted] ?? quoted}`, {
        hint: declaration?.examples[0] ?? hint,
      });
    case "commander.optionMissingArgument":
      return new StetError("usage", "usage", `${quoted} needs a value`, { hint });
    case "commander.invalidArgument":
      return unknownChoice(error.message, declaration) ?? plainError(error, hint);
    case "commander.excessArguments":
      return new StetError("usage", "usage", `${name} was given more words than it takes`, { hint });
    default:
      return plainError(error, hint);
  }
}

/** Arguments as one would ask for them. */
const NEEDS: Readonly<Record<string, string>> = {
  "article|newsroom": "article or newsroom",
  "key=value article": "key=value, and the articles behind it",
  dir: "a folder",
};

function plainError({ message }: CommanderError, hint: string): StetError {
  return new StetError("usage", "usage", message.replace(/^error: /, "").replace(/\.$/, ""), { hint });
}

function unknownCommand(typed: string, declarations: readonly CommandDeclaration[]): StetError {
  const names = declarations.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const { near, question, details } = guessFor(typed, names);
  return new StetError("usage", "unknown-command", `"${typed}" is not a stet command${question}`, {
    hint: near === undefined ? "stet -h lists the commands" : `stet ${near}`,
    ...details,
  });
}

/** What commander says of `--to htlm`, said again with the nearest choice; undefined for any other complaint. */
function unknownChoice(message: string, declaration: CommandDeclaration | undefined): StetError | undefined {
  const [, flags = "", typed = ""] =
    /^error: option '([^']*)' argument '([\s\S]*)' is invalid\./.exec(message) ?? [];
  const options = [...GLOBAL_OPTIONS, ...(declaration?.options ?? [])];
  const choices = options.find((option) => option.flags === flags)?.choices;
  if (choices === undefined) return undefined;
  const name = /--[\w-]+/.exec(flags)?.[0] ?? flags;
  const { near, question, details } = guessFor(typed, choices);
  return new StetError(
    "usage",
    "usage",
    `${name} is one of ${choices.join(", ")}; not "${typed}"${question}`,
    {
      hint: `${name} ${near ?? choices[0] ?? ""}`,
      ...details,
    },
  );
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}${LEFT_OUT}` : text;
}

/** `-holm` in a query, the negation of a word as search pages take it; commander saw options in its letters. */
function unknownNegation(
  line: readonly string[],
  typed: string,
  declaration: CommandDeclaration | undefined,
): StetError | undefined {
  const word = line.find((each) => /^-\p{L}{2,}$/u.test(each) && each.endsWith(typed.slice(1)));
  if (declaration?.takesQuery !== true || word === undefined) return undefined;
  const { name } = declaration;
  return new StetError("usage", "unknown-option", `${name} has no option ${cut(word)}`, {
    hint: `NOT ${cut(word.slice(1))} leaves out what has the word; stet ${name} -h shows the options`,
  });
}

function unknownOption(typed: string, declaration: CommandDeclaration | undefined): StetError {
  const options = [...GLOBAL_OPTIONS, ...(declaration?.options ?? [])];
  const flags = options.flatMap(({ flags: words }) => words.match(/--?[a-zA-Z][\w-]*/g) ?? []);
  const name = typed.replace(/=.*/, "");
  const meant = name.startsWith("--")
    ? options.find(({ choices }) => choices?.includes(name.slice(2)))
    : undefined;
  if (meant !== undefined && declaration !== undefined) return valueAsOption(name, meant, declaration);
  // Without the dashes, which are no letters that could be mistyped.
  const names = flags.flatMap((flag) => (flag.startsWith("--") ? flag.slice(2) : []));
  const [found] = name.startsWith("--") ? nearest(name.slice(2), names) : [];
  const near = found === undefined ? undefined : `--${found}`;
  const owner = declaration?.name ?? "stet";
  const guess = near === undefined ? "" : `. Did you mean "${near}"?`;
  return new StetError(
    "usage",
    "unknown-option",
    `${owner} has no option ${cut(typed.replace(/=$/, ""))}${guess}`,
    {
      hint: declaration === undefined ? "stet -h" : `stet ${owner} -h`,
      ...(near === undefined ? {} : { candidates: [near] }),
    },
  );
}

/** `--csv` where `--to csv` is meant. */
function valueAsOption(typed: string, { flags }: OptionDeclaration, { name }: CommandDeclaration): StetError {
  const meant = `${/--[\w-]+/.exec(flags)?.[0] ?? flags} ${typed.slice(2)}`;
  return new StetError(
    "usage",
    "unknown-option",
    `${name} has no option ${typed}. Did you mean "${meant}"?`,
    {
      hint: `stet ${name} ${meant}`,
      candidates: [meant],
    },
  );
}
