// What can stand where on a command line, made of the declarations: the one table that every shell's script is printed from.
import { KINDS, STATUSES } from "../../article/article.ts";
import { CONFIG_KEYS } from "../../article/config.ts";
import { TAG_SORT_KEYS } from "../../desk/count/list-tags.ts";
import { GROUPINGS, STATS_DATES, STATS_SORT_KEYS } from "../../desk/count/stats.ts";
import { LIST_FIELDS } from "../../desk/find/list-fields.ts";
import { NEWSROOM_KEYS } from "../../desk/newsroom-settings.ts";
import type { ArgumentDeclaration, CommandDeclaration, OptionDeclaration } from "../line/declaration.ts";
import { GLOBAL_OPTIONS } from "../line/global-options.ts";
import { TOPICS } from "../help/topics.ts";
import { LIST_ROWS, RELATED_ROWS, SEARCH_ROWS, type RowKind } from "../print/row-kinds.ts";

/**
 * Where words come from, as one word that is safe in every shell: `one:a,b` a word of these, `some:a,b` several with
 * commas between, a list of the newsroom (`slugs` `tags` `sections` `authors` `trash`), `query`, `changes` (key=value, else
 * slugs), `files`, `folders`, or `none`.
 */
export type Source = string;

export interface CompletedOption {
  /** The one that says what it does, `--limit`. */
  readonly name: string;
  /** All, `-n` and `--limit`. */
  readonly names: readonly string[];
  /** What follows it, `none` where nobody knows; absent for a flag. */
  readonly takes?: Source;
  /** Its value stands behind `=` or not at all. */
  readonly isAttached: boolean;
  readonly description: string;
}

export interface CompletedCommand {
  readonly name: string;
  /** With its aliases. */
  readonly names: readonly string[];
  readonly summary: string;
  /** What its words are, in turn; every later one is as the last. */
  readonly takes: readonly Source[];
  readonly options: readonly CompletedOption[];
}

export interface CompletionTable {
  readonly commands: readonly CompletedCommand[];
  readonly everywhere: readonly CompletedOption[];
}

/** The table of these commands, and of `help`, which is none of them. */
export function completionTable(declarations: readonly CommandDeclaration[]): CompletionTable {
  const names = [...new Set([...declarations, ...TOPICS].map(({ name }) => name))];
  const pages = oneOf(names);
  const commands = declarations.map((declaration): CompletedCommand => {
    const { name, aliases = [], summary, arguments: words, options } = declaration;
    return {
      name,
      names: [name, ...aliases],
      summary,
      takes: takesOf(words, pages),
      options: options.map((option) => completed(option, name)),
    };
  });
  const help: CompletedCommand = {
    name: "help",
    names: ["help"],
    summary: "Explain a command or a topic",
    takes: [pages, "none"],
    options: [],
  };
  return {
    commands: [...commands, help],
    everywhere: [...GLOBAL_OPTIONS, HELP_OPTION].map((option) => completed(option)),
  };
}

/** Where an option's value comes from. */
export interface OptionValue {
  /** `list:-n` and `list:--limit`; of an option of every command `*:-C`. */
  readonly keys: readonly string[];
  /** With a `+` where the value stands behind `=` only. */
  readonly source: string;
}

/** Of every option that takes a value; those of every command last. */
export function optionValues({ commands, everywhere }: CompletionTable): readonly OptionValue[] {
  return [...commands, { name: "*", options: everywhere }].flatMap(({ name: command, options }) =>
    options.flatMap(({ names, takes, isAttached }) =>
      takes === undefined
        ? []
        : { keys: names.map((name) => `${command}:${name}`), source: (isAttached ? "+" : "") + takes },
    ),
  );
}

const HELP_OPTION: OptionDeclaration = { flags: "-h, --help", description: "what the command takes" };

function oneOf(words: readonly string[]): Source {
  return `one:${safe(words).join(",")}`;
}

function someOf(words: readonly string[]): Source {
  return `some:${safe(words).join(",")}`;
}

/** Only what no shell could read as anything else gets into a script. */
function safe(words: readonly string[]): readonly string[] {
  return words.filter((word) => /^[\w.+-]+$/.test(word));
}

function takesOf(words: readonly ArgumentDeclaration[], pages: Source): readonly Source[] {
  const sources = words.map((word) => argumentSource(word, pages));
  if (words.at(-1)?.isVariadic !== true) sources.push("none");
  return sources.slice(0, sources.findLastIndex((source) => source !== "none") + 2);
}

function argumentSource({ name }: ArgumentDeclaration, pages: Source): Source {
  if (name === "command|topic") return pages;
  if (name.startsWith("key=value")) return "changes";
  if (name === "query") return "query";
  if (name === "dir") return "folders";
  if (name === "key") return oneOf([...CONFIG_KEYS.map((key) => key.name), ...NEWSROOM_KEYS]);
  if (name === "removed-article") return "trash";
  if (/^article(?! *\||s)/.test(name)) return "slugs";
  return /^[a-z]+(?:\|[a-z]+)+$/.test(name) ? oneOf(name.split("|")) : "none";
}

function completed(option: OptionDeclaration, command = "*"): CompletedOption {
  const { flags, description } = option;
  const names = flags.match(/(?<![\w-])--?[a-zA-Z0-9][\w-]*/g) ?? [];
  const name = names.at(-1) ?? "";
  const placeholder = /[<[]=?([^>\]]+)[>\]]/.exec(flags)?.[1];
  const takes = placeholder === undefined ? {} : { takes: optionSource(option, command, name, placeholder) };
  return { name, names, ...takes, isAttached: flags.includes("[="), description };
}

const BY_NAME: Readonly<Record<string, Source>> = {
  "--tag": "tags",
  "--section": "sections",
  "--author": "authors",
  "--related": "slugs",
  "--translation-of": "slugs",
  "--kind": oneOf(KINDS),
  "--status": oneOf(STATUSES),
  "--query-file": "files",
};

/** Of commands whose LIST names fields of articles. */
const ROWS_OF: Readonly<Record<string, RowKind>> = {
  list: LIST_ROWS,
  search: SEARCH_ROWS,
  related: RELATED_ROWS,
  show: LIST_ROWS,
};

const OF_COMMAND: Readonly<Record<string, Source>> = {
  "list --sort": someOf(eitherWay(LIST_FIELDS)),
  "tags --sort": someOf(eitherWay(TAG_SORT_KEYS)),
  "stats --sort": someOf(eitherWay(STATS_SORT_KEYS)),
  "stats --by": oneOf(GROUPINGS),
  "stats --date": oneOf(STATS_DATES),
};

/** As keys to sort by, `-` descending. */
function eitherWay(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => [key, `-${key}`]);
}

const BY_PLACEHOLDER: Readonly<Record<string, Source>> = {
  FILE: "files",
  PATH: "files",
  DIR: "folders",
  QUERY: "query",
};

function optionSource(option: OptionDeclaration, command: string, name: string, placeholder: string): Source {
  if (option.choices !== undefined) return oneOf(option.choices);
  const rows = placeholder === "LIST" ? ROWS_OF[command] : undefined;
  if (rows !== undefined) return someOf(rows.fields);
  return OF_COMMAND[`${command} ${name}`] ?? BY_NAME[name] ?? BY_PLACEHOLDER[placeholder] ?? "none";
}
