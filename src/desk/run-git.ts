// Asks git about the newsroom. Nothing that came with the repository may run a program: no hook, no filter, no
// driver, no pager, no helper of a remote; git's own environment is the person's and stays as it is.
import { spawnSync } from "node:child_process";
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "./desk.ts";

/** What git said; `status` is its exit status. */
export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const HARMLESS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "diff.external=",
  "log.showSignature=false",
  "protocol.allow=never",
  "submodule.recurse=false",
] as const;

/**
 * Runs git in the newsroom's root; paths are to stand behind `--`, relative to it.
 * Undefined where there is no git. Throws StetError external where it was killed or answers without end.
 */
export function runGit(desk: Desk, args: readonly string[]): GitAnswer | undefined {
  return git(desk, [...filtersOff(desk), ...args]);
}

function git({ root, env }: Desk, args: readonly string[]): GitAnswer | undefined {
  const settings = HARMLESS.flatMap((setting) => ["-c", setting]);
  const words = ["--no-pager", "--no-optional-locks", ...settings, ...args];
  const { error, status, stdout, stderr } = spawnSync("git", words, {
    cwd: root,
    env: { ...env, GIT_NO_LAZY_FETCH: "1" },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return undefined;
  if (status !== null) return { status, stdout, stderr };
  throw new StetError("external", "io", "git did not come to an end", { cause: error });
}

/** Filters are named by whoever made the repository: each is put out by its name. */
function filtersOff(desk: Desk): readonly string[] {
  const listed = git(desk, ["config", "--null", "--name-only", "--get-regexp", String.raw`^filter\..*`]);
  const names = (listed?.stdout ?? "")
    .split("\0")
    .flatMap((key) => /^filter\.(.*)\.[^.]*$/s.exec(key)?.[1] ?? []);
  return [...new Set(names)].flatMap((name) =>
    ["clean=", "smudge=", "process=", "required=false"].flatMap((end) => ["-c", `filter.${name}.${end}`]),
  );
}

/** True where the newsroom lies in a work tree of git; false also where there is no git. */
export function isInGit(desk: Desk): boolean {
  return git(desk, ["rev-parse", "--is-inside-work-tree"])?.stdout.trim() === "true";
}
