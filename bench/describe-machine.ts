// What the figures were measured on and with: without it they mean nothing.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Versions by program; "not installed" where one is not. */
export interface Machine {
  readonly system: string;
  readonly processors: string;
  readonly memory: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Processes that wanted to run in the last minute: more than there are processors, and the figures are noise. */
export function loadNow(): number {
  return os.loadavg()[0] ?? 0;
}

const PEERS = [
  ["hugo", "version"],
  ["rg", "--version"],
  ["pandoc", "--version"],
  ["find", "--version"],
  ["/usr/bin/time", "--version"],
] as const;

/** Asks the system and every peer; `root` is the checkout's folder. */
export function describeMachine(root: string): Machine {
  const processors = os.cpus();
  return {
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processors: `${processors.length} x ${processors[0]?.model ?? "unknown"}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    versions: {
      stet: versionOfStet(root),
      node: process.version,
      ...Object.fromEntries(
        PEERS.map(([program, word]) => [path.basename(program), versionOf(program, word)]),
      ),
    },
  };
}

function versionOfStet(root: string): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  return version;
}

function versionOf(program: string, word: string): string {
  const { stdout, error } = spawnSync(program, [word], { encoding: "utf8" });
  if (error !== undefined) return "not installed";
  return /\d+\.\d+[\w.]*/.exec(stdout)?.[0] ?? "of unknown version";
}
