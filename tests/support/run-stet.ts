// Runs stet the way the suite is asked to: in this process through main(), or with STET_TEST_TARGET=bundle the built
// program in a process of its own. Either way with a cleared environment, a fixed clock and no terminal.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { main } from "../../src/cli/main.ts";
import type { Io, Output } from "../../src/cli/io.ts";

const root = path.resolve(import.meta.dirname, "../..");
export const PROGRAM: string = path.join(root, "bin/stet.cjs");
/** True where the suite runs against the built program. */
export const isBundle: boolean = process.env["STET_TEST_TARGET"] === "bundle";

/** 22 November 2026, 09:00 in Brussels. */
const NOW = "2026-11-22T09:00:00+01:00";

export interface Invocation {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in; an empty stdin when absent. */
  readonly stdin?: string;
  /** In process only: stdout, stderr and stdin are a terminal this wide. */
  readonly terminal?: number;
  /** In process only: told of what is written as it is, to do something in the middle of a command or to keep the order. */
  readonly onWrite?: (text: string, to: "stdout" | "stderr") => void;
  /** Never the built program: the test reaches into this process, as with faults in its file functions. */
  readonly inProcess?: true;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

export function environmentOf({ cwd, env = {} }: Invocation): Record<string, string> {
  const own = { PATH: process.env["PATH"] ?? "", HOME: path.join(cwd, ".home"), TZ: "UTC", LANG: "C.UTF-8" };
  return { ...own, STET_NOW: NOW, ...env };
}

/** One run of stet with the words behind `stet`. */
export async function runStet(line: readonly string[], invocation: Invocation): Promise<Outcome> {
  const { terminal, onWrite, inProcess } = invocation;
  return isBundle && terminal === undefined && onWrite === undefined && inProcess === undefined
    ? spawnStet(line, invocation)
    : runInProcess(line, invocation);
}

/** Always the built program, in a process of its own. */
export function spawnStet(line: readonly string[], invocation: Invocation): Outcome {
  const { cwd, stdin = "" } = invocation;
  const env = environmentOf(invocation);
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...line], {
    cwd,
    env,
    input: stdin,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { stdout, stderr, exit: status };
}

async function runInProcess(line: readonly string[], invocation: Invocation): Promise<Outcome> {
  const { cwd, stdin = "", terminal, onWrite } = invocation;
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr"): Output => ({
    isTerminal: terminal !== undefined,
    columns: terminal,
    write: (text) => {
      written[name] += text;
      onWrite?.(text, name);
      return Promise.resolve();
    },
  });
  let seed = 0;
  const io: Io = {
    stdin: { isTerminal: terminal !== undefined, readAll: () => Promise.resolve(Buffer.from(stdin)) },
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: environmentOf(invocation),
    cwd,
    shellPid: 1,
    now: () => Date.parse(NOW),
    clock: () => Date.now(),
    // Nothing takes any time: on a busy machine a line of progress would stand where a test expects none.
    elapsed: () => 0,
    random: (count) => Uint8Array.from({ length: count }, () => (seed = (seed * 31 + 7) % 256)),
  };
  const exit = await main(line, io);
  return { ...written, exit };
}
