// A shell on a terminal with stet's script loaded, to press Tab in; `stet` says there what it is handed.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { scriptFile } from "./shell-completion.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

/** Nushell asks where the cursor is, which nobody answers there. */
export const TYPED_SHELLS = ["bash", "zsh", "fish"] as const;
export type TypedShell = (typeof TYPED_SHELLS)[number];

const PROMPT = "at your word> ";

/** How each shell starts, with nobody's settings but these. */
const STARTS: Readonly<Record<TypedShell, { settings: string; line: (file: string) => string }>> = {
  bash: {
    settings: `PS1='${PROMPT}'; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'`,
    line: (file) => `exec bash --noprofile --rcfile '${file}' -i`,
  },
  zsh: {
    settings: `PS1='${PROMPT}'; unsetopt beep prompt_sp; autoload -Uz compinit; compinit -u -D`,
    line: (file) => `ZDOTDIR='${path.dirname(file)}' exec zsh -d -i`,
  },
  fish: {
    // A line that it wipes behind its end is taken for progress, but for one that begins with an escape.
    settings: `set -g fish_greeting; set -g fish_autosuggestion_enabled 0; function fish_prompt; printf '\\e[m${PROMPT}'; end`,
    line: (file) => `exec fish --no-config -i -C 'source ${file}'`,
  },
};

export interface TypedLine {
  /** Types a line and Tab and Enter; resolves once stet was handed `words`. */
  hands(line: string, words: readonly string[]): Promise<void>;
  readonly terminal: Terminal;
}

/** Opens `shell` in the folder `cwd`, a person's own `settings` behind stet's script, which is $SCRIPT there. */
export async function openShell(shell: TypedShell, cwd: string, settings = ""): Promise<TypedLine> {
  const folder = temporaryFolder();
  const said = `#!/bin/sh\nprintf 'said'; printf '<%s>' "$@"; echo\n`;
  writeFileSync(path.join(folder, "stet"), said, { mode: 0o755 });
  const file = path.join(folder, ".zshrc");
  const start = STARTS[shell];
  const script = scriptFile(shell);
  writeFileSync(file, `${start.settings}\nsource ${script}\n${settings}\n`);
  const env = { PATH: `${folder}:/usr/bin:/bin`, HOME: folder, SCRIPT: script };
  const terminal = openTerminal(`unset -f stet; ${start.line(file)}`, { cwd, env, columns: 200 });
  await terminal.shows(PROMPT);
  const hands = async (line: string, words: readonly string[]): Promise<void> => {
    terminal.type(`${line}\t\r`);
    await terminal.shows(`said${words.map((word) => `<${word}>`).join("")}`);
    await terminal.shows(PROMPT);
  };
  return { hands, terminal };
}
