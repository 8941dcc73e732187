// Completion for bash, 3.2 and later: a script that runs no program to find the words, printed from the table.
import { NEWSROOM_SCRIPT } from "./newsroom-script.ts";
import { OFFER_SCRIPT } from "./offer-script.ts";
import { shellText } from "./shell-text.ts";
import type { CompletionTable } from "./table.ts";
import { tablesScript } from "./tables-script.ts";

/** The whole script, for `eval "$(stet completion bash)"`. */
export function bashScript(table: CompletionTable): string {
  return `# bash completion for stet, made by: stet completion bash\n${tablesScript(table)}${NEWSROOM_SCRIPT}${OFFER_SCRIPT}${BASH_SCRIPT}`;
}

const BASH_SCRIPT = shellText`
_stet_split() { # the line up to the cursor as words without their quotes: _stet_line, and _stet_word at the cursor
  local line=\${COMP_LINE:0:COMP_POINT} breaks=\${COMP_WORDBREAKS-:=@} first= char= open= closed=0 i=0
  first=\${line%%[[:space:]]*}
  # what stands behind an alias; bash 3 does not tell
  if [[ $BASH_VERSINFO -ge 4 ]]; then line=\${BASH_ALIASES[$first]:-$first}\${line:\${#first}}; fi
  _stet_line=() _stet_word= _stet_quote= _stet_cut=0 _stet_redirect=
  for ((i = 0; i < \${#line}; i++)); do
    char=\${line:i:1}
    if [[ $_stet_quote = "'" || ( $_stet_quote = '"' && $char != '\' ) ]]; then
      if [[ $char = "$_stet_quote" ]]; then _stet_quote= _stet_cut=$closed; else _stet_word+=$char; fi
      continue
    fi
    case $char in
      '\')
        i=$((i + 1)) char=\${line:i:1} open=1
        if [[ $_stet_quote = '"' && $char != ['"$\`\'] ]]; then _stet_word+='\'; fi
        _stet_word+=$char
        ;;
      [[:space:]])
        if [[ -n $open && -z $_stet_redirect ]]; then _stet_line+=("$_stet_word"); fi
        if [[ -n $open ]]; then _stet_redirect=; fi
        _stet_word= _stet_cut=0 open=
        ;;
      # readline replaces what an open quote holds, of a closed one the quote too
      "'" | '"') _stet_quote=$char closed=$_stet_cut _stet_cut=\${#_stet_word} open=1 ;;
      '<' | '>')
        if [[ $_stet_word = *[!0-9]* ]]; then _stet_line+=("$_stet_word"); fi
        _stet_word= _stet_cut=0 open= _stet_redirect=1
        ;;
      *)
        _stet_word+=$char open=1
        # readline replaces what stands behind the last of these, and an @ itself
        if [[ $breaks = *"$char"* ]]; then _stet_cut=\${#_stet_word}; fi
        if [[ $char = @ && $breaks = *@* ]]; then _stet_cut=$((\${#_stet_word} - 1)); fi
        ;;
    esac
  done
}

_stet_add() { # a word, if it begins as what is typed does, quoted as what is typed is
  [[ $1 = "$_stet_prefix"* && $1 != *[[:cntrl:]]* ]] || return
  if [[ $_stet_form = item && $1 = *,* ]]; then return; fi
  REPLY=$1
  if [[ $_stet_form = value ]]; then _stet_as_value "$1"; fi
  if [[ $REPLY = "$1" || -n $_stet_is_quoted ]]; then
    _stet_quoted "$REPLY" && COMPREPLY[\${#COMPREPLY[@]}]=$REPLY
  elif _stet_quoted "$REPLY"; then
    # of several words readline types what they have in common, which has to go on from what is typed
    _stet_written[\${#COMPREPLY[@]}]=$REPLY
    _stet_quoted "$1"
    COMPREPLY[\${#COMPREPLY[@]}]=$REPLY
  fi
}

_stet_quoted() { # WORD: what is to stand in the place of what readline replaces, in REPLY; false where that cannot be
  local word=$_stet_head$1
  word=\${word:_stet_cut}
  case $_stet_quote in
    "'") if [[ $word = *"'"* ]]; then _stet_within "$word" && word=$REPLY; fi ;;
    '"')
      if [[ $word = *!* ]]; then return 1; fi # no quote keeps bash from reading it there
      if [[ $word = *['"$\`\']* ]]; then _stet_within "$word" && word=$REPLY; fi
      ;;
    *) if [[ $word =~ $_stet_unsafe ]]; then builtin printf -v word %q "$word"; fi ;;
  esac
  REPLY=$word
}

_stet_within() { # a word as it is written where the quote is open
  local i char
  REPLY=
  for ((i = 0; i < \${#1}; i++)); do
    char=\${1:i:1}
    case $_stet_quote$char in
      "''") char="'\''" ;;
      '"'['"$\`\']) char='\'$char ;;
    esac
    REPLY+=$char
  done
  # readline takes this for the end of the quote, and closes it no more
  if [[ $1 = *"$_stet_quote" ]]; then REPLY+=$_stet_quote; fi
}

_stet_unsafe='[^][:alnum:]_./:=@,+%-]' # a regular expression, as a pattern takes fifty times as long
_stet_special='[^][:alnum:]_./:=@+%-]|(^|/)(any|none|@me)(/|$)' # words that a query, or a list, may read otherwise
_stet_unlike_names='[^/ [:alnum:]._'"'"'-]|[/ ](OR|AND|NOT)[/ ]|/(any|none)/' # of words with / around each

_stet_add_lines() { # FILE: most words need no quotes, and go in one piece
  local line word IFS=/ _stet_form=$_stet_form
  local -a _stet_lines words
  if [[ $BASH_VERSINFO -ge 4 ]]; then
    mapfile -t _stet_lines <"$1"
  else
    _stet_lines=()
    while IFS= read -r line; do _stet_lines[\${#_stet_lines[@]}]=$line; done <"$1"
  fi
  words=()
  for word in "\${_stet_lines[@]%%$'\t'*}"; do
    if [[ $word = "$_stet_prefix"* ]]; then words[\${#words[@]}]=$word; fi
  done
  if [[ $_stet_form = value && -z $_stet_is_quoted$_stet_is_text && \${_stet_head%?} != *[:=,\(]* &&
    ! /\${words[*]}/ =~ $_stet_unlike_names ]]; then
    _stet_form= # none is written otherwise
  fi
  if [[ $_stet_cut -le \${#_stet_head} && -z $_stet_is_quoted &&
    ! $_stet_quote$_stet_head\${words[*]} =~ $_stet_unsafe &&
    ( -z $_stet_form || ! \${words[*]} =~ $_stet_special ) ]]; then
    COMPREPLY+=("\${words[@]/#/\${_stet_head:_stet_cut}}")
  else
    for word in "\${words[@]}"; do _stet_add "$word"; done
  fi
}

_stet_behind() { # no subshell around it: waiting for that one takes as long as all the rest
  { "$@" </dev/null >/dev/null 2>&1 & } 2>/dev/null
  disown $! 2>/dev/null
}

_stet_way() { # compopt came with bash 4
  case $1 in
    files | folders)
      if [[ $_stet_cut -ne \${#_stet_head} ]]; then
        _stet_add_paths "$1"
      elif [[ $1 = files ]]; then
        compopt -o default
      else
        compopt -o dirnames
      fi
      ;;
    nospace) ;;
    *) compopt -o "$1" ;;
  esac 2>/dev/null
}

_stet_add_paths() { # readline looks for those by itself where its word is ours
  local file
  for file in "$_stet_prefix"*; do
    if [[ -d $file ]]; then _stet_add "$file/"; elif [[ -e $file && $1 = files ]]; then _stet_add "$file"; fi
  done
}

_stet_split_list() {
  local IFS=,
  set -f
  _stet_list=($1)
  set +f
}

_stet_here() { # only where a link led there it takes a subshell to tell
  local above=$PWD
  REPLY=$PWD
  while [[ -n $above && ! -L $above ]]; do above=\${above%/*}; done
  if [[ -n $above ]]; then REPLY=$(builtin pwd -P); fi
}

_stet_variable() { REPLY=\${!1}; }

_stet_absolute() { # a person's own cd may write something
  REPLY=$(CDPATH= builtin cd -- "$1" >/dev/null 2>&1 && builtin pwd)
}

_stet_has_any() { [[ \${#COMPREPLY[@]} -gt 0 ]]; }

_stet_about() { REPLY=; }

_stet() {
  local back at # without values, as set -k has those for the environment
  # options of the person's own, put back at the end
  back=
  for at in e f k u; do
    if [[ $- = *"$at"* ]]; then back+="set -$at;"; fi
  done
  for at in failglob nocasematch; do
    if shopt -q "$at"; then back+="shopt -s $at;"; fi
  done
  set +efku
  shopt -u failglob nocasematch
  local _stet_word= _stet_quote= _stet_cut=0 _stet_redirect= IFS=$' \t\n'
  local -a _stet_line _stet_written
  COMPREPLY=() _stet_written=()
  _stet_split
  if [[ -n $_stet_redirect ]]; then _stet_way default; else _stet_complete; fi
  # one word, or one after the other, as menu-complete (37 is its %) has them
  if [[ \${#COMPREPLY[@]} -eq 1 || $COMP_TYPE = 37 ]]; then
    for at in "\${!_stet_written[@]}"; do COMPREPLY[at]=\${_stet_written[at]}; done
  fi
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} = *[:=/] ]]; then compopt -o nospace 2>/dev/null; fi
  eval "$back"
}

complete -F _stet stet
`;
