// `node bench/press-tab.mjs NEWSROOM [TIMES]`: how long a Tab takes in bash, zsh, fish and Nushell, each on a terminal of its own
// with stet's script loaded: milliseconds from the key to the first byte of the answer, p50 and p95, beside a word that
// is offered without stet. Wall time: only a machine with nothing else to do gives a figure. Needs util-linux's script.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const stet = fileURLToPath(new URL("../bin/stet.cjs", import.meta.url));
const [newsroom = ".", times = "100"] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "press-tab-"));

const ESCAPE = "\u001B";
const ASKS_CURSOR = `${ESCAPE}[6n`;
const CTRL_U = "\u0015";
/** Long enough for a shell to draw what was typed. */
const PAUSE_MS = 30;

/** How each shell starts: nobody's settings, stet's script, and `plain` as a command with one word to complete. */
const SHELLS = {
  bash: {
    start: (script) =>
      `source ${script}; complete -W plainword plain; bind 'set show-all-if-ambiguous on'; bind 'set bell-style none'; bind 'set completion-query-items 0'; bind 'set page-completions off'`,
    line: (file) => `bash --noprofile --rcfile ${file} -i`,
    clear: [CTRL_U],
  },
  zsh: {
    start: (script) =>
      `autoload -Uz compinit; compinit -u -d ${folder}/zcompdump; source ${script}; _plain() { compadd plainword }; compdef _plain plain; unsetopt beep; LISTMAX=100000`,
    line: (file) => `ZDOTDIR=${path.dirname(file)} zsh -d -i`,
    file: ".zshrc",
    clear: [CTRL_U],
  },
  fish: {
    start: (script) =>
      `source ${script}; complete -c plain -f -a plainword; set -g fish_autosuggestion_enabled 0; set -g fish_greeting`,
    line: (file) => `fish --no-config -i -C 'source ${file}'`,
    clear: [ESCAPE, CTRL_U],
  },
  nushell: {
    program: process.env.STET_NU ?? "nu",
    start: (script) =>
      `source ${script}; def plain-words [spans: list<string>] { [plainword] }; @complete plain-words\nextern plain []\n$env.config.completions.cache_size = 0; $env.config.show_banner = false`,
    line: (file) => `${process.env.STET_NU ?? "nu"} -n -e 'source ${file}'`,
    clear: [ESCAPE, CTRL_U],
  },
};

const slugs = run(["list", "--slugs", "-n", "1000"]).trim().split("\n");
const [slug] = slugs;
const [section] = run(["list", "section:any", "-n", "1", "--format", "{section}"]).split("\n");
const LINES = [
  "plain plainw",
  `stet show ${slug.slice(0, 2)}`,
  `stet show ${slug.slice(0, 5)}`,
  `stet list section:${section.slice(0, 1)}`,
];

run(["completion", "--refresh"]);
for (const [shell, how] of Object.entries(SHELLS)) {
  if (spawnSync(how.program ?? shell, ["-c", "true"]).error !== undefined) {
    console.log(`${shell}: not installed`);
    continue;
  }
  const terminal = await openShell(shell, how);
  for (const line of LINES) {
    const taken = [];
    for (let count = 0; count < Number(times); count++) taken.push(await terminal.pressTab(line));
    taken.sort((a, b) => a - b);
    const at = (share) => taken[Math.floor(share * (taken.length - 1))].toFixed(1).padStart(6);
    console.log(`${shell.padEnd(7)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  ${line}`);
  }
  terminal.close();
}
rmSync(folder, { recursive: true });

function run(words) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [stet, "-C", newsroom, ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function openShell(shell, { start, line, clear, file = "start" }) {
  const script = path.join(folder, `completion-${shell}`);
  writeFileSync(script, run(["completion", shell]));
  const home = path.join(folder, shell);
  const startFile = path.join(mkdtempSync(home), file);
  writeFileSync(startFile, `${start(script)}\n`);
  const child = spawn("script", ["-qec", `stty cols 200 rows 60; ${line(startFile)}`, "/dev/null"], {
    cwd: newsroom,
    env: {
      PATH: "/usr/bin:/bin",
      HOME: path.dirname(startFile),
      TERM: "xterm",
      LC_ALL: "C.UTF-8",
      SHELL: "/bin/sh",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let text = "";
  let look = () => undefined;
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    // Nushell waits to be told where the cursor is.
    if (chunk.includes(ASKS_CURSOR)) child.stdin.write(`${ESCAPE}[1;1R`);
    text += chunk.replaceAll(ASKS_CURSOR, "");
    look();
  });
  const until = (isThere) =>
    new Promise((resolve) => {
      look = () => {
        if (isThere()) resolve();
      };
      look();
    });
  let settled = 0;
  /** Says so itself when the line is empty again and all before it is done. */
  const settle = async () => {
    settled++;
    for (const key of clear) {
      child.stdin.write(key);
      await pause(PAUSE_MS);
    }
    text = "";
    child.stdin.write(`printf 'ready%s\\n' ${settled}\r`);
    await until(() => text.includes(`ready${settled}`));
  };
  await settle();
  return {
    pressTab: async (typed) => {
      await settle();
      await pause(PAUSE_MS);
      child.stdin.write(typed);
      await pause(PAUSE_MS);
      text = "";
      const began = performance.now();
      child.stdin.write("\t");
      await until(() => text !== "");
      return performance.now() - began;
    },
    close: () => child.kill("SIGKILL"),
  };
}
