// Tab pressed on a terminal: what a shell writes there is what stet is handed once the line is run.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { refreshCompletion } from "../../../src/desk/keep-index/refresh-completion.ts";
import { sampleNewsroom } from "../../support/sample-newsroom.ts";
import { hasShell } from "../../support/shell-completion.ts";
import { openShell, TYPED_SHELLS, type TypedShell } from "../../support/tab-key.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { HAS_TERMINAL } from "../../support/terminal.ts";
import { testDesk } from "../../support/test-desk.ts";

const LINES: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["stet show the-salt", ["show", "the-salt-ledger"]],
  ["stet list --query-file=stet.ya", ["list", "--query-file=stet.yaml"]],
  ["stet list author:Ilse", ["list", "author:Ilse Vandermoor"]],
  ["stet set tag+=rail", ["set", "tag+=railways"]],
  ["stet list 'author:Ilse 'V", ["list", "author:Ilse Vandermoor"]],
  ["stet list author:'Ilse 'V", ["list", "author:Ilse Vandermoor"]],
  [`stet show "the"-'sa'lt`, ["show", "the-salt-ledger"]],
  ["stet list 'is:live author:Ilse", ["list", 'is:live author:"Ilse Vandermoor"']],
  ["stet list 'is:live -section:culture/b", ["list", "is:live -section:culture/books"]],
  ["stet list '(is:live OR section:culture/b", ["list", "(is:live OR section:culture/books"]],
  ['stet list "is:live author:Ilse V', ["list", 'is:live author:"Ilse Vandermoor"']],
  [String.raw`stet list is:live\ author:Ilse`, ["list", 'is:live author:"Ilse Vandermoor"']],
  ["stet export --query='is:live author:Ilse", ["export", '--query=is:live author:"Ilse Vandermoor"']],
  ["stet export -Q 'is:live section:culture/b", ["export", "-Q", "is:live section:culture/books"]],
];

describe.each(TYPED_SHELLS)("%s", (shell) => {
  test.skipIf(!HAS_TERMINAL || !hasShell(shell))("hands stet what Tab has completed", async () => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const typed = await openShell(shell, cwd);
    for (const [line, words] of LINES) await typed.hands(line, words);
  });
});

test.each(TYPED_SHELLS)("%s goes on behind a quote that is one of the word", async (shell) => {
  if (!HAS_TERMINAL || !hasShell(shell)) return;
  const cwd = temporaryFolder();
  const folder = path.join(cwd, ".stet/cache/complete/tags");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  writeFileSync(path.join(folder, "="), "rock 'n' roll\t\n");
  const typed = await openShell(shell, cwd);
  const lines = [String.raw`'tag+=rock '\''n`, String.raw`tag+=rock\ \'n`, `"tag+=rock 'n`];
  for (const line of lines) await typed.hands(`stet set ${line}`, ["set", "tag+=rock 'n' roll"]);
});

/** What people set for themselves, which a completion has to bear. */
const SETTINGS: readonly (readonly [shell: TypedShell, settings: string])[] = [
  ["bash", 'cd() { builtin cd "$@" && ls; }; pwd() { ls; }; printf() { ls; }'],
  ["bash", "set -eu -o posix -o noglob -o pipefail; shopt -s failglob nocasematch; IFS=:"],
  ["bash", "set -k"],
  ["bash", String.raw`COMP_WORDBREAKS=$' \t\n'`],
  ["bash", String.raw`COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:,/.+-'`],
  ["bash", "unset COMP_WORDBREAKS"],
  ["zsh", "chpwd() { ls }; pwd() { ls }"],
  ["zsh", "setopt ksh_arrays sh_word_split no_nomatch err_exit no_unset glob_subst; IFS=:"],
  ["zsh", "setopt sh_file_expansion"],
  ["zsh", "unfunction -m '_stet*'; setopt sh_glob; source $SCRIPT"],
];

const SET_LINES: typeof LINES = [
  ["stet list --query-file=stet.y", ["list", "--query-file=stet.yaml"]],
  ["stet list '--query-file=stet.y", ["list", "--query-file=stet.yaml"]],
  ["stet -C / show the-salt", ["-C", "/", "show", "the-salt"]],
  ["stet show --no-such=option", ["show", "--no-such=option"]],
  ["stet -C articles/.. show the-salt", ["-C", "articles/..", "show", "the-salt-ledger"]],
  ["stet set -q the-salt", ["set", "-q", "the-salt-ledger"]],
  ["stet list author:Ilse", ["list", "author:Ilse Vandermoor"]],
  ["stet list section:world,culture/b", ["list", "section:world,culture/books"]],
  ["stet list --json=slug,headl", ["list", "--json=slug,headline"]],
  ["stet set 'tag+=rail", ["set", "tag+=railways"]],
  ["stet list 'is:live author:Ilse", ["list", 'is:live author:"Ilse Vandermoor"']],
];

test.skipIf(!HAS_TERMINAL).each(SETTINGS)(
  "%s hands stet the same where %s is set",
  async (shell, settings) => {
    if (!hasShell(shell)) return;
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const typed = await openShell(shell, cwd, settings);
    for (const [line, words] of SET_LINES) await typed.hands(line, words);
  },
);
