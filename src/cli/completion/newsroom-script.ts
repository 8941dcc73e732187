// What bash and zsh share: find the newsroom, read its words with one grep, and have them made anew when they are old.
import { shellText } from "./shell-text.ts";

/**
 * Shell functions over `_stet_start`, `_stet_store`, `_stet_prefix`; each word read goes to `_stet_add WORD DESCRIPTION`.
 * Nothing that is read is ever run, and only plain files are opened.
 */
export const NEWSROOM_SCRIPT: string = shellText`
_stet_find() { # the newsroom: the nearest folder with a stet.yaml, looked for as stet does
  local folder=\${_stet_store:-$_stet_start}
  if [[ $folder != /* || $folder/ = */./* || $folder/ = */../* ]]; then
    folder=$(cd -- "$folder" 2>/dev/null && pwd) || return 1
  fi
  _stet_root=
  while [[ ! -f $folder/stet.yaml ]]; do
    if [[ -n $_stet_store || -z $folder ]]; then return 1; fi
    folder=\${folder%/*}
    if [[ $folder = "\${HOME%/*}" || :\${STET_CEILING_DIRS}: = *:"$folder":* ]]; then return 1; fi
  done
  _stet_root=$folder
}

_stet_refresh() { # has the words made anew, in the background, when anything they are made of is newer
  local stamp=$_stet_root/.stet/cache/complete/stamp file
  if [[ -e $stamp ]]; then
    for file in "$_stet_root"/stet.yaml "$_stet_root"/.stet/{recent.json,trash,index/*.db,index/*.db-wal}; do
      if [[ $file -nt $stamp ]]; then break; fi
      file=
    done
    if [[ -z $file ]]; then return; fi
  fi
  if [[ -n $_stet_asked && $((SECONDS - _stet_asked)) -lt 5 ]]; then return; fi
  _stet_asked=$SECONDS
  (command stet --store "$_stet_root" completion --refresh </dev/null >/dev/null 2>&1 &)
}

_stet_regex() { # the text as a basic regular expression
  local i char
  REPLY=
  for ((i = 0; i < \${#1}; i++)); do
    char=\${1:$i:1}
    case $char in
      '[' | ']' | '\' | '.' | '*' | '^' | '$') REPLY+="\\$char" ;;
      *) REPLY+=$char ;;
    esac
  done
}

_stet_read() { # the words of a list that begin as what is typed does, 200 at most
  local file line
  _stet_find || return
  _stet_refresh
  file=$_stet_root/.stet/cache/complete/$1.tsv
  if [[ ! -f $file ]]; then return; fi
  _stet_regex "$_stet_prefix"
  while IFS= read -r line; do
    _stet_add "\${line%%$'\t'*}" "\${line#*$'\t'}"
  done < <(LC_ALL=C command grep -m 200 -- "^$REPLY" "$file" 2>/dev/null)
}
`;
