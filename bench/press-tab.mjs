// `node bench/press-tab.mjs NEWSROOM [TIMES]`: how long a Tab takes in bash, zsh, fish and Nushell (STET_NU says where that
// lies), each on a terminal of its own with stet's script loaded: milliseconds from the key to the first byte of the answer,
// p50 and p95, the processor time that the shell took for it likewise, and the bytes it wrote; beside one word and a
// hundred words that are offered without stet. Wall time: only a machine with nothing else to do gives a figure; processor
// time is read from Linux's /proc. The lines are asked in turns. Needs util-linux's script.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const stet = fileURLToPath(new URL("../bin/stet.cjs", import.meta.url));
const [newsroom = ".", times = "100"] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "press-tab-"));

const ESCAPE = "\u001B";
const ASKS_CURSOR = `${ESCAPE}[6n`;
/** Gives up the line and what is offered in each shell; of two keys a slow one makes another. */
const CTRL_C = "\u0003";
/** Long enough for a shell to draw what was typed. */
const PAUSE_MS = 30;
/** By when a shell that answers at all has done so, how often it is asked, and when all of the answer is there. */
const PATIENCE_MS = 2000;
const MOST_ASKED = 5;
const SILENCE_MS = 60;

const HUNDRED = Array.from({ length: 100 }, (_, at) => `word-of-a-hundred-${at}`);
const ABOUT = "About as long as what the headline of a story says";

/** How each shell starts: nobody's settings, stet's script, and words to complete behind `plain` and `hundred`. */
const SHELLS = {
  bash: {
    start: (script) =>
      `source ${script}; complete -W plainword plain; complete -W "${HUNDRED.join(" ")}" hundred; bind 'set show-all-if-ambiguous on'; bind 'set bell-style none'; bind 'set completion-query-items 0'; bind 'set page-completions off'`,
    line: (file) => `bash --noprofile --rcfile ${file} -i`,
  },
  zsh: {
    start: (script) =>
      `autoload -Uz compinit; compinit -u -d ${folder}/zcompdump; source ${script}; _plain() { compadd plainword }; compdef _plain plain; hundred=(${HUNDRED.join(" ")}); shown=(${HUNDRED.map((word) => `'${word}  -- ${ABOUT}'`).join(" ")}); _hundred() { compadd -J words -l -d shown -- $hundred }; compdef _hundred hundred; unsetopt beep; LISTMAX=100000`,
    line: (file) => `env ZDOTDIR=${path.dirname(file)} zsh -d -i`,
    file: ".zshrc",
  },
  fish: {
    start: (script) =>
      `source ${script}; complete -c plain -f -a plainword; set -g hundred ${HUNDRED.map((word) => `'${word}'\\t'${ABOUT}'`).join(" ")}; complete -c hundred -f -a '$hundred'; set -g fish_autosuggestion_enabled 0; set -g fish_greeting`,
    line: (file) => `fish --no-config -i -C 'source ${file}'`,
  },
  nushell: {
    program: process.env.STET_NU ?? "nu",
    start: (script) =>
      `source ${script}; def plain-words [spans: list<string>] { [plainword] }; @complete plain-words\nextern plain []\nconst HUNDRED = [[value description]; ${HUNDRED.map((word) => `["${word}" "${ABOUT}"]`).join(" ")}]\ndef hundred-words [spans: list<string>] { $HUNDRED }; @complete hundred-words\nextern hundred []\n$env.config.completions.cache_size = 0; $env.config.show_banner = false`,
    line: (file) => `${process.env.STET_NU ?? "nu"} -n -e 'source ${file}'`,
  },
};

const slugs = run(["list", "--slugs", "-n", "1000"]).trim().split("\n");
const [slug] = slugs;
const [section] = run(["list", "section:any", "-n", "1", "--format", "{section}"]).split("\n");
const LINES = [
  "plain plainw",
  "hundred word-of-a-hundred-",
  `stet show ${slug.slice(0, 2)}`,
  `stet show ${slug.slice(0, 5)}`,
  `stet list section:${section.slice(0, 1)}`,
  "stet list --lim",
];

