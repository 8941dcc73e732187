// A real terminal around the built program: util-linux's script gives it a pseudo-terminal, the test types when what it
// waits for is on the screen.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { environmentOf, PROGRAM } from "./run-stet.ts";

/** Where there is no script (macOS has another), tests of the terminal are skipped, visibly. */
export const HAS_TERMINAL: boolean = /util-linux/.test(
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "",
);

export interface TerminalOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Terminal {
  /** Resolves when `text` is on the screen, behind what was waited for before. */
  shows(text: string): Promise<void>;
  /** Keys, in one piece. */
  type(keys: string): void;
  /** Takes the terminal away, as closing its window does. */
  hangUp(): void;
  /** Resolves when the command has ended. */
  ended(): Promise<Ending>;
}

export interface Ending {
  readonly exit: number | null;
  /** All that was written to the terminal, escapes too. */
  readonly raw: string;
  /** The same without escapes. */
  readonly text: string;
}

/** Nobody waits as long but for a screen that never comes; a busy machine takes many seconds for one that does. */
const PATIENCE_MS = 100_000;

export const KEYS = {
  esc: "\u001B",
  up: "\u001B[A",
  down: "\u001B[B",
  enter: "\r",
  tab: "\t",
  left: "\u001B[D",
  right: "\u001B[C",
} as const;
/** Text as a terminal hands on a paste, where it was asked to mark it. */
export const pasted = (text: string): string => `\u001B[200~${text.replaceAll("\n", "\r")}\u001B[201~`;
export const CANCELLING: readonly (readonly [string, string])[] = [
  ["Esc", "\u001B"],
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
];

/**
 * Starts `stet WORDS`, closes the window once `text` is on the screen, and resolves to stet's exit status: 129 when the
 * hang-up ended it, above 130 when it crashed.
 */
export async function hangUpAt(text: string, words: string, options: TerminalOptions): Promise<number> {
  const terminal = openTerminal(
    `trap : HUP; stet ${words}; echo $? > status.tmp; mv status.tmp status`,
    options,
  );
  await terminal.shows(text);
  terminal.hangUp();
  const file = path.join(options.cwd, "status");
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
  return Number(readFileSync(file, "utf8"));
}

/** Runs a line of shell on a terminal; `stet` in it is the built program. */
export function openTerminal(line: string, options: TerminalOptions): Terminal {
  const { cwd, env = {}, columns = 80, rows = 24 } = options;
  const script = `stet() { "${process.execPath}" "${PROGRAM}" "$@"; }; stty cols ${columns} rows ${rows}; ${line}`;
  const child = spawn("script", ["-qec", script, "/dev/null"], {
    cwd,
    env: { ...environmentOf({ cwd, env: { TERM: "xterm", ...env } }), SHELL: "/bin/bash" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let raw = "";
  let seen = 0;
  let look = (): void => undefined;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    raw += chunk;
    look();
  });
  child.stdin.on("error", () => undefined);
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    shows: (text) =>
      new Promise((resolve, reject) => {
        const missing = (): void =>
          reject(new Error(`"${text}" is not on the screen:\n${plain(raw).slice(seen)}`));
        const timer = setTimeout(missing, PATIENCE_MS);
        look = () => {
          const found = plain(raw).indexOf(text, seen);
          if (found === -1) return;
          seen = found + text.length;
          clearTimeout(timer);
          look = () => undefined;
          resolve();
        };
        look();
      }),
    type: (keys) => void child.stdin.write(keys),
    hangUp: () => void child.kill("SIGKILL"),
    ended: async () => ({ exit: await exit, raw, text: plain(raw) }),
  };
}

/** A line of progress that is wiped again: it stands there on a slow machine alone. */
const PROGRESS = /\r[^\r\n\u001B]*\u001B\[K/g;

function plain(raw: string): string {
  return raw
    .replace(PROGRESS, "")
    .replaceAll("\r", "")
    .replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*\u0007|[=>78])/g, "");
}
