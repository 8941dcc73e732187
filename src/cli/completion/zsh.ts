// Completion for zsh, 5 and later: a script that runs no program to find the words, printed from the table.
import { NEWSROOM_SCRIPT } from "./newsroom-script.ts";
import { OFFER_SCRIPT } from "./offer-script.ts";
import { quoted, shellText } from "./shell-text.ts";
import type { CompletedOption, CompletionTable } from "./table.ts";
import { tablesScript } from "./tables-script.ts";

/** The whole script, to be the file `_stet` in a folder of $fpath, or sourced behind compinit. */
export function zshScript(table: CompletionTable): string {
  return `#compdef stet\n# zsh completion for stet, made by: stet completion zsh\n${tablesScript(table)}${aboutScript(table)}${NEWSROOM_SCRIPT}${OFFER_SCRIPT}${ZSH_SCRIPT}`;
}

function aboutScript({ commands, everywhere }: CompletionTable): string {
  const cases = [
    ...commands.flatMap(({ names, summary }) => names.map((name) => aboutCase("", name, summary))),
    ...commands.flatMap(({ name, options }) => optionCases(name, options)),
    ...optionCases("", everywhere),
  ];
  return `
_stet_about() { # COMMAND WORD: what is said about it
  case \${1}:\${2} in
${cases.join("\n")}
    *) REPLY= ;;
  esac
}
`;
}

function optionCases(command: string, options: readonly CompletedOption[]): string[] {
  return options.map(({ name, description }) => aboutCase(command, name, description));
}

function aboutCase(command: string, word: string, description: string): string {
  return `    ${command}:${word}) REPLY=${quoted(description)} ;;`;
}

const ZSH_SCRIPT = shellText`
_stet_add() { # a word and how it is shown, if it begins as what is typed does
  if [[ $1 != "$_stet_prefix"* || $1 = *[[:cntrl:]]* || ( $_stet_form = item && $1 = *,* ) ]]; then return; fi
  local shown="$1\${2:+  -- \${2//[[:cntrl:]]/ }}"
  REPLY=$1
  if [[ $_stet_form = value ]]; then
    _stet_as_value "$1"
    if [[ $REPLY != "$_stet_typed"* ]]; then # it takes the place of what is typed
      _stet_others+=("$_stet_head$REPLY") _stet_others_shown+=("$shown")
      return
    fi
  fi
  _stet_found+=("$_stet_head$REPLY") _stet_shown+=("$shown")
  if [[ -n $_stet_open ]]; then _stet_starts+=("$_stet_head$REPLY"); fi
}

# words with / around each that a query, or a list, may read otherwise; where sh_glob is set it could not stand bare
_stet_special='(*[^[:alnum:]_.:@+%/-]*|*/(any|none|@me)/*)'

_stet_add_lines() { # FILE: all lines at once, as zsh is slow at one after another
  local text="$(<"$1")"
  local -a found shown
  found=("\${(@M)\${(@f)text}:#\${_stet_prefix}*}")
  if [[ -n $_stet_form && ( -n $_stet_is_quoted || /\${(j:/:)found%%$'\t'*}/ = \${~_stet_special} ) ]]; then
    for text in "\${(@)found}"; do _stet_add "\${text%%$'\t'*}" "\${text#*$'\t'}"; done
    return
  fi
  shown=("\${(@)found/$'\t'/  -- }")
  if [[ \${(j::)shown} = *[[:cntrl:]]* ]]; then
    found=("\${(@)found:#*[[:cntrl:]]*$'\t'*}")
    shown=("\${(@)found/$'\t'/  -- }")
    shown=("\${(@)shown//[[:cntrl:]]/ }")
  fi
  if [[ $text$'\n' = *$'\t\n'* ]]; then shown=("\${(@)shown%  -- }"); fi
  _stet_found+=("$_stet_head\${(@)^found%%$'\t'*}")
  _stet_shown+=("\${(@)shown}")
}

_stet_behind() { "$@" </dev/null &>/dev/null &! }

_stet_way() {
  case $1 in
    nospace) _stet_open=1 ;;
    nosort) _stet_order=-V ;;
    files) _stet_after_head _files ;;
    folders) _stet_after_head _files -/ ;;
  esac
}

_stet_after_head() { # what stands behind --output= is a word of its own
  if [[ -n $_stet_head ]]; then compset -P '[^=]#='; fi
  "$@"
}

_stet_here() { REPLY=\${PWD:A}; }

_stet_variable() { REPLY=\${(P)1}; }

_stet_absolute() { REPLY=\${1:a}; }

_stet_has_any() { (($#_stet_found + $#_stet_others)); }

_stet_split_list() { _stet_list=("\${(@s:,:)1}"); }

_stet() {
  setopt local_options null_glob no_sh_file_expansion
  local MATCH MBEGIN MEND match mbegin mend # which =~ sets
  local _stet_word= _stet_open= _stet_order=-J at=0
  local -a _stet_line _stet_found _stet_shown _stet_starts _stet_others _stet_others_shown
  _stet_line=("\${(@Q)words[1,CURRENT-1]}")
  # of a quote that is still open PREFIX has what is in it
  _stet_word=$compstate[quote]$PREFIX\${compstate[quote]#\$}
  _stet_word=\${(Q)_stet_word}
  _stet_complete
  at=$(($#_stet_found - $#_stet_starts))
  if ((at > 0)); then
    compadd $_stet_order stet -l -d _stet_shown -- "\${(@)_stet_found[1,at]}"
  fi
  if (($#_stet_starts > 0)); then
    shift at _stet_shown
    compadd -J starts -S '' -d _stet_shown -- "\${(@)_stet_starts}"
  fi
  if (($#_stet_others > 0)); then
    compadd -U -J others -l -d _stet_others_shown -- "\${(@)_stet_others}"
    # what all have in common would be shorter than what is typed
    if (($#_stet_found > 0)) && [[ $compstate[insert] = *unambiguous ]]; then compstate[insert]=; fi
  fi
}

if [[ \${funcstack[1]} = _stet ]]; then _stet "$@"; else compdef _stet stet; fi
`;
