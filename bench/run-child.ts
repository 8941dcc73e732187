// Runs one program to its end and times it, in an environment that slows no Node and steers no stet.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync } from "node:fs";
import { NOW } from "./compose-article.ts";

/** A program and its words; `folder` is where it is started. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
}

/** How a run ended: `seconds` from the start of the process to its end, `bytes` on stdout. */
export interface Run {
  readonly seconds: number;
  readonly bytes: number;
  /** Null when it was stopped. */
  readonly status: number | null;
  readonly stderr: string;
  /** The program is not installed. */
  readonly isMissing: boolean;
}

const LONGEST_MS = 15 * 60_000;

/**
 * Runs a command with its stdout in the file `output`, as a shell's `>` would: some programs stop early when they
 * see /dev/null, and reading a pipe here would take a processor from the one that is measured.
 */
export function runChild({ program, words, folder }: Command, output: string): Run {
  const stdout = openSync(output, "w");
  try {
    const start = process.hrtime.bigint();
    const { status, stderr, error } = spawnSync(program, words, {
      cwd: folder,
      env: childEnvironment(process.env),
      stdio: ["ignore", stdout, "pipe"],
      maxBuffer: 2 ** 28,
      timeout: LONGEST_MS,
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const isMissing = error !== undefined && "code" in error && error.code === "ENOENT";
    // Of a program that is not there null on Node 20, and undefined on 24, whatever the types say.
    const said = String((stderr as Buffer | null | undefined) ?? "");
    return { seconds, bytes: statSync(output).size, status, stderr: said, isMissing };
  } finally {
    closeSync(stdout);
  }
}

/** Why a run cannot be used, in a few words; undefined when it can. `rg` says 1 when it finds nothing. */
export function faultOf({ status, stderr, isMissing }: Run): string | undefined {
  if (isMissing) return "not installed";
  if (status === 0) return undefined;
  if (status === null) return "stopped: took too long";
  if (status === 2 && stderr.includes("is not a stet command")) return "not there";
  const [line = ""] = stderr.trim().split("\n");
  return `exit ${status}${line === "" ? "" : `: ${line.slice(0, 90)}`}`;
}

const HIDDEN = /^(?:NODE_|STET_|npm_)/;

/**
 * An environment for what is measured: without what steers Node or stet, and with stet's clock standing still.
 * NODE_EXTRA_CA_CERTS alone makes every Node start 40 ms later.
 */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !HIDDEN.test(name));
  return { ...Object.fromEntries(kept), STET_NOW: NOW };
}
