// What a query in one argument is made of, for fish: the term at the cursor, and how values are written behind a field.
import { BLANKS, GRAMMAR, LISTED_FIELDS } from "./query-values.ts";
import { fishQuoted, shellText } from "./shell-text.ts";

/** A line whose word a query reads otherwise without quotes. */
const SPECIAL = '^(?:[^\\t]*[,()"*]|(?:any|none|@me)\\t)';
const BLANK_SIGNS = String.raw`\s${BLANKS}\x{2000}-\x{200a}\x{2028}\x{2029}\x{205f}\x{3000}`;
const BLANK = `[ ${BLANKS}\\x{2000}-\\x{200a}\\x{205f}\\x{3000}]`;

/** What ends outside of quotes, and the term behind it. */
const TERMS = String.raw`^((?:(?:[^"()${BLANK_SIGNS}]|"(?:[^"\\]|\\.)*")*[()${BLANK_SIGNS}])*)(.*)$`;
/** The last field with a value that may have blanks and is begun without a quote. */
const FIELD = `^((?:.*[()${BLANK_SIGNS}])?[!-]*)(${LISTED_FIELDS})(?::|!?=)(?!")`;

export const FISH_QUERY_SCRIPT: string = shellText`
function __stet_terms # TYPED HEAD: of a query in one argument the term at its end; what stands before it stays
    set -l parts (string match -r -- ${fishQuoted(TERMS)} "$argv[1]")
    set -l field (string match -r -- ${fishQuoted(FIELD)} "$parts[2]")
    if set -q field[1] # a value with blanks, of which so much is typed
        test -n "$field[2]"; and string match -qr -- '[^!-]' $field[2]; and set -g __stet_query text
        set -l rest (string sub -s (math (string length -- $field[1]) + 1) -- $argv[1])
        set -g __stet_form $__stet_query
        set -l offers (__stet_offer (__stet_field $field[3]) "$rest" "$argv[2]$field[1]")
        set -g __stet_form ''
        if set -q offers[1]
            printf '%s\n' $offers
            return
        end
    end
    set -g __stet_is_phrase ''
    if test -n "$parts[2]"
        test $__stet_query = value; and not string match -qr -- ${fishQuoted(GRAMMAR)} $parts[2]; and set -g __stet_is_phrase 1
        set -g __stet_query text
    end
    __stet_offer term "$parts[3]" "$argv[2]$parts[2]"
end

function __stet_values # SOURCE TYPED HEAD: what a query can ask of a field
    # a value that has a comma itself, of which so much is typed
    if string match -q '*,*' -- $argv[2]; and not string match -q '*"*' -- $argv[2]; and not string match -q 'one:*' -- $argv[1]
        set -g __stet_form $__stet_query
        __stet_offer $argv[1] $argv[2] $argv[3]
    end
    # of "a, b",c what follows the last comma that parts them is sought
    set -l parts (string match -r -- '^((?:(?:"(?:[^"\\\\]|\\\\.)*"|[^",])*,)?)(("?)(.*))$' $argv[2])
    set -l typed $parts[5]
    set -g __stet_form $__stet_query
    test -n "$parts[2]"; and set -g __stet_form list
    if test -n "$parts[4]"
        set -g __stet_form quoted
        set typed (string replace -r '^((?:[^"\\\\]|\\\\.)*)".*' '$1' -- $typed | string replace -ra '\\\\(.)' '$1')
    end
    __stet_offer $argv[1] "$typed" "$argv[3]$parts[2]"
    set -g __stet_form ''
end

function __stet_written # HEAD TYPED LINES: the words as a query, or a list, has them behind the head
    set -l lines $argv[3..-1]
    set -l special
    switch $__stet_form
        case item # of what is parted by commas
            set lines (string match -rv -- '^[^\t]*,' $lines)
        case quoted
            set special '^'
        case text list
            set special ${fishQuoted(SPECIAL)}'|^[^\t]*'${fishQuoted(BLANK)}
        case value # a word of the command line may have blanks where nothing in it looks like more of a query
            set special ${fishQuoted(SPECIAL)}'|^(?=[^\t]*'${fishQuoted(BLANK)}')(?:[^\t]*[^\p{L}\p{M}\p{N}_ .\'\t-]|(?:[^\t]* )?(?:OR|AND|NOT)[ \t])'
    end
    if test -n "$special"
        # fish shows only those that go on from what is typed where any does
        test -n "$argv[2]"; and string match -rqv -- $special $lines; and string match -rq -- $special $lines; and set special '^'
        for line in (string match -re -- $special $lines)
            set -l parts (string split -m 1 \t -- $line)
            printf '%s"%s"\t%s\n' "$argv[1]" (string replace -ra '["\\\\]' '\\\\$0' -- $parts[1]) "$parts[2]"
        end
        set lines (string match -rv -- $special $lines)
    end
    set -q lines[1]; and printf '%s\n' "$argv[1]"$lines
end
`;
