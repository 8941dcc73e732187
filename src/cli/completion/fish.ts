// Completion for fish, 3.1 and later: a script that starts no process, printed from the table.
import { KEY_SIGNS } from "../../base/word-leaves.ts";
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "./query-values.ts";
import { fishQuoted, shellText } from "./shell-text.ts";
import type { CompletedCommand, CompletedOption, CompletionTable } from "./table.ts";

/** The whole script, to be the file `stet.fish` in a folder of $fish_complete_path. */
export function fishScript({ commands, everywhere }: CompletionTable): string {
  const values = [
    ...commands.flatMap(({ names: [name = ""], options }) => valueCases(name, options)),
    ...valueCases("*", everywhere),
  ];
  const summaries = commands.flatMap(({ names, summary }) => names.map((name) => offered(name, summary)));
  return shellText`# fish completion for stet, made by: stet completion fish

set -g __stet_asked 0

function __stet_command --no-scope-shadowing # what a command takes: its first word, later ones
    switch $argv[1]
${commands.map(commandCase).join("\n")}
        case '*'
            set name ''
    end
end

function __stet_value # COMMAND OPTION: where its value comes from, + where it stands behind = only
    switch $argv[1]:$argv[2]
${values.join("\n")}
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
        case query
            printf '%s\n' ${QUERY_STARTS.map(fishQuoted).join(" ")}
        case '*'
            printf '%s\n' ${CHANGE_STARTS.map(fishQuoted).join(" ")}
    end
end
${FISH_SCRIPT}`;
}

function commandCase({ names: [name = "", ...aliases], first, rest }: CompletedCommand): string {
  const takes = `set name ${fishQuoted(name)}; set first ${fishQuoted(first)}; set rest ${fishQuoted(rest)}`;
  return `        case ${[name, ...aliases].map(fishQuoted).join(" ")}\n            ${takes}`;
}

function valueCases(command: string, options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ names, takes, isAttached }) =>
    takes === undefined
      ? []
      : [
          valueCase(
            names.map((name) => `${command}:${name}`),
            (isAttached ? "+" : "") + takes,
          ),
        ],
  );
}

function valueCase(patterns: readonly string[], source: string): string {
  return `        case ${patterns.map(fishQuoted).join(" ")}\n            echo ${fishQuoted(source)}`;
}

function optionCase({ names: [name = ""], options }: CompletedCommand): string {
  const printed = options.length === 0 ? "true" : `printf '%s\\t%s\\n' ${optionsOffered(options)}`;
  return `        case ${fishQuoted(name)}\n            ${printed}`;
}

function optionsOffered(options: readonly CompletedOption[]): string {
  return options.map(({ names, description }) => offered(names.at(-1) ?? "", description)).join(" ");
}

function offered(word: string, description: string): string {
  return `${fishQuoted(word)} ${fishQuoted(description)}`;
}

/** As a class of a regular expression. */
const SIGN_CLASS = `[${KEY_SIGNS.replace(/[\]\\^-]/g, String.raw`\$&`)}]`;

