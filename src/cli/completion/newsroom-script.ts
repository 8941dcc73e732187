// What bash and zsh share: find the newsroom, read its words without a process, and have them made anew when they are old.
import { KEY_SIGNS } from "../../base/word-leaves.ts";
import { quoted, shellText } from "./shell-text.ts";

/**
 * Shell functions over `_stet_start`, `_stet_store`, `_stet_prefix` and `_stet_head`. `_stet_add_lines FILE` offers the
 * lines (`WORD TAB DESCRIPTION`) whose word begins as what is typed does, `_stet_here` has in REPLY where the shell is,
 * without links, `_stet_variable NAME` the value of one, `_stet_absolute FOLDER` the path of a folder that is there, `_stet_behind COMMAND` runs one that is not waited for. Nothing that is read is ever run,
 * and only plain files are opened.
 */
export const NEWSROOM_SCRIPT: string = shellText`
_stet_find() { # the newsroom: the nearest folder with a stet.yaml, looked for as stet does
  local folder named
  _stet_here
  folder=$REPLY
  for named in "$_stet_start" "$_stet_store"; do
    if [[ -z $named ]]; then continue; fi
    _stet_expand "$named"
    case $REPLY in
      '') return 1 ;;
      /*) folder=$REPLY ;;
      *) folder=$folder/$REPLY ;;
    esac
  done
  if [[ ! -d $folder ]]; then return 1; fi
  if [[ $folder/ = */./* || $folder/ = */../* ]]; then
    _stet_absolute "$folder"
    folder=$REPLY
  fi
  while [[ ! -f $folder/stet.yaml ]]; do
    if [[ -n $_stet_store || -z $folder ]]; then return 1; fi
    folder=\${folder%/*}
    if [[ $folder = "\${HOME%/*}" || :\${STET_CEILING_DIRS}: = *:"$folder":* ]]; then return 1; fi
  done
  _stet_root=$folder
}

_stet_expand() { # FOLDER: with what ~ or a variable at its beginning stands for
  local name=\${1%%/*} rest
  rest=\${1:\${#name}} REPLY=$1
  case $name in
    '~') REPLY=$HOME$rest ;;
    '$'*)
      name=\${name#?}
      if [[ $name = '{'*'}' ]]; then name=\${name:1:\${#name}-2}; fi
      # of what is no name bash could run a part
      if [[ -z $name || $name = [0-9]* || $name = *[!A-Za-z0-9_]* ]]; then return; fi
      _stet_variable "$name"
      REPLY+=$rest
      ;;
  esac
}

_stet_asked=

_stet_refresh() { # has the words made anew, in the background, when anything they are made of is newer
  local stamp=$_stet_root/.stet/cache/complete/stamp file
  if [[ -e $stamp ]]; then
    for file in "$_stet_root"/stet.yaml "$_stet_root"/.stet/{trash,index/*.db,index/*.db-wal}; do
      if [[ $file -nt $stamp ]]; then break; fi
      file=
    done
    if [[ -z $file ]]; then return; fi
  fi
  # SECONDS begin again where a person's own prompt counts with them
  if [[ -n $_stet_asked ]] && ((SECONDS >= _stet_asked && SECONDS < _stet_asked + 5)); then return; fi
  _stet_asked=$SECONDS
  _stet_behind command stet --store "$_stet_root" completion --refresh
}

_stet_signs=${quoted(KEY_SIGNS)}

_stet_key() { # what is typed as the files of a list are called: signs are _
  local i char
  REPLY=
  for ((i = 0; i < \${#1}; i++)); do
    char=\${1:$i:1}
    if [[ $_stet_signs = *"$char"* ]]; then char=_; fi
    REPLY+=$char
  done
}

_stet_read() { # the words of a list that begin as what is typed does, of more than 200 some
  local folder file
  _stet_find || return
  _stet_refresh
  folder=$_stet_root/.stet/cache/complete/$1
  _stet_key "$_stet_prefix"
  file=$folder/+$REPLY
  if [[ ! -f $file ]]; then # they are in the leaf that has most of their beginning
    while [[ -n $REPLY && ! -f $folder/=$REPLY ]]; do REPLY=\${REPLY%?}; done
    file=$folder/=$REPLY
  fi
  if [[ -f $file && -r $file ]]; then _stet_add_lines "$file"; fi
}
`;
