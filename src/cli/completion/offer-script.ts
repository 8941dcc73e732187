// What bash and zsh do alike: from the words before the cursor to the words that may stand there.
import { QUERY_SCRIPT } from "./query-script.ts";
import { shellText } from "./shell-text.ts";
import { VALUE_SCRIPT } from "./value-script.ts";

/**
 * `_stet_complete` reads `_stet_line` (the words before, without quotes) and `_stet_word` (up to the cursor). Around it
 * the shell's own script has `_stet_add WORD DESCRIPTION`, `_stet_way nospace|nosort|files|folders`,
 * `_stet_split_list A,B` into `_stet_list`, `_stet_has_any`, and `_stet_about COMMAND WORD`, a description in REPLY.
 */
export const OFFER_SCRIPT: string = shellText`
${VALUE_SCRIPT}${QUERY_SCRIPT}
_stet_each() { # COMMAND WORDS BUT: a list with commas, each with what is said about it, without those of another list
  local word
  _stet_split_list "$2"
  for word in "\${_stet_list[@]}"; do
    if [[ $word = "$_stet_prefix"* && ,$3, != *,"$word",* ]]; then
      _stet_about "$1" "$word"
      _stet_add "$word" "$REPLY"
    fi
  done
}

_stet_offer() { # SOURCE TYPED: the words of a source that begin so
  local field sign
  _stet_prefix=$2
  case $1 in
    one:*) _stet_each - "\${1#*:}" ;;
    some:*)
      _stet_after_comma
      _stet_each - "\${1#*:}"
      ;;
    slugs)
      if [[ -n $2 ]]; then _stet_read slugs; else
        _stet_way nosort
        _stet_read recent
      fi
      ;;
    tags | sections | authors | trash) _stet_read "$1" ;;
    query) _stet_offer_query "$2" ;;
    term | changes)
      while [[ $1 = term && $_stet_prefix = [\!\(-]* ]]; do
        _stet_head+=\${_stet_prefix:0:1} _stet_prefix=\${_stet_prefix:1}
      done
      if [[ $_stet_prefix = *[:=]* ]]; then
        field=\${_stet_prefix%%[:=]*}
        sign=\${_stet_prefix:\${#field}:1}
        _stet_head+=$field$sign _stet_prefix=\${_stet_prefix:$((\${#field} + 1))}
        _stet_field "\${field%[+\!-]}"
        if [[ $1 = term ]]; then _stet_offer_values "$REPLY"; else _stet_offer_item "$REPLY" "$field"; fi
      elif [[ $1 = term ]]; then
        if [[ -z $_stet_is_phrase ]]; then _stet_read queries; fi
        _stet_way nospace
        _stet_each - "$_stet_query_starts"
      else
        if [[ -n $2 ]]; then _stet_read slugs; fi
        _stet_way nospace
        _stet_each - "$_stet_change_starts"
      fi
      ;;
    files | folders) _stet_way "$1" ;;
  esac
}

_stet_after_comma() { # of a,b,c only what follows the last comma is sought
  if [[ $_stet_prefix = *,* ]]; then _stet_head+=\${_stet_prefix%,*}, _stet_prefix=\${_stet_prefix##*,}; fi
}

_stet_complete() {
  local _stet_name= _stet_takes=none _stet_flags= _stet_root= _stet_head= _stet_prefix=$_stet_word
  local _stet_start= _stet_store=$STET_STORE
  local _stet_form= _stet_typed= _stet_is_quoted= _stet_is_text=
  local REPLY= word= waiting= ended=
  local -a _stet_list
  for word in "\${_stet_line[@]:1}"; do
    if [[ -n $waiting ]]; then
      case $waiting in
        -C | --cd) _stet_start=$word ;;
        --store) _stet_store=$word ;;
      esac
      waiting=
      continue
    fi
    case $ended$word in
      --) ended=/ ;; # no word behind it looks like an option
      --cd=*) _stet_start=\${word#*=} ;;
      --store=*) _stet_store=\${word#*=} ;;
      --*=*) ;;
      -C?*) _stet_start=\${word#-C} ;;
      -?*) if _stet_value "$_stet_name" "$word" && [[ $REPLY != +* ]]; then waiting=$word; fi ;;
      *) if [[ -n $_stet_name ]]; then _stet_takes=\${_stet_takes#* }; else _stet_command "$word"; fi ;;
    esac
  done
  if [[ -n $waiting || $ended$_stet_word = --*=* ]]; then _stet_is_text=1; fi
  if [[ -n $waiting ]]; then
    _stet_value "$_stet_name" "$waiting"
    _stet_offer "$REPLY" "$_stet_word"
  elif [[ $ended$_stet_word = --*=* ]]; then
    _stet_value "$_stet_name" "\${_stet_word%%=*}" || return
    _stet_head=\${_stet_word%%=*}=
    _stet_offer "\${REPLY#+}" "\${_stet_word#*=}"
  elif [[ $ended$_stet_word = -* && ! ( $_stet_takes = query* && $_stet_word = -[a-z@\(]* ) ]]; then
    _stet_each "$_stet_name" "$_stet_flags"
    _stet_each "" "$_stet_everywhere" "$_stet_flags"
  elif [[ -z $_stet_name ]]; then
    _stet_each "" "$_stet_commands"
  else
    _stet_offer "\${_stet_takes%% *}" "$_stet_word"
  fi
}
`;
