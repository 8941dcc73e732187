// What bare `stet` prints: every command by its task, where to begin and where to read on, on one screen.
import { wrapText } from "../../base/wrap-text.ts";
import type { CommandDeclaration, Group } from "../declaration.ts";
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

/** At most 24 lines of 80 columns; the tests hold it to that. */
export function rootHelp(declarations: readonly CommandDeclaration[]): string {
  const groups = GROUPS.flatMap(([group, title]) => {
    const names = declarations.filter((each) => each.group === group).map(({ name }) => name);
    return names.length === 0 ? [] : titled(title, names);
  });
  const lines = [
    "stet: articles of a newsroom, one YAML file each",
    "",
    "Usage  stet <command> [options] [words]",
    "",
    ...groups,
    "",
    ...FIRST_STEPS.map(([command, meaning]) => `${command.padEnd(31)}${meaning}`),
    "",
    ...titled(
      "HELP",
      TOPICS.map(({ name }) => name),
    ),
    "Read a topic with its name: stet help query",
  ];
  return `${lines.join("\n")}\n`;
}

function titled(title: string, names: readonly string[]): string[] {
  const indent = " ".repeat(7);
  return wrapText(names.join(" "), 80, { firstIndent: title.padEnd(indent.length), indent });
}
