// What stet explains besides its commands: the topics of `stet help`. Each is loaded when it is read.
import type { CommandDeclaration } from "../line/declaration.ts";
import type { Page, Section } from "./page.ts";

export interface Topic {
  readonly name: string;
  /** One line, no full stop. */
  readonly summary: string;
  /** May speak of the commands there are. */
  sections(commands: readonly CommandDeclaration[]): Promise<readonly Section[]>;
}

/** In the order in which somebody new reads them. */
export const TOPICS: readonly Topic[] = [
  {
    name: "query",
    summary: "The language that selects articles",
    sections: async () => (await import("./topics/query.ts")).querySections(),
  },
  {
    name: "selectors",
    summary: "How a command is told which article is meant",
    sections: async () => (await import("./topics/selectors.ts")).selectorSections(),
  },
  {
    name: "fields",
    summary: "The fields of an article, and of a row in a list",
    sections: async () => (await import("./topics/fields.ts")).fieldSections(),
  },
  {
    name: "yaml",
    summary: "As much of YAML as an article needs",
    sections: async () => (await import("./topics/yaml.ts")).yamlSections(),
  },
  {
    name: "format",
    summary: "What rows and articles can be printed as",
    sections: async (commands) => (await import("./topics/format.ts")).formatSections(commands),
  },
  {
    name: "templates",
    summary: "Lines of your own with --format",
    sections: async () => (await import("./topics/templates.ts")).templateSections(),
  },
  {
    name: "config",
    summary: "stet.yaml, the settings of a newsroom",
    sections: async () => (await import("./topics/config.ts")).configSections(),
  },
  {
    name: "environment",
    summary: "The environment variables that stet reads",
    sections: async () => (await import("./topics/environment.ts")).environmentSections(),
  },
  {
    name: "colors",
    summary: "When there is colour, and what it means",
    sections: async () => (await import("./topics/colors.ts")).colorSections(),
  },
  {
    name: "accessibility",
    summary: "stet for screen readers, without colours, without questions",
    sections: async () => (await import("./topics/accessibility.ts")).accessibilitySections(),
  },
  {
    name: "files",
    summary: "Where things lie on the disk",
    sections: async () => (await import("./topics/files.ts")).fileSections(),
  },
  {
    name: "cron",
    summary: "stet where nobody watches",
    sections: async (commands) => (await import("./topics/cron.ts")).cronSections(commands),
  },
  {
    name: "errors",
    summary: "The codes of errors in scripts, one by one",
    sections: async () => (await import("./topics/errors.ts")).errorSections(),
  },
  {
    name: "exit-codes",
    summary: "Exit codes, the same in every command",
    sections: async () => (await import("./topics/exit-codes.ts")).exitCodeSections(),
  },
];

/** The page of `stet help <topic>`. */
export async function topicPage(topic: Topic, commands: readonly CommandDeclaration[]): Promise<Page> {
  const { name, summary } = topic;
  return { name, summary, sections: await topic.sections(commands) };
}
