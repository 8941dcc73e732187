// Asks git about the newsroom. Nothing that came with the repository may run a program: no hook, no filter, no
// driver, no pager, no helper of a remote; git's own environment is the person's and stays as it is.
import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../desk.ts";

/** What git said; `status` is its exit status. */
export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing runs a program, and what git says is what is read here, whatever the person likes to see of a log. */
const HARMLESS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "diff.external=",
  "diff.relative=false",
  "i18n.logOutputEncoding=UTF-8",
  "log.showRoot=true",
  "log.showSignature=false",
  "protocol.allow=never",
  "safe.bareRepository=explicit",
  "submodule.recurse=false",
] as const;

/**
 * Runs git in the newsroom's root; paths are to stand behind `--`, relative to it, and mean themselves.
 * Undefined where there is no git. Throws StetError external where it was killed or answers without end.
 */
export function runGit(desk: Desk, args: readonly string[]): GitAnswer | undefined {
  return askGit(desk, [...filtersOff(desk), ...args]);
}

/** The same for what git knows without looking into a file of the work tree, where no filter can come in. */
export function askGit(desk: Desk, args: readonly string[]): GitAnswer | undefined {
  const answer = spawnSync("git", wordsFor(args), {
    ...surroundings(desk),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { status, stdout, stderr } = answer;
  if (isGitMissing(answer)) return undefined;
  if (status !== null) return { status, stdout, stderr };
  throw endless(answer.error);
}

/** The same with `input` on stdin, and bytes for an answer; undefined where git fails or says more than `most` bytes. */
export function pipeGit(
  desk: Desk,
  args: readonly string[],
  { input, most }: { readonly input: string; readonly most: number },
): Buffer | undefined {
  const { status, stdout } = spawnSync("git", wordsFor(args), {
    ...surroundings(desk),
    input,
    maxBuffer: most,
  });
  return status === 0 ? stdout : undefined;
}

/**
 * What git says of its history, cut at NUL bytes, as it comes; git is stopped when nobody asks on. Throws StetError
 * external with git's own words where it fails.
 */
export async function* streamGit(
  desk: Desk,
  args: readonly string[],
): AsyncGenerator<string, void, undefined> {
  const child = spawn("git", wordsFor(args), {
    ...surroundings(desk),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  try {
    let held = "";
    for await (const text of child.stdout.setEncoding("utf8") as AsyncIterable<string>) {
      const parts = (held + text).split("\0");
      held = parts.pop() ?? "";
      yield* parts;
    }
    if ((await ended) !== 0) throw gitFailed(complaint);
    if (held !== "") yield held;
  } finally {
    child.kill();
  }
}

/** git's refusal in one line, as an error. */
export function gitFailed(complaint: string): StetError {
  const [line = ""] = complaint.trim().split("\n");
  const said = line.replace(/^(?:fatal|error): /, "");
  return new StetError("external", "io", `git failed: ${said === "" ? "it was stopped" : said}`);
}

function endless(cause: unknown): StetError {
  return new StetError("external", "io", "git did not come to an end", { cause });
}

function wordsFor(args: readonly string[]): string[] {
  const settings = HARMLESS.flatMap((setting) => ["-c", setting]);
  return ["--no-pager", "--no-optional-locks", "--literal-pathspecs", ...settings, ...args];
}

/** In English, as what git says is read here. */
function surroundings(desk: Desk): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const { root, env } = desk;
  const settings = { LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", ...(isMisled(desk) ? { GIT_DIR: undefined } : {}) };
  return { cwd: root, env: { ...env, ...settings } };
}

const misled = new WeakMap<Desk, boolean>();

/**
 * True in a hook of a linked work tree, where git gives GIT_DIR alone: with it, git takes the newsroom's folder for the top of the
 * repository, and finds nothing of it. GIT_PREFIX tells that it was git who set it.
 */
function isMisled(desk: Desk): boolean {
  const { GIT_DIR, GIT_WORK_TREE, GIT_PREFIX, ...env } = desk.env;
  if (GIT_DIR === undefined || GIT_WORK_TREE !== undefined || GIT_PREFIX === undefined) return false;
  const known = misled.get(desk);
  if (known !== undefined) return known;
  const found = spawnSync("git", wordsFor(["rev-parse", "--git-dir"]), {
    cwd: desk.root,
    env,
    stdio: "ignore",
  });
  misled.set(desk, found.status === 0);
  return found.status === 0;
}

function isGitMissing({ error }: SpawnSyncReturns<string>): boolean {
  return error !== undefined && "code" in error && error.code === "ENOENT";
}

const filters = new WeakMap<Desk, readonly string[]>();

/** Filters are named by whoever made the repository: each is put out by its name. Asked once for a desk. */
function filtersOff(desk: Desk): readonly string[] {
  const known = filters.get(desk);
  if (known !== undefined) return known;
  const listed = askGit(desk, ["config", "--null", "--name-only", "--get-regexp", String.raw`^filter\..*`]);
  const names = (listed?.stdout ?? "")
    .split("\0")
    .flatMap((key) => /^filter\.(.*)\.[^.]*$/s.exec(key)?.[1] ?? []);
  const off = [...new Set(names)].flatMap((name) =>
    ["clean=", "smudge=", "process=", "required=false"].flatMap((end) => ["-c", `filter.${name}.${end}`]),
  );
  filters.set(desk, off);
  return off;
}

/** True where the newsroom lies in a work tree of git; false also where there is no git. */
export function isInGit(desk: Desk): boolean {
  return askGit(desk, ["rev-parse", "--is-inside-work-tree"])?.stdout.trim() === "true";
}