const FISH_SCRIPT = shellText`
function __stet_find # the newsroom: the nearest folder with a stet.yaml, looked for as stet does
    set -l store $argv[1]
    set -l place (string replace -r -- '^~(?=/|$)' "$HOME" (test -n "$store"; and echo -- $store; or echo -- $argv[2]))
    set -l folder (builtin realpath -- $place 2>/dev/null)
    while not test -f "$folder/stet.yaml"
        test -n "$store" -o -z "$folder"; and return 1
        set folder (string replace -r '/[^/]*$' '' -- $folder)
        test -n "$HOME" -a "$folder" = (string replace -r '/[^/]*$' '' -- "$HOME"); and return 1
        contains -- "$folder" (string split : -- "$STET_CEILING_DIRS"); and return 1
    end
    echo -- $folder
end

function __stet_refresh # has the words made anew, in the background, when anything they are made of is newer
    set -l root $argv[1]
    set -l stamp $root/.stet/cache/complete/stamp
    set -l sources $root/stet.yaml $root/.stet/recent.json $root/.stet/trash
    set -a sources $root/.stet/index/*.db $root/.stet/index/*.db-wal
    if test -e $stamp
        set -l is_old
        for file in $sources
            test $file -nt $stamp; and set is_old 1; and break
        end
        test -n "$is_old"; or return
    end
    command -q stet; or return
    set -l now (date +%s)
    test (math $now - $__stet_asked) -lt 5; and return
    set -g __stet_asked $now
    command stet --store $root completion --refresh </dev/null >/dev/null 2>&1 &
    disown 2>/dev/null
end

function __stet_read # LIST TYPED HEAD: the words of a list that begin so, of more than 200 some
    set -l root (__stet_find "$__stet_store" "$__stet_start"); or return
    __stet_refresh $root
    set -l folder $root/.stet/cache/complete/$argv[1]
    test -d $folder; or return
    set -l key (string replace -ra ${fishQuoted(SIGN_CLASS)} _ -- "$argv[2]")
    set -l file $folder/+$key
    if not test -f $file # they are in the leaf that has most of their beginning
        while test -n "$key" -a ! -f "$folder/=$key"
            set key (string sub -l (math (string length -- $key) - 1) -- $key)
        end
        set file $folder/=$key
    end
    test -f $file -a -r $file; or return
    set -l pattern '^'(string escape --style=regex -- "$argv[2]")'[^[:cntrl:]]*\\t[^[:cntrl:]]*$'
    if test -z "$argv[3]"
        string match -r -- $pattern <$file # as it is read: what is held first and then printed takes twice as long
    else
        set -l lines (string match -r -- $pattern <$file)
        set -q lines[1]; and printf '%s\n' "$argv[3]"$lines
    end
end

function __stet_offer # SOURCE TYPED HEAD: the words of a source that begin so
    set -l source $argv[1]
    set -l typed $argv[2]
    set -l head $argv[3]
    switch $source
        case 'one:*'
            printf '%s\n' $head(string split , -- (string replace -r '^one:' '' -- $source))
        case 'some:*'
            set head $head(string replace -r '[^,]*$' '' -- $typed)
            printf '%s\n' $head(string split , -- (string replace -r '^some:' '' -- $source))
        case slugs
            test -n "$typed"; and __stet_read slugs "$typed" "$head"; or __stet_read recent '' "$head"
        case tags sections authors trash
            __stet_read $source "$typed" "$head"
        case query changes
            if test $source = query
                set head $head(string match -r '^[!(-]*' -- $typed)
                set typed (string replace -r '^[!(-]*' '' -- $typed)
            end
            if string match -qr '[:=]' -- $typed
                set -l parts (string match -r '^([^:=]*)([:=])((?:.*,)?)(.*)$' -- $typed)
                set -l field (string replace -r '[+-]$' '' -- $parts[2])
                __stet_offer (__stet_field $field; or echo none) "$parts[5]" "$head$parts[2]$parts[3]$parts[4]"
            else
                test $source = query; and __stet_read queries "$typed" "$head"
                test $source = changes -a -n "$typed"; and __stet_read slugs "$typed" ''
                printf '%s\n' $head(__stet_starts $source)
            end
        case files
            __fish_complete_path $typed | string replace -r '^' -- "$head"
        case folders
            __fish_complete_directories $typed '' | string replace -r '^' -- "$head"
    end
end

function __stet_complete
    set -l name ''
    set -l first none
    set -l rest none
    set -g __stet_start $PWD
    set -g __stet_store $STET_STORE
    set -l count 0
    set -l waiting ''
    set -l typed (commandline -ct | string replace -r '^["\']' '' | string replace -ra '\\\\(.)' '$1')
    for word in (commandline -opc)[2..-1]
        if test -n "$waiting"
            switch $waiting
                case -C --cd
                    set -g __stet_start $word
                case --store
                    set -g __stet_store $word
            end
            set waiting ''
            continue
        end
        switch $word
            case '--cd=*'
                set -g __stet_start (string replace -- --cd= '' $word)
            case '--store=*'
                set -g __stet_store (string replace -- --store= '' $word)
            case '--*=*'
            case '-C?*'
                set -g __stet_start (string replace -- -C '' $word)
            case '-?*'
                set -l value (__stet_value "$name" $word)
                test -n "$value"; and not string match -q '+*' -- $value; and set waiting $word
            case '*'
                if test -n "$name"
                    set count (math $count + 1)
                else
                    __stet_command $word
                end
        end
    end
    if test -n "$waiting"
        __stet_offer (__stet_value "$name" $waiting) "$typed" ''
    else if string match -q -- '--*=*' $typed
        set -l parts (string split -m 1 = -- $typed)
        set -l value (__stet_value "$name" $parts[1] | string replace -r '^\+' '')
        test -n "$value"; and __stet_offer $value "$parts[2]" "$parts[1]="
    else if string match -q -- '-*' $typed; and not begin; test $first = query; and string match -qr -- '^-[a-z]' $typed; end
        test -n "$name"; and __stet_words $name
        __stet_everywhere
    else if test -z "$name"
        __stet_words ''
    else if test $count -eq 0
        __stet_offer $first "$typed" ''
    else
        __stet_offer $rest "$typed" ''
    end
end

complete -c stet -e
complete -c stet -f -a '(__stet_complete)'
`;
