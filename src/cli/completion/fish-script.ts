// What the script for fish does with its tables: from the words before the cursor to the words that may stand there.
import { KEY_SIGNS } from "../../base/word-leaves.ts";
import { FISH_QUERY_SCRIPT } from "./fish-query-script.ts";
import { fishQuoted, shellText } from "./shell-text.ts";

/** As a class of a regular expression. */
const SIGN_CLASS = `[${KEY_SIGNS.replace(/[\]\\^-]/g, String.raw`\$&`)}]`;

export const FISH_SCRIPT: string = shellText`${FISH_QUERY_SCRIPT}
function __stet_find # the newsroom: the nearest folder with a stet.yaml, looked for as stet does
    set -l folder $PWD
    for named in "$__stet_start" "$__stet_store"
        set -l parts (string match -r -- '^\$(\w+)(.*)$' $named)
        if set -q parts[2] # a variable at its beginning
            set -l name $parts[2]
            set named "$$name$parts[3]"
            test -n "$named"; or return 1
        end
        switch $named
            case ''
            case '~' '~/*'
                set folder (string replace -- '~' "$HOME" $named)
            case '/*'
                set folder $named
            case '*'
                set folder $folder/$named
        end
    end
    test -d $folder; or return 1
    set folder (builtin realpath -- $folder)
    while not test -f "$folder/stet.yaml"
        test -n "$__stet_store" -o -z "$folder"; and return 1
        set folder (string replace -r '/[^/]*$' '' -- $folder)
        test -n "$HOME" -a "$folder" = (string replace -r '/[^/]*$' '' -- "$HOME"); and return 1
        contains -- "$folder" (string split : -- "$STET_CEILING_DIRS"); and return 1
    end
    echo -- $folder
end

function __stet_refresh # has the words made anew, in the background, when anything they are made of is newer
    set -l root $argv[1]
    set -l stamp $root/.stet/cache/complete/stamp
    set -l sources $root/stet.yaml $root/.stet/trash
    set -a sources $root/.stet/index/*.db $root/.stet/index/*.db-wal
    if test -e $stamp
        set -l is_old
        for file in $sources
            test $file -nt $stamp; and set is_old 1; and break
        end
        test -n "$is_old"; or return
    end
    command -q stet; or return
    set -l now (command date +%s)
    test (math $now - $__stet_asked) -lt 5; and return
    set -g __stet_asked $now
    command stet --store $root completion --refresh </dev/null >/dev/null 2>&1 &
    disown 2>/dev/null
end

function __stet_read # LIST TYPED HEAD: the words of a list that begin so, of more than 200 some
    set -l root (__stet_find); or return
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
        __stet_written "$argv[3]" "$argv[2]" (string match -r -- $pattern <$file)
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
            __stet_read (test -n "$typed"; and echo slugs; or echo recent) "$typed" "$head"
        case tags sections authors trash
            __stet_read $source "$typed" "$head"
        case query
            __stet_terms "$typed" "$head"
        case term changes
            if test $source = term
                set head $head(string match -r '^[!(-]*' -- $typed)
                set typed (string replace -r '^[!(-]*' '' -- $typed)
            end
            if string match -qr '[:=]' -- $typed
                set -l parts (string match -r '^([^:=]*)([:=])((?:.*,)?)(.*)$' -- $typed)
                set -l field (string replace -r '[+!-]$' '' -- $parts[2])
                set -l values (__stet_field $field; or echo none)
                if test $source = term
                    string match -q '*(*' -- $head; and set -g __stet_query text
                    __stet_values $values "$parts[4]$parts[5]" "$head$parts[2]$parts[3]"
                else if contains -- $values tags authors slugs; and test $field = $parts[2]
                    set -g __stet_form item
                    __stet_offer $values "$parts[5]" "$head$parts[2]$parts[3]$parts[4]"
                else # += takes one item, commas and all
                    __stet_offer $values "$parts[4]$parts[5]" "$head$parts[2]$parts[3]"
                end
            else
                test $source = term -a -z "$__stet_is_phrase"; and __stet_read queries "$typed" "$head"
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
    set -l takes none
    set -g __stet_start ''
    set -g __stet_store $STET_STORE
    set -g __stet_form ''
    set -g __stet_query value
    set -g __stet_is_phrase ''
    set -l waiting ''
    set -l ended ''
    # of a word that ends with a backslash there is no more than what stands there
    set -l typed (string unescape -- (commandline -ct) 2>/dev/null; or commandline -ct)
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
        switch $ended$word
            case -- # no word behind it looks like an option
                set ended /
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
                if test -z "$name"
                    __stet_command $word
                else if set -q takes[2]
                    set -e takes[1]
                end
        end
    end
    if test -n "$waiting"; or string match -q -- '--*=*' "$ended$typed"
        set -g __stet_query text
    end
    if test -n "$waiting"
        __stet_offer (__stet_value "$name" $waiting) "$typed" ''
    else if string match -q -- '--*=*' "$ended$typed"
        set -l parts (string split -m 1 = -- $typed)
        set -l value (__stet_value "$name" $parts[1] | string replace -r '^\+' '')
        test -n "$value"; and __stet_offer $value "$parts[2]" "$parts[1]="
    else if string match -q -- '-*' "$ended$typed"; and not begin; test $takes[1] = query; and string match -qr -- '^-[a-z@(]' $typed; end
        test -n "$name"; and __stet_words $name
        __stet_everywhere
    else if test -z "$name"
        __stet_words ''
    else
        __stet_offer $takes[1] "$typed" ''
    end
end

complete -c stet -e
complete -c stet -f -a '(__stet_complete)'
`;
