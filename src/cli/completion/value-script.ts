// What is typed of a query's value, and how a value is written there, for bash and zsh alike.
import { shellText } from "./shell-text.ts";
import { BLANKS } from "./query-values.ts";

/**
 * A shell's own `_stet_add` asks `_stet_as_value` where `_stet_form` is `value`, and leaves out what has a comma where it is
 * `item`. `_stet_is_text` is set where the word is a whole query, `_stet_is_quoted` where the value is begun with a quote.
 */
export const VALUE_SCRIPT: string = shellText`
_stet_offer_values() { # SOURCE: what can be asked of a field
  local head=$_stet_head rest=$_stet_prefix
  _stet_form=value
  # a value that has a comma itself, of which so much is typed
  if [[ $1 != one:* && $rest = *,* && $rest != *\"* ]]; then
    _stet_typed=$rest
    _stet_offer "$1" "$rest"
  fi
  _stet_head=$head _stet_prefix=$rest
  _stet_last_value
  _stet_offer "$1" "$_stet_prefix"
}

_stet_offer_item() { # SOURCE KEY: what a field can be set to; only lists are parted by commas, and += takes one item
  case $1 in
    tags | authors | slugs)
      if [[ $2 != *[+-] ]]; then
        _stet_form=item
        _stet_after_comma
      fi
      ;;
  esac
  _stet_offer "$1" "$_stet_prefix"
}

_stet_last_value() { # of "a, b",c what follows the last comma that parts them is sought
  local i char value= within= at=0
  for ((i = 0; i < \${#_stet_prefix}; i++)); do
    char=\${_stet_prefix:$i:1}
    case $within$char in
      '"\')
        i=$((i + 1))
        value+=\${_stet_prefix:$i:1}
        ;;
      '""') within=closed ;;
      ,*)
        at=$((i + 1)) value= _stet_is_quoted=
        ;;
      closed,) at=$((i + 1)) value= within= _stet_is_quoted= ;;
      '"')
        if [[ -z $value ]]; then within=$char _stet_is_quoted=1; else value+=$char; fi
        ;;
      '"'*) value+=\${char} ;;
      *) value+=$char ;;
    esac
  done
  _stet_head+=\${_stet_prefix:0:$at} _stet_typed=\${_stet_prefix:$at}
  _stet_prefix=$value
}

_stet_as_value() { # WORD: as a query has it, in REPLY
  local i char
  REPLY=$1
  if [[ -z $_stet_is_quoted ]] && ! _stet_needs_quotes "$1"; then return; fi
  REPLY=\"$1\"
  if [[ $1 != *[\"\\]* ]]; then return; fi
  REPLY='"'
  for ((i = 0; i < \${#1}; i++)); do
    char=\${1:$i:1}
    if [[ $char = [\"\\] ]]; then REPLY+='\'; fi
    REPLY+=$char
  done
  REPLY+='"'
}

# regular expressions, as bash takes many times as long for patterns
_stet_sign='[,()"*]|^(any|none|@me)$'
_stet_blank='[[:space:]${BLANKS}]'
_stet_unlike='[^ [:alnum:]._'"'"'-]|(^| )(OR|AND|NOT)( |$)'

_stet_needs_quotes() { # WORD: whether a query reads it otherwise without them
  if [[ $1 =~ $_stet_sign ]]; then return 0; fi
  # a word of the command line may have blanks where nothing in it looks like more of a query
  [[ $1 =~ $_stet_blank && ( -n $_stet_is_text || \${_stet_head%?} = *[:=,\(]* || $1 =~ $_stet_unlike ) ]]
}
`;
