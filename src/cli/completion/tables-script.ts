// The completion table as shell functions that bash and zsh read alike.
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "./query-values.ts";
import { quoted, shellText } from "./shell-text.ts";
import { optionValues, type CompletedCommand, type CompletionTable, type OptionValue } from "./table.ts";

/** Functions that answer in variables, as a subshell would cost a millisecond. */
export function tablesScript(table: CompletionTable): string {
  const { commands, everywhere } = table;
  const names = commands.flatMap((command) => command.names);
  return shellText`
_stet_command() { # what a command takes: its words in turn, every later one as the last; its options
  case $1 in
${commands.map(commandCase).join("\n")}
    *) _stet_name= ;;
  esac
}

_stet_value() { # COMMAND OPTION: where its value comes from, + where it stands behind = only; false for a flag
  case \${1}:\${2} in
${optionValues(table).map(valueCase).join("\n")}
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
_stet_everywhere=${quoted(everywhere.map(({ name }) => name).join(","))}
_stet_query_starts=${quoted(QUERY_STARTS.join(","))}
_stet_change_starts=${quoted(CHANGE_STARTS.join(","))}
`;
}

function commandCase({ name, names, takes, options }: CompletedCommand): string {
  const flags = quoted(options.map((option) => option.name).join(","));
  const set = `_stet_name=${name} _stet_takes=${quoted(takes.join(" "))} _stet_flags=${flags}`;
  return `    ${names.join(" | ")}) ${set} ;;`;
}

function valueCase({ keys, source }: OptionValue): string {
  return `    ${keys.join(" | ")}) REPLY=${quoted(source)} ;;`;
}
