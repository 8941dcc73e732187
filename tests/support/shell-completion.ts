// What real shells offer for a line with stet's script loaded: each in a process of its own, with no settings of anybody.
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { COMMANDS } from "../../src/cli/commands.ts";
import { bashScript } from "../../src/cli/completion/bash.ts";
import { fishScript } from "../../src/cli/completion/fish.ts";
import { nushellScript } from "../../src/cli/completion/nushell.ts";
import { completionTable } from "../../src/cli/completion/table.ts";
import { zshScript } from "../../src/cli/completion/zsh.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const SHELLS = ["bash", "zsh", "fish", "nushell"] as const;
export type Shell = (typeof SHELLS)[number];

/** Nushell is in few systems' packages: STET_NU says where it lies. */
export const PROGRAMS: Readonly<Record<Shell, string>> = {
  bash: "bash",
  zsh: "zsh",
  fish: "fish",
  nushell: process.env["STET_NU"] ?? "nu",
};

/** Where a shell is not installed, or not to be run by that user, its tests are skipped, visibly. */
export function hasShell(shell: Shell, uid?: number): boolean {
  const as = uid === undefined ? {} : { uid };
  return spawnSync(PROGRAMS[shell], ["-c", "true"], as).error === undefined;
}

const table = completionTable(COMMANDS);
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: bashScript(table),
  zsh: zshScript(table),
  fish: fishScript(table),
  nushell: nushellScript(table),
};

interface Way {
  /** Once, with stet's script loaded or about to be. */
  readonly start: string;
  /** What prints the words for $LINE. */
  readonly tab: string;
  /** The same for each line of $LINE, with a NUL behind or between. */
  readonly tabs: (tab: string) => string;
}

/** Each line in a process of its own: none finds what the one before has left. */
const forkedTabs = (tab: string): string => `
while IFS= read -r -u 9 LINE; do (
${tab}
); printf '\\0'; done 9<<<"$LINE"`;

/** How each shell is asked without a terminal: by its own means, or in the place of its line editor. */
const ASKING: Readonly<Record<Shell, Way>> = {
  bash: {
    start: 'compopt() { :; }\nsource "$SCRIPT"',
    tab: String.raw`
COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:' COMP_LINE=$LINE COMP_POINT=${"$"}{#LINE}
_stet
printf '%s\n' "${"$"}{COMPREPLY[@]}"`,
    tabs: forkedTabs,
  },
  zsh: {
    start: String.raw`
compdef() { : }
source "$SCRIPT"
compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }
_files() { : }
compset() { : }`,
    tab: String.raw`
words=(${"$"}{(z)LINE})
[[ $LINE = *' ' ]] && words+=('')
CURRENT=$#words PREFIX=${"$"}{words[-1]}
typeset -A compstate
if [[ $PREFIX = [\"\']* ]]; then compstate[quote]=${"$"}{PREFIX[1]} PREFIX=${"$"}{PREFIX#?}; fi
_stet`,
    tabs: forkedTabs,
  },
  fish: {
    start: 'source "$SCRIPT"',
    tab: 'complete -C "$LINE"',
    tabs: (tab) => String.raw`for LINE in (string split \n -- $LINE); ${tab}; printf '\0'; end`,
  },
  // It reads files before it runs anything: the script stands where it is sourced.
  nushell: {
    start: "",
    tab: String.raw`$env.LINE | commandline complete | str join "\n"`,
    tabs: () =>
      String.raw`$env.LINE | lines | each {|line| $line | commandline complete | str join "\n" } | str join "\u{0}"`,
  },
};

export interface Completion {
  /** The words offered, in the order of the shell, without what it shows beside them. */
  readonly words: readonly string[];
  readonly stderr: string;
  readonly ms: number;
}

const NO_PROGRAMS: Readonly<Record<Shell, string>> = {
  bash: "PATH=/nonexistent",
  zsh: "PATH=/nonexistent",
  fish: "set -gx PATH /nonexistent",
  nushell: "$env.PATH = [/nonexistent]",
};

