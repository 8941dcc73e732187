// What bare `stet` prints: every command by its task, where to begin and where to read on, on one screen.
import { wrapText } from "../../base/wrap-text.ts";
import type { CommandDeclaration, Group } from "../line/declaration.ts";
import { HELP_COLUMNS } from "./print-page.ts";
import { TOPICS } from "./topics.ts";

const GROUPS: readonly (readonly [Group, string])[] = [
  ["write", "WRITE"],
  ["find", "FIND"],
  ["desk", "DESK"],
  ["out", "OUT"],
  ["track", "TRACK"],
  ["store", "STORE"],
];

const FIRST_STEPS = [
  ["stet init courier", "make the folder courier a newsroom"],
  ['stet new "Ferry back on time"', "write an article"],
  ["stet list status:draft", "list what matches a query"],
  ["stet list -h", "what a command takes; the same as stet help list"],
] as const;

/** At most 24 lines of 80 columns; the tests hold it to that. On fewer columns more lines. */
export function rootHelp(
  declarations: readonly CommandDeclaration[],
  columns: number = HELP_COLUMNS,
): string {
  const groups = GROUPS.flatMap(([group, title]) => {
    const names = declarations.filter((each) => each.group === group).map(({ name }) => name);
    return names.length === 0 ? [] : titled(title, names, columns);
  });
  const lines = [
    ...wrapText("stet: articles of a newsroom, one YAML file each", columns),
    "",
    "Usage  stet <command> [options] [words]",
    "",
    ...groups,
    "",
    ...FIRST_STEPS.flatMap((step) => firstStep(step, columns)),
    "",
    ...titled(
      "HELP",
      TOPICS.map(({ name }) => name),
      columns,
    ),
    ...wrapText("Read a topic with its name: stet help query", columns),
  ];
  return `${lines.join("\n")}\n`;
}

/** A command and what it does: beside it, or under it where there is no room. */
function firstStep([command, meaning]: (typeof FIRST_STEPS)[number], columns: number): readonly string[] {
  const indent = "  ";
  if (columns >= HELP_COLUMNS) return [`${command.padEnd(31)}${meaning}`];
  return [command, ...wrapText(meaning, columns, { firstIndent: indent, indent })];
}

function titled(title: string, names: readonly string[], columns: number): string[] {
  const indent = " ".repeat(7);
  return wrapText(names.join(" "), columns, { firstIndent: title.padEnd(indent.length), indent });
}
