// The manual: one page for stet itself, one for each command, and one for each topic, all made of what -h prints.
import { VERSION } from "../../base/version.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { commandPage } from "./command-page.ts";
import { lineSection, termSection, textSection, type Page } from "./page.ts";
import { printRoff } from "./print-roff.ts";
import { topicPage, TOPICS } from "./topics.ts";

export interface ManualPage {
  /** `stet-list.1`. */
  readonly file: string;
  readonly roff: string;
}

/** Every page; `date` is the day they are made, as 2026-11-22. */
export async function manualPages(
  commands: readonly CommandDeclaration[],
  date: string,
): Promise<ManualPage[]> {
  const topics = await Promise.all(TOPICS.map((topic) => topicPage(topic, commands)));
  return [
    manualPage(rootPage(commands), 1, date),
    ...commands.map((command) => manualPage(commandManual(command), 1, date)),
    ...topics.map((page) => manualPage(page, 7, date)),
  ];
}

/** `list` is stet-list.1, `query` is stet-query.7, nothing is stet.1; undefined for a name that is neither. */
export function manualPageNamed(name: string, pages: readonly ManualPage[]): ManualPage | undefined {
  const file = name === "" ? "stet" : `stet-${name}`;
  return pages.find((page) => page.file === `${file}.1`) ?? pages.find((page) => page.file === `${file}.7`);
}

function manualPage(page: Page, section: 1 | 7, date: string): ManualPage {
  const name = page.name === "" ? "stet" : `stet-${page.name}`;
  return { file: `${name}.${section}`, roff: printRoff({ name, section, date, version: VERSION }, page) };
}

function rootPage(commands: readonly CommandDeclaration[]): Page {
  return {
    name: "",
    summary: "Articles of a newsroom, one YAML file each",
    sections: [
      lineSection("Usage", ["stet <command> [options] [words]"]),
      termSection(
        "Commands",
        commands.map(({ name, summary }) => [name, summary]),
      ),
      termSection(
        "Topics",
        TOPICS.map(({ name, summary }) => [name, summary]),
      ),
      textSection(
        "Reading on",
        "stet list -h and stet help list print the help of a command, stet help query that of a topic; stet man list and stet man query show the same as manual pages.",
      ),
    ],
  };
}

/** In the manual what to see also is named as pages are, and the exit codes are said to be elsewhere. */
function commandManual(command: CommandDeclaration): Page {
  const page = commandPage(command);
  const others = (command.seeAlso ?? []).map((name) => `stet-${name}(1)`);
  return {
    ...page,
    sections: [
      ...page.sections.filter(({ heading }) => heading !== "See also"),
      textSection("Exit status", "0 when all is well; stet-exit-codes(7) has the other codes."),
      textSection("See also", [...others, "stet(1)"].join(", ")),
    ],
  };
}
