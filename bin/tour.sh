#!/bin/sh
# stet's main job on the sample newsroom, for a first look: `npm start`. Writes only into out/.
set -e
cd "$(dirname "$0")/.."

run() {
  printf '\n$ stet %s\n' "$*"
  node bin/stet.cjs "$@"
}

run list is:live -n 10
run render the-salt-ledger --to text
run render the-salt-ledger --to html -o out/the-salt-ledger.html
run export -Q is:live --to ndjson -o out/live.ndjson
printf '\nout/the-salt-ledger.html is a page, out/live.ndjson has an article a line.\n'
printf 'A newsroom of your own: npx stet init my-paper\n'
