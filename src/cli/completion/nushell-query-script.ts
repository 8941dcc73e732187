// What a query in one argument is made of, for Nushell: the term at the cursor, and how values are written behind a field.
import { GRAMMAR, LISTED_FIELDS } from "./query-values.ts";
import { nushellQuoted, shellText } from "./shell-text.ts";

/** What ends outside of quotes, and the term behind it with its signs. */
const TERMS = String.raw`^(?<before>(?:(?:[^"()\s]|"(?:[^"\\]|\\.)*")*[()\s])*)(?<signs>[!(-]*)(?<last>.*)$`;
/** The last field with a value that may have blanks and is begun without a quote. */
const FIELD = `^(?<begun>(?<before>(?:.*[()\\s])?)[!-]*(?<field>${LISTED_FIELDS})(?::|!?=))(?!")`;

/** Values with commas between them, the last of them perhaps begun with a quote. */
const VALUES = String.raw`^(?<before>(?:(?:"(?:[^"\\]|\\.)*"|[^",])*,)?)(?<quote>"?)(?<last>.*)$`;
const CLOSED = String.raw`^((?:[^"\\]|\\.)*)".*$`;
const ESCAPED = String.raw`\\(.)`;
/** What a query reads otherwise without quotes. */
const SPECIAL = '[,()"*]|^(?:any|none|@me)$';
/** A word of the command line may have blanks where nothing in it looks like more of a query. */
const UNLIKE_WORDS = String.raw`|\p{Z}.*[^\p{L}\p{M}\p{N}_ .'-]|[^\p{L}\p{M}\p{N}_ .'-].*\p{Z}|[^ \P{Z}]|(?:^| )(?:OR|AND|NOT) | (?:OR|AND|NOT)$`;

export const NUSHELL_QUERY_SCRIPT: string = shellText`
const SPECIAL = ${nushellQuoted(SPECIAL)}

def asked-terms [place: record, typed: string, head: string] { # of a query in one argument the term at its end; what stands before it stays
  let parts = $typed | parse -r ${nushellQuoted(TERMS)} | get 0
  if $parts.before == '' { return (asked $place term $parts.last ($head + $parts.signs)) }
  let field = $parts.before | parse -r ${nushellQuoted(FIELD)}
  if ($field | is-not-empty) { # a value with blanks, of which so much is typed
    let field = $field.0
    let is_alone = not $place.is_text and $field.before == ''
    let rest = $typed | str substring ($field.begun | str length)..
    let values = offered $place ($FIELDS | get $field.field) $rest '' | as-values false $is_alone
    if ($values | is-not-empty) { return ($values | behind ($head + $field.begun)) }
  }
  let is_phrase = not $place.is_text and $parts.before !~ ${nushellQuoted(GRAMMAR)}
  asked ($place | merge {is_text: true, is_phrase: $is_phrase}) term $parts.last ($head + $parts.before + $parts.signs)
}

def asked-values [place: record, source: string, rest: string, head: string] { # what a query can ask of a field
  let is_alone = not $place.is_text and $head !~ '\('
  # a value that has a comma itself, of which so much is typed
  let whole = if $rest =~ '^[^"]*,[^"]*$' and $source !~ '^one:' { offered $place $source $rest '' | as-values false $is_alone | behind $head }
  # of "a, b",c what follows the last comma that parts them is sought
  let parts = $rest | parse -r ${nushellQuoted(VALUES)} | get 0
  let last = if $parts.quote == '' { $parts.last } else {
    $parts.last | str replace -r ${nushellQuoted(CLOSED)} '$1' | str replace -ar ${nushellQuoted(ESCAPED)} '$1'
  }
  let values = offered $place $source $last '' | that-begin $last | as-values ($parts.quote != '') ($is_alone and $parts.before == '')
  $whole | append ($values | behind ($head + $parts.before))
}

def as-values [is_quoted: bool, is_alone: bool] { # words as a query has them
  let offers = $in
  let joined = $offers | get -o value | default [] | str join (char newline)
  if not $is_quoted and $joined !~ '[^\p{L}\p{M}\p{N}_.:@+%/\n-]|(?m)^(any|none|@me)$' { return $offers }
  let special = if $is_quoted { '^' } else if not $is_alone { $SPECIAL + '|\p{Z}' } else { $SPECIAL + ${nushellQuoted(UNLIKE_WORDS)} }
  mut written = []
  for offer in $offers {
    $written ++= [(if $offer.value =~ $special { $offer | update value ('"' + ($offer.value | str replace -ar '["\\]' '\$0') + '"') } else { $offer })]
  }
  $written
}

def asked [place: record, source: string, typed: string, head: string] { # of a query, or of a change
  let parts = $typed | parse -r '^(?<field>[^:=]*)(?<sign>[:=])(?<rest>.*)$'
  if ($parts | is-not-empty) {
    let part = $parts.0
    let values = $FIELDS | get -o ($part.field | str replace -r '[+!-]$' '') | default none
    let before = $head + $part.field + $part.sign
    if $source == term {
      asked-values $place $values $part.rest $before
    } else if $values in [tags authors slugs] and $part.field !~ '[+-]$' {
      let items = $part.rest | parse -r '^(?<before>(?:.*,)?)(?<last>.*)$' | get 0
      offered $place $values $items.last '' | where value !~ ',' | behind ($before + $items.before)
    } else { # += takes one item, commas and all
      offered $place $values $part.rest $before
    }
  } else if $source == term {
    (if not $place.is_phrase { listed $place queries $typed }) | append (one-of $QUERY_STARTS | that-begin $typed) | behind $head
  } else {
    (if $typed != '' { listed $place slugs $typed }) | append (one-of $CHANGE_STARTS)
  }
}
`;
