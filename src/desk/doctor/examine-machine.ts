// The machine as stet meets it: Node, SQLite, the person's configuration, editor and pager, git.
import { openDatabase, driverFor } from "../../database/open-database.ts";
import { configKey } from "../../article/config.ts";
import { StetError } from "../../base/stet-error.ts";
import { wayTo } from "../../newsroom/paths.ts";
import { findProgram } from "../../newsroom/person/find-program.ts";
import { readConfiguration, type ConfigPlace } from "../config.ts";
import type { Desk } from "../desk.ts";
import { editorCommand, isEditorChosen } from "../programs/run-editor.ts";
import { requireRepository } from "../history/repository.ts";
import { isInGit, runGit } from "../history/run-git.ts";
import { COMPLETED_SHELLS, isInstalled, shellOf } from "../install-completion.ts";
import { pagerCommand } from "../programs/run-pager.ts";
import { STET_FOLDER } from "../../newsroom/stet-folder.ts";
import { fault, many, note, ok, type Finding } from "./finding.ts";
import { fromHere, type Here } from "./from-here.ts";

/** What needs no newsroom: the versions stet runs on. `nodeVersion` is as `20.19.0`. */
export function examineVersions(nodeVersion: string): readonly Finding[] {
  return [examineNode(nodeVersion), examineSqlite(nodeVersion)];
}

/** The oldest Node stet runs on. */
const OLDEST_NODE = [20, 19] as const;

function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const needed = `stet needs ${OLDEST_NODE.join(".")} or newer`;
  return isOld
    ? fault("node", `Node ${version}; ${needed}`, "https://nodejs.org/")
    : ok("node", `Node ${version}`);
}

function examineSqlite(nodeVersion: string): Finding {
  const database = openDatabase(":memory:", { waitMs: 0, pragmas: [] });
  const version = String(database.prepare("SELECT sqlite_version() AS version").get()?.["version"]);
  database.close();
  return ok("sqlite", `SQLite ${version} (${driverFor(nodeVersion)})`);
}

/** What the person has configured, and what of it is passed over. */
export function examineConfig(place: ConfigPlace): readonly Finding[] {
  const { values, problems } = readConfiguration(place);
  if (problems.length === 0)
    return [ok("config", values.length === 0 ? "nothing set" : many(values.length, "key"))];
  return problems.map(({ file = "", line, message, hint = "stet config list" }) => {
    const where = line === undefined ? file : `${file} line ${line}`;
    return note("config", message.includes(file) ? message : `${where}: ${message}`, hint);
  });
}

/** The programs a person works with. */
export function examinePrograms(desk: Desk, config: ConfigPlace | undefined, here: Here): readonly Finding[] {
  return [
    examineEditor(desk, config),
    examinePager(desk, config),
    examineCompletion(desk),
    examineGit(desk, here),
  ];
}

const EDITORS = ["nano", "vi", "vim", "nvim", "emacs", "micro", "hx"] as const;
/** Without any, `cat` is none: long texts go straight to the screen. */
const PAGERS = ["less", "more", "cat"] as const;

/** What makes stet use a program that is there: its variable comes before its configuration. */
function chooseProgram({ env, cwd }: Desk, config: ConfigPlace | undefined, key: "editor" | "pager"): string {
  const { variable } = configKey(key);
  if ((config?.env[variable] ?? "") !== "") return `unset ${variable}`;
  const known: readonly string[] = key === "editor" ? EDITORS : PAGERS;
  const found = known.find((program) => findProgram(program, { env, from: cwd }) !== undefined);
  return `stet config set ${key} ${found ?? known[0] ?? ""} --user`;
}

function examineEditor(desk: Desk, config: ConfigPlace | undefined): Finding {
  const { env, cwd } = desk;
  const command = editorCommand(env);
  const [program = "vi"] = command;
  if (findProgram(program, { env, from: cwd }) !== undefined) return ok("editor", command.join(" "));
  // Where only cron works nobody has chosen one, and nobody misses it.
  const fix = chooseProgram(desk, config, "editor");
  if (!isEditorChosen(env)) return note("editor", `none chosen, and ${program} is not found`, fix);
  return fault("editor", `the editor ${program} is not found`, fix);
}

function examinePager(desk: Desk, config: ConfigPlace | undefined): Finding {
  const { env, cwd } = desk;
  const command = pagerCommand(env);
  if (command === undefined) return ok("pager", "none: long texts go straight to the screen");
  const [program = "less"] = command;
  if (findProgram(program, { env, from: cwd }) !== undefined) return ok("pager", command.join(" "));
  return note(
    "pager",
    `the pager ${program} is not found; long texts go straight to the screen`,
    chooseProgram(desk, config, "pager"),
  );
}

/** Nobody needs it, and it may stand where the person has put it: never a fault. */
function examineCompletion({ env }: Desk): Finding {
  const shell = shellOf(env);
  if (shell === undefined)
    return ok("completion", `none: $SHELL names none of ${COMPLETED_SHELLS.join(", ")}`);
  try {
    if (isInstalled(shell, env)) return ok("completion", `installed for ${shell}`);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return note("completion", error.message);
  }
  return note(
    "completion",
    `${shell} has none where stet puts it: tab completes no slugs, tags and options`,
    "stet completion --install",
  );
}

function examineGit(desk: Desk, here: Here): Finding {
  const version = runGit(desk, ["--version"])
    ?.stdout.replace(/^git version /, "")
    .trim();
  if (version === undefined) return note("git", "git is not installed: edits of two people are not merged");
  if (!isInGit(desk)) {
    const distrusted = distrustOf(desk);
    if (distrusted !== undefined) return note("git", distrusted.message, distrusted.details.hint);
    return note("git", `git ${version}; it does not keep this newsroom`, `git init ${fromHere(here, ".")}`);
  }
  if (runGit(desk, ["ls-files", "--", STET_FOLDER])?.stdout !== "")
    return fault("git", "git keeps files of .stet, stet's own", forgetting(here));
  // It takes no literal pathspecs (git 2.39 and before).
  const words = ["--no-literal-pathspecs", "check-ignore", "-q", "--", `${STET_FOLDER}/lock.db`];
  if (runGit(desk, words)?.status === 0)
    return ok("git", `git ${version} keeps this newsroom, without .stet`);
  return fault("git", "git does not ignore .stet, stet's own files", "stet doctor --fix");
}

/** A folder that git distrusts has its history all the same: no second repository is made in it. */
function distrustOf(desk: Desk): StetError | undefined {
  try {
    requireRepository(desk);
  } catch (error) {
    if (error instanceof StetError) return error.code === "io-permission" ? error : undefined;
    throw error;
  }
  return undefined;
}

/** Elsewhere git takes the folder for no place of the repository. */
function forgetting(here: Here): string {
  const way = wayTo(here.root, here.cwd);
  const isInside = way !== ".." && !way.startsWith("../");
  return isInside
    ? `git rm -r -q -f --cached ${fromHere(here, STET_FOLDER)}`
    : `git -C ${fromHere(here, ".")} rm -r -q -f --cached ${STET_FOLDER}`;
}
