// Completion for fish, 3.1 and later: a script that runs no program to find the words, printed from the table.
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "./query-values.ts";
import { FISH_SCRIPT } from "./fish-script.ts";
import { fishQuoted, shellText } from "./shell-text.ts";
import { optionValues, type CompletedCommand, type CompletedOption, type CompletionTable } from "./table.ts";

/** The whole script, to be the file `stet.fish` in a folder of $fish_complete_path. */
export function fishScript(table: CompletionTable): string {
  const { commands, everywhere } = table;
  const summaries = commands.flatMap(({ names, summary }) => names.map((name) => offered(name, summary)));
  return shellText`# fish completion for stet, made by: stet completion fish

set -g __stet_asked 0

function __stet_command --no-scope-shadowing # what a command takes: its words in turn, every later one as the last
    switch $argv[1]
${commands.map(commandCase).join("\n")}
        case '*'
            set name ''
    end
end

function __stet_value # COMMAND OPTION: where its value comes from, + where it stands behind = only
    switch $argv[1]:$argv[2]
${optionValues(table)
  .map(({ keys, source }) => valueCase(keys, source))
  .join("\n")}
    end
end

function __stet_field # where the values of a field come from
    switch $argv[1]
${FIELD_VALUES.map(([field, source]) => valueCase(field.split("|"), source)).join("\n")}
    end
end

function __stet_words # the commands there are, or the options of one
    switch $argv[1]
        case ''
            printf '%s\t%s\n' ${summaries.join(" ")}
${commands.map(optionCase).join("\n")}
    end
end

function __stet_everywhere
    printf '%s\t%s\n' ${optionsOffered(everywhere)}
end

function __stet_starts
    switch $argv[1]
        case term
            printf '%s\n' ${QUERY_STARTS.map(fishQuoted).join(" ")}
        case '*'
            printf '%s\n' ${CHANGE_STARTS.map(fishQuoted).join(" ")}
    end
end
${FISH_SCRIPT}`;
}

function commandCase({ name, names, takes }: CompletedCommand): string {
  const set = `set name ${fishQuoted(name)}; set takes ${takes.map(fishQuoted).join(" ")}`;
  return `        case ${names.map(fishQuoted).join(" ")}\n            ${set}`;
}

function valueCase(patterns: readonly string[], source: string): string {
  return `        case ${patterns.map(fishQuoted).join(" ")}\n            echo ${fishQuoted(source)}`;
}

function optionCase({ name, options }: CompletedCommand): string {
  const printed = options.length === 0 ? "true" : `printf '%s\\t%s\\n' ${optionsOffered(options)}`;
  return `        case ${fishQuoted(name)}\n            ${printed}`;
}

function optionsOffered(options: readonly CompletedOption[]): string {
  return options.map(({ name, description }) => offered(name, description)).join(" ");
}

function offered(word: string, description: string): string {
  return `${fishQuoted(word)} ${fishQuoted(description)}`;
}
