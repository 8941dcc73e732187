// What the script for Nushell does with its tables: from the words before the cursor to the words that may stand there.
import { KEY_SIGNS } from "../../base/word-leaves.ts";
import { NUSHELL_QUERY_SCRIPT } from "./nushell-query-script.ts";
import { nushellQuoted, shellText } from "./shell-text.ts";

/** As a class of a regular expression. */
const SIGN_CLASS = `[${KEY_SIGNS.replace(/[\][\\^&~-]/g, String.raw`\$&`)}]`;

export const NUSHELL_SCRIPT: string = shellText`
${NUSHELL_QUERY_SCRIPT}
def newsroom [store: string, start: string] { # the nearest folder with a stet.yaml, looked for as stet does; null for none
  mut folder = $start | path expand | path join (if $store starts-with '~' { $store | path expand } else { $store }) | path expand
  if ($folder | path type) != dir { return null }
  let stops = $env.STET_CEILING_DIRS? | default '' | split row (char esep) | append ($env.HOME? | default '' | path dirname)
  while ($folder | path join stet.yaml | path expand | path type) != file {
    let above = $folder | path dirname
    if $store != '' or $above in ['' $folder] or $above in $stops { return null }
    $folder = $above
  }
  $folder
}

def is-old [root: string, list: string] { # when anything that the words of a list are made of is newer
  let stamp = $root | path join .stet cache complete stamp
  if not ($stamp | path exists) { return true }
  # Few of them, as each takes a thread of its own.
  let made = %ls -D $stamp | get 0.modified
  if $list == trash {
    let trash = $root | path join .stet trash
    return (($trash | path exists) and (%ls -D $trash | get 0.modified) > $made)
  }
  if $list in [sections authors queries] and (%ls -D ($root | path join stet.yaml | path expand) | get 0.modified) > $made { return true }
  let index = $root | path join .stet index
  # A loop, as a closure takes half a millisecond to begin.
  for file in (if ($index | path exists) { %ls -a -s $index } else { [] }) {
    if $file.modified > $made and (($file.name ends-with .db) or ($file.name ends-with .db-wal)) { return true }
  }
  false
}

def refresh [root: string, list: string] { # has the words made anew, in the background, when they are old
  # What may not be looked at is not newer.
  if not (try { is-old $root $list } catch { false }) { return }
  if 'stet completion' in (job list | get -o description) { return }
  job spawn --description 'stet completion' {
    # Where it cannot be done it is not tried again at once.
    if (try { '' | ^stet --store $root completion --refresh | complete | get exit_code } catch { 1 }) != 0 { sleep 5sec }
  }
  return
}

def listed [place: record, list: string, typed: string] { # the words of a list that begin so, of more than 200 some
  let root = newsroom $place.store $place.start
  if $root == null { return [] }
  refresh $root $list
  let folder = $root | path join .stet cache complete $list
  mut key = $typed | str replace -ra ${nushellQuoted(SIGN_CLASS)} _
  mut file = $folder | path join $'+($key)'
  if ($file | path type) != file { # they are in the leaf that has most of their beginning
    $file = $folder | path join $'=($key)'
    while $key != '' and ($file | path type) != file {
      $key = $key | str replace -r '.$' ''
      $file = $folder | path join $'=($key)'
    }
  }
  if ($file | path type) != file { return [] }
  let begun = $typed | str replace -ra '[\\.+*?()|\[\]{}^$#&~-]' '\$0'
  let text = %open --raw $file | decode utf-8
  # Looked for in all of the text at once, as a pattern that has it in each line takes three times as long.
  let shown = if $text =~ '[\p{C}--[\t\n]]' { '[^\p{C}]*' } else { '[^\t\n]*' }
  $text | parse -r ('(?m)^(?<value>' + $begun + $shown + ')\t(?<description>' + $shown + ')$')
}

def one-of [words: list<string>] { $words | wrap value }

def behind [head: string] { # words stand behind what is typed already
  let offers = $in
  if $head == '' { $offers } else { $offers | str replace -n -r '^' $head value }
}

def paths [typed: string, folders: bool] {
  let above = $typed | str replace -r '[^/]*$' ''
  let folder = if $above == '' { '.' } else { $above | path expand }
  if ($folder | path type) != dir { return [] }
  let is_hidden = ($typed | path basename) starts-with '.'
  %ls -a $folder | each {|it| # of what cannot be typed it gives the sign as \u{...}
    let name = $it.name | path basename
    let is_folder = ($it.name | path expand | path type) == dir
    if ($is_folder or not $folders) and ($name starts-with '.') == $is_hidden and not ($name | str contains '\u{') {
      {value: ($above + $name + (if $is_folder { '/' } else { '' }))}
    }
  }
}

def offered [place: record, source: string, typed: string, head: string] { # the words of a source that begin so
  match ($source | split row -n 2 ':') {
    [one $words] => (one-of ($words | split row ',') | behind $head)
    [some $words] => (one-of ($words | split row ',') | behind ($head + ($typed | str replace -r '[^,]*$' '')))
    [slugs] => (if $typed == '' { listed $place recent '' } else { listed $place slugs $typed } | behind $head)
    [tags] | [sections] | [authors] | [trash] => (listed $place $source $typed | behind $head)
    [query] => (asked-terms $place $typed $head)
    [changes] => (asked $place changes $typed $head)
    # Nushell looks for files by itself, but not behind a =
    [files] | [folders] => (if $head == '' { null } else { paths $typed ($source == folders) | behind $head })
    _ => []
  }
}

def plain [word: string] { # a word of the line without its quotes
  if ($word | str contains '"') or ($word | str contains "'") or ($word | str contains '\`') {
    let parts = $word | parse -r '"(?<double>(?:\\.|[^"\\])*)"?|\x27(?<single>[^\x27]*)\x27?|\`(?<tick>[^\`]*)\`?|(?<bare>[^"\`\x27]+)'
    mut text = ''
    for part in $parts {
      $text += ($part.double? | default '' | str replace -ar '\\(.)' '$1') + ($part.single? | default '') + ($part.tick? | default '') + ($part.bare? | default '')
    }
    $text
  } else {
    $word
  }
}

def written [quote: string, is_open: bool] { # words as Nushell reads them: as these words and nothing else
  let offers = $in
  let text = $offers.value | str join (char newline)
  if $quote == '' and $text !~ '[^\p{L}\p{M}\p{N}_.:=@!,+%/\n-]|(?m)^[\p{M}.]' { return $offers }
  let which = if $quote == '' { '(?=.*[^\p{L}\p{M}\p{N}_.:=@!,+%/-]|[\p{M}.])' } else { '' }
  let quoted = if $quote == '"' or ($text | str contains "'") {
    $offers | str replace -r $'^($which).*$' '"$0' value | str replace -ar '(?<!^)["\\]' '\$0' value | str replace -r '^".*$' '$0"' value
  } else {
    $offers | str replace -r $'^($which).*$' "'$0'" value
  }
  if not $is_open { return $quoted }
  # More is to come behind a field, and where a ( has its ) not yet.
  $quoted | str replace -r '^(["\x27](?:--[\w-]+=)?(?:(?:.*[\s(])?[^:=\s(]*[:=]|.*\([^)]*))["\x27]$' '$1' value
}

def complete-stet [spans: list<string>] {
  mut words = []
  mut open = '' # what ends a string that has values put into it, which comes in pieces
  for span in $spans {
    if $open == '' {
      if $span in ["$'" '$"'] { $open = $span | str substring 1.. }
      $words ++= [(plain $span)]
    } else if $span == $open {
      $open = ''
    }
  }
  if $open != '' { return [] }
  let typed = $words | last
  mut place = {start: $env.PWD, store: ($env.STET_STORE? | default ''), is_text: false, is_phrase: false}
  mut name = ''
  mut command = {takes: [none], options: []}
  mut waiting = ''
  mut ended = false # by --, behind which no word looks like an option
  for word in ($words | skip 1 | drop 1) {
    if $waiting != '' {
      if $waiting in [-C --cd] { $place.start = $word } else if $waiting == --store { $place.store = $word }
      $waiting = ''
    } else if $ended or $word == '-' or ($word not-starts-with '-') {
      if $name == '' {
        $name = $NAMES | get -o $word | default ''
        $command = $COMMANDS | get -o $name | default $command
      } else if ($command.takes | length) > 1 {
        $command.takes = $command.takes | skip 1
      }
    } else if $word == '--' {
      $ended = true
    } else if $word starts-with '--cd=' {
      $place.start = $word | str replace '--cd=' ''
    } else if $word starts-with '--store=' {
      $place.store = $word | str replace '--store=' ''
    } else if ($word starts-with '--') and ($word | str contains '=') {
      continue
    } else if $word =~ '^-C.' {
      $place.start = $word | str replace '-C' ''
    } else {
      let value = value-of $name $word
      if $value != '' and ($value not-starts-with '+') { $waiting = $word }
    }
  }
  let quote = $spans | last | str substring 0..0
  let quote = if $quote in ['"' "'"] { $quote } else { '' }
  let is_option = not $ended and ($typed starts-with '-')
  let part = if $waiting == '' and $is_option and $typed =~ '^--.*=' {
    let parts = $typed | split row -n 2 '='
    {source: (value-of $name $parts.0 | str replace -r '^\+' ''), typed: $parts.1, head: ($parts.0 + '=')}
  } else if $waiting != '' {
    {source: (value-of $name $waiting), typed: $typed, head: ''}
  } else if $is_option and not ($command.takes.0 == query and $typed =~ '^-[a-z@(]') {
    return ($command.options | append $EVERYWHERE | that-begin $typed | uniq-by value)
  } else if $name == '' {
    return ($SUMMARIES | that-begin $typed)
  } else {
    {source: $command.takes.0, typed: $typed, head: ''}
  }
  $place.is_text = $waiting != '' or ($is_option and $typed starts-with '--')
  let offers = offered $place $part.source $part.typed $part.head
  # Of a query a value may be written otherwise than it is begun.
  if $offers != null { (if $part.source == query { $offers } else { $offers | that-begin $typed }) | written $quote ($part.source in [query changes]) }
}

def that-begin [typed: string] {
  let offers = $in
  if false not-in ($offers.value | str starts-with $typed) { return $offers }
  mut begun = []
  for offer in $offers { if $offer.value starts-with $typed { $begun ++= [$offer] } }
  $begun
}

def value-of [name: string, option: string] { # where an option's value comes from; nothing for a flag
  $VALUES | get -o $'($name):($option)' | default ($VALUES | get -o $'*:($option)' | default '')
}

@complete complete-stet
export extern stet []`;
