// The completion table as shell functions that bash and zsh read alike.
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "./query-values.ts";
import { quoted, shellText } from "./shell-text.ts";
import type { CompletedCommand, CompletedOption, CompletionTable } from "./table.ts";

/** Functions that answer in variables, as a subshell would cost a millisecond. */
export function tablesScript({ commands, everywhere }: CompletionTable): string {
  const names = commands.flatMap((command) => command.names);
  const values = [
    ...commands.flatMap(({ names: [name = ""], options }) => valueCases(name, options)),
    ...valueCases("*", everywhere),
  ];
  return shellText`
_stet_command() { # what a command takes: its words in turn, every later one as the last; its options
  case $1 in
${commands.map(commandCase).join("\n")}
    *) _stet_name= ;;
  esac
}

_stet_value() { # COMMAND OPTION: where its value comes from, + where it stands behind = only; false for a flag
  case \${1}:\${2} in
${values.join("\n")}
    *) return 1 ;;
  esac
}

_stet_field() { # where the values of a field come from
  case $1 in
${FIELD_VALUES.map(([field, source]) => `    ${field}) REPLY=${quoted(source)} ;;`).join("\n")}
    *) REPLY=none ;;
  esac
}

_stet_commands=${quoted(names.join(","))}
_stet_everywhere=${quoted(everywhere.flatMap(longName).join(","))}
_stet_query_starts=${quoted(QUERY_STARTS.join(","))}
_stet_change_starts=${quoted(CHANGE_STARTS.join(","))}
`;
}

function commandCase({ names, takes, options }: CompletedCommand): string {
  const flags = quoted(options.flatMap(longName).join(","));
  const set = `_stet_name=${names[0] ?? ""} _stet_takes=${quoted(takes.join(" "))} _stet_flags=${flags}`;
  return `    ${names.join(" | ")}) ${set} ;;`;
}

/** The name that says what it does. */
export function longName({ names }: CompletedOption): readonly string[] {
  return names.slice(-1);
}

function valueCases(command: string, options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ names, takes, isAttached }) => {
    if (takes === undefined) return [];
    const pattern = names.map((name) => `${command}:${name}`).join(" | ");
    return [`    ${pattern}) REPLY=${quoted((isAttached ? "+" : "") + takes)} ;;`];
  });
}
