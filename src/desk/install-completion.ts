// Puts a shell's completion where that shell finds it, and takes it away again: a script, and for bash and zsh three
// lines in the file that the shell begins with.
import { StetError } from "../base/stet-error.ts";
import { readHomeFile, removeHomeFile, writeHomeFile, xdgFolder } from "../newsroom/person/home-files.ts";
import { join } from "../newsroom/paths.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export const COMPLETED_SHELLS = ["bash", "zsh", "fish", "nushell"] as const;
export type CompletedShell = (typeof COMPLETED_SHELLS)[number];

/** One file that would change: `lines` are those that come into it or go from it; none for a file that is all stet's. */
export interface HomeChange {
  readonly kind: "write" | "remove" | "add-lines" | "remove-lines";
  readonly file: string;
  readonly lines: readonly string[];
  /** What the file holds afterwards; undefined for one that goes. */
  readonly bytes: Buffer | undefined;
}

/** The shell that a person's session runs, by $SHELL; undefined where that names none of these. */
export function shellOf(env: Environment): CompletedShell | undefined {
  const name = (env["SHELL"] ?? "").replace(/^.*[/\\]/, "").replace(/\.exe$/, "");
  return name === "nu" ? "nushell" : COMPLETED_SHELLS.find((shell) => shell === name);
}

/** What installing `script` would change; nothing where it is installed. Throws StetError external, also without a home. */
export function planInstall(shell: CompletedShell, env: Environment, script: string): HomeChange[] {
  const { file, startup } = placesOf(shell, env);
  const bytes = Buffer.from(script, "utf8");
  const isThere = readHomeFile(file)?.equals(bytes) === true;
  const changes: HomeChange[] = isThere ? [] : [{ kind: "write", file, lines: [], bytes }];
  if (startup === undefined) return changes;
  const lines = [BEGIN, ...startup.lines, END];
  const before = readHomeFile(startup.file) ?? Buffer.alloc(0);
  const after = withBlock(before, lines);
  if (before.equals(after)) return changes;
  return [...changes, { kind: "add-lines", file: startup.file, lines, bytes: after }];
}

/** What taking it away would change; nothing where it is not installed. */
export function planUninstall(shell: CompletedShell, env: Environment): HomeChange[] {
  const { file, startup } = placesOf(shell, env);
  const isOurs = readHomeFile(file)?.includes("completion for stet, made by: stet completion") === true;
  const changes: HomeChange[] = isOurs ? [{ kind: "remove", file, lines: [], bytes: undefined }] : [];
  const before = startup === undefined ? undefined : readHomeFile(startup.file);
  const block = before === undefined ? undefined : blockIn(before);
  if (startup === undefined || before === undefined || block === undefined) return changes;
  const lines = before.toString("utf8", block.start, block.end).trimEnd().split("\n");
  const bytes = Buffer.concat([before.subarray(0, block.start), before.subarray(block.end)]);
  return [...changes, { kind: "remove-lines", file: startup.file, lines, bytes }];
}

/** True where the shell finds stet's script. Throws StetError external, also without a home. */
export function isInstalled(shell: CompletedShell, env: Environment): boolean {
  return planUninstall(shell, env).some(({ kind }) => kind === "remove");
}

/** Makes the changes, in their order. Throws StetError external. */
export function changeHome(changes: readonly HomeChange[]): void {
  for (const { file, bytes } of changes) {
    if (bytes === undefined) removeHomeFile(file);
    else writeHomeFile(file, bytes);
  }
}

interface Places {
  /** Of the script. */
  readonly file: string;
  /** What the shell runs when it begins, and what has to stand there. */
  readonly startup?: { readonly file: string; readonly lines: readonly string[] };
}

function placesOf(shell: CompletedShell, env: Environment): Places {
  const home = env["HOME"] ?? env["USERPROFILE"];
  const data = xdgFolder(env["XDG_DATA_HOME"], home, ".local/share");
  const config = xdgFolder(env["XDG_CONFIG_HOME"], home, ".config");
  if (data === undefined || config === undefined || home === undefined) {
    throw new StetError("external", "io-missing", "there is no home folder to install completion in", {
      hint: `HOME=/home/you stet completion --install ${shell}`,
    });
  }
  if (shell === "fish") return { file: join(config, "fish/completions/stet.fish") };
  if (shell === "nushell") return { file: join(nushellFolder(env, home), "autoload/stet.nu") };
  if (shell === "zsh") {
    const file = join(data, "zsh/site-functions/_stet");
    const begun = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }";
    const lines = [begun, `[[ ! -r ${quoted(file)} ]] || source ${quoted(file)}`];
    return { file, startup: { file: join(xdgFolder(env["ZDOTDIR"], home, "") ?? home, ".zshrc"), lines } };
  }
  const own = xdgFolder(env["BASH_COMPLETION_USER_DIR"], data, "bash-completion") ?? data;
  const file = join(own, "completions/stet");
  // Read at the first Tab: that takes as long as a whole start of bash does. It has a _stet of its own.
  const begun = `_stet() { [[ -r ${quoted(file)} ]] && unset -f _stet && source ${quoted(file)} && _stet; }`;
  const lines = [`${begun}; complete -F _stet stet`];
  return { file, startup: { file: join(home, ".bashrc"), lines } };
}

/** Nushell has its own idea of where a Mac keeps settings. */
function nushellFolder(env: Environment, home: string): string {
  const usual = process.platform === "darwin" ? "Library/Application Support" : ".config";
  return join(xdgFolder(env["XDG_CONFIG_HOME"], home, usual) ?? home, "nushell");
}

function quoted(file: string): string {
  return `'${file.replaceAll("'", String.raw`'\''`)}'`;
}

const BEGIN = "# >>> stet completion >>>";
const END = "# <<< stet completion <<<";

function blockIn(bytes: Buffer): { readonly start: number; readonly end: number } | undefined {
  // The last beginning: one without an end is somebody's leftover, and what follows it is the person's.
  const start = bytes.lastIndexOf(`${BEGIN}\n`);
  const last = start === -1 ? -1 : bytes.indexOf(END, start);
  if (last === -1) return undefined;
  const end = last + END.length;
  return { start, end: bytes[end] === 10 ? end + 1 : end };
}

/** The block in the place of the one that is there, else behind everything. */
function withBlock(bytes: Buffer, lines: readonly string[]): Buffer {
  const text = Buffer.from(`${lines.join("\n")}\n`, "utf8");
  const block = blockIn(bytes);
  if (block !== undefined)
    return Buffer.concat([bytes.subarray(0, block.start), text, bytes.subarray(block.end)]);
  const isOpen = bytes.length > 0 && bytes.at(-1) !== 10;
  return Buffer.concat([bytes, Buffer.from(isOpen ? "\n" : ""), text]);
}