run(["completion", "--refresh"]);
try {
  for (const [shell, how] of Object.entries(SHELLS)) await measure(shell, how);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(shell, how) {
  if (spawnSync(how.program ?? shell, ["-c", "true"]).error !== undefined) {
    const told = shell === "nushell" ? " (STET_NU=/path/of/nu says where it lies)" : "";
    console.log(`${shell.padEnd(7)} skipped: no ${how.program ?? shell} here${told}`);
    return;
  }
  const terminal = openShell(shell, how);
  const taken = new Map(LINES.map((line) => [line, []]));
  try {
    await terminal.begin();
    for (let count = 0; count < Number(times); count++)
      for (const line of LINES) taken.get(line).push(await terminal.pressTab(line));
    for (const [line, tabs] of taken) console.log(`${shell.padEnd(7)} ${summary(tabs)}  ${line}`);
  } catch (error) {
    console.log(`${shell.padEnd(7)} ${error.message}`);
  } finally {
    terminal.close();
  }
}

function summary(tabs) {
  const at = (what, share) => {
    const sorted = tabs.map((tab) => tab[what]).toSorted((a, b) => a - b);
    return sorted[Math.floor(share * (sorted.length - 1))];
  };
  const ms = (what, share) => at(what, share).toFixed(1).padStart(5);
  return `p50 ${ms("wall", 0.5)} p95 ${ms("wall", 0.95)} ms  processor p50 ${ms("cpu", 0.5)} p95 ${ms("cpu", 0.95)} ms  ${String(at("bytes", 0.5)).padStart(5)} bytes`;
}

function run(words) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [stet, "-C", newsroom, ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function openShell(shell, { start, line, file = "start" }) {
  const script = path.join(folder, `completion-${shell}`);
  writeFileSync(script, run(["completion", shell]));
  const home = path.join(folder, shell);
  const startFile = path.join(mkdtempSync(home), file);
  writeFileSync(startFile, `${start(script)}\n`);
  const child = spawn("script", ["-qec", `stty cols 200 rows 60; exec ${line(startFile)}`, "/dev/null"], {
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
  let heard = 0;
  let look = () => undefined;
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    // Nushell waits to be told where the cursor is.
    if (chunk.includes(ASKS_CURSOR)) child.stdin.write(`${ESCAPE}[1;1R`);
    text += chunk.replaceAll(ASKS_CURSOR, "");
    heard = performance.now();
    look();
  });
  /** True as soon as it is there, false after `patience` milliseconds. */
  const until = (isThere, patience) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, patience, false);
      look = () => {
        if (!isThere()) return;
        clearTimeout(timer);
        resolve(true);
      };
      look();
    });
  const silence = async () => {
    do await pause(SILENCE_MS);
    while (performance.now() - heard < SILENCE_MS);
  };
  let settled = 0;
  /** Has the shell say that all before is done; again, as what is typed while it gives up a line is lost. */
  const settle = async (what) => {
    settled++;
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      text = "";
      child.stdin.write(`printf 'ready%s\\n' ${settled}\r`);
      if (await until(() => text.includes(`ready${settled}`), PATIENCE_MS)) return pause(PAUSE_MS);
    }
    throw new Error(`gives no answer to ${what}: ${JSON.stringify(text.slice(-200))}`);
  };
  let shellId = "";
  return {
    begin: async () => {
      await settle("its start");
      shellId = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim();
    },
    pressTab: async (typed) => {
      child.stdin.write(typed);
      await pause(PAUSE_MS);
      text = "";
      const before = processorMs(shellId);
      const began = performance.now();
      child.stdin.write("\t");
      await until(() => text !== "", PATIENCE_MS);
      const wall = performance.now() - began;
      await silence();
      const tab = { wall, cpu: processorMs(shellId) - before, bytes: Buffer.byteLength(text) };
      child.stdin.write(CTRL_C);
      await silence();
      await settle(`Ctrl-C behind ${typed}`);
      return tab;
    },
    close: () => child.kill("SIGKILL"),
  };
}

/** What the threads of a process have had of the processor; one that has ended is forgotten. */
function processorMs(id) {
  const folder = `/proc/${id}/task`;
  let sum = 0;
  for (const thread of readdirSync(folder)) {
    try {
      sum += Number(readFileSync(`${folder}/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return sum / 1e6;
}