/** A new file with stet's script, and what is to stand behind it, which anybody may read. */
export function scriptFile(shell: Shell, more = ""): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const file = path.join(folder, "script");
  writeFileSync(file, SCRIPTS[shell] + more);
  return file;
}

export interface Asking {
  /** False where there shall be no program at all. */
  readonly withPrograms?: boolean;
  /** A folder of more of them. */
  readonly programs?: string;
  /** What the shell runs before the Tab, and behind it. */
  readonly before?: string;
  readonly after?: string;
  /** The folder as the person has come there, links and all. */
  readonly PWD?: string;
  /** Whose shell it is. */
  readonly uid?: number;
}

/** What `shell` offers at the end of `line` in the folder `cwd`; `stet` is no program there, nor is any other if so wished. */
export function complete(shell: Shell, line: string, cwd: string, asking: Asking = {}): Completion {
  const { stdout, stderr, ms } = ask(shell, ASKING[shell].tab, line, cwd, asking);
  return { words: wordsOf(stdout), stderr, ms };
}

/** The words offered for each of the lines: as `complete` has them, by one shell. */
export function completeEach(
  shell: Shell,
  lines: readonly string[],
  cwd: string,
): readonly (readonly string[])[] {
  const { tab, tabs } = ASKING[shell];
  const { stdout } = ask(shell, tabs(tab), lines.join("\n"), cwd, {});
  return stdout.split("\0").slice(0, lines.length).map(wordsOf);
}

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

function ask(
  shell: Shell,
  tab: string,
  line: string,
  cwd: string,
  { withPrograms = true, programs = "", before = "", after = "", PWD = cwd, ...user }: Asking,
): Answer {
  const script = scriptFile(shell, withPrograms ? "" : `\n${NO_PROGRAMS[shell]}\n`);
  const flags = { bash: ["--norc"], zsh: ["-f"], fish: ["--no-config"], nushell: ["-n"] }[shell];
  const start = shell === "nushell" ? `source '${script}'` : ASKING[shell].start;
  const began = performance.now();
  const { stdout, stderr } = spawnSync(
    PROGRAMS[shell],
    [...flags, "-c", `${start}\n${before}\n${tab}\n${after}`],
    {
      ...user,
      cwd,
      encoding: "utf8",
      env: {
        PATH: `${programs}:/usr/bin:/bin`,
        HOME: cwd,
        LC_ALL: "C.UTF-8",
        PWD,
        LINE: line,
        SCRIPT: script,
      },
    },
  );
  return { stdout, stderr, ms: performance.now() - began };
}

function wordsOf(stdout: string): readonly string[] {
  return stdout
    .split("\n")
    .filter((word) => word !== "")
    .map((word) => word.replace(/\t.*/, ""));
}

/** The last word of each line as the shell hands it on, once Tab has put `word` there. */
export function argumentsOf(
  shell: Shell,
  lines: readonly string[],
  words: readonly string[],
): readonly string[] {
  // They quote for themselves: what they are given is what is handed on.
  if (shell === "zsh" || shell === "fish") return words;
  const written = lines.map((line, at) => completed(shell, line, words[at] ?? ""));
  const script =
    shell === "bash"
      ? written.map((word) => `printf '%s\\0' ${word}`).join("\n")
      : written.map((word) => `^printf '%s\\0' ${word}`).join("\n");
  const flags = shell === "bash" ? ["--norc"] : ["-n"];
  const { stdout } = spawnSync(PROGRAMS[shell], [...flags, "-c", script], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

/** Of bash what stands behind the last : or = is replaced. What is still open is closed by readline, or by the person. */
function completed(shell: Shell, line: string, word: string): string {
  if (shell !== "bash") return /^(['"]).*(?<!\1)$/.exec(word)?.[1] === undefined ? word : word + word[0];
  const typed = /'[^']*$|"(?:[^"\\]|\\.)*$|(?:[^ \\]|\\.)*$/.exec(line)?.[0] ?? "";
  const quote = /^['"]/.exec(typed)?.[0] ?? "";
  if (quote !== "") return `${quote}${word}${word.endsWith(quote) ? "" : quote}`;
  return typed.slice(0, Math.max(typed.lastIndexOf(":"), typed.lastIndexOf("=")) + 1) + word;
}
