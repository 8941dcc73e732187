// The help a command line asks for, as text: the first screen, a command, a topic or the version.
import { guessFor } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { VERSION } from "../../base/version.ts";
import { commandPlace } from "../line/command-word.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { beforeDashes } from "./asks-help.ts";
import { commandPage } from "./command-page.ts";
import { HELP_COLUMNS, printPage } from "./print-page.ts";
import { rootHelp } from "./root-help.ts";
import { topicPage, TOPICS } from "./topics.ts";

/**
 * `stet -h`, `stet list -h`, `stet help query`, `stet help errors bad-query`, `stet --version`. A name that is a command
 * and a topic has both. At most `columns` wide. Throws StetError usage/unknown-command where `help` is given a name that is neither.
 */
export async function answerHelp(
  line: readonly string[],
  commands: readonly CommandDeclaration[],
  columns: number = HELP_COLUMNS,
): Promise<string> {
  const words = beforeDashes(line);
  if (words.includes("--version") || words.includes("-V")) return `stet ${VERSION}\n`;
  const named = words.slice(commandPlace(words)).filter((word) => !word.startsWith("-"));
  const [command = "", name, detail] = named;
  if (command !== "help") return (await helpOn(command, commands, columns)) ?? rootHelp(commands, columns);
  if (name === undefined) return rootHelp(commands, columns);
  if (name === "errors" && detail !== undefined) return errorHelp(detail, columns);
  const help = await helpOn(name, commands, columns);
  if (help === undefined) throw unknownTopic(name, commands);
  return help;
}

async function helpOn(
  name: string,
  commands: readonly CommandDeclaration[],
  columns: number,
): Promise<string | undefined> {
  const command = commandNamed(name, commands);
  const topic = TOPICS.find((each) => each.name === name);
  const pages = [
    ...(command === undefined ? [] : [commandPage(command)]),
    ...(topic === undefined ? [] : [await topicPage(topic, commands)]),
  ];
  return pages.length === 0 ? undefined : pages.map((page) => printPage(page, columns)).join("\n");
}

/** The command with this name or alias. */
function commandNamed(name: string, commands: readonly CommandDeclaration[]): CommandDeclaration | undefined {
  return commands.find((each) => each.name === name || each.aliases?.includes(name) === true);
}

async function errorHelp(code: string, columns: number): Promise<string> {
  const { errorPage } = await import("./topics/errors.ts");
  return printPage(errorPage(code), columns);
}

/** There is no help on `name`; the nearest command or topic is offered. */
export function unknownTopic(name: string, commands: readonly CommandDeclaration[]): StetError {
  const known = [...commands, ...TOPICS].map((each) => each.name);
  const { near, question, details } = guessFor(name, known);
  return new StetError("usage", "unknown-command", `there is no help on "${name}"${question}`, {
    hint: near === undefined ? "stet -h lists commands and topics" : `stet help ${near}`,
    ...details,
  });
}
