// Starts the person's editor on a file, at a line where one is meant, and waits for it.
import { spawn, type ChildProcess } from "node:child_process";
import { programWords } from "../../base/program-words.ts";
import { StetError } from "../../base/stet-error.ts";
import { openTerminal } from "../../newsroom/person/open-terminal.ts";
import type { Desk } from "../desk.ts";
import { holdSignals } from "./hold-signals.ts";
import { whyNotStarted } from "./why-not-started.ts";

/** How the editor ended: its exit status, or the signal that ended it. */
export interface EditorEnd {
  readonly status: number | null;
  readonly signal: string | null;
}

/** A place in a text, from 1. */
export interface EditorPlace {
  readonly line: number;
  /** Counted in characters; the line's beginning when absent. */
  readonly column?: number;
}

/** Opens an absolute path at a place. Rejects with StetError external/program-missing where the editor is not found. */
export type OpenEditor = (file: string, place?: EditorPlace) => Promise<EditorEnd>;

/** Editors that return at once unless told to wait. */
const WAITING: Readonly<Record<string, string>> = {
  atom: "--wait",
  code: "--wait",
  "code-insiders": "--wait",
  codium: "--wait",
  cursor: "--wait",
  gedit: "--wait",
  gvim: "--nofork",
  kate: "--block",
  mate: "-w",
  subl: "-w",
  windsurf: "--wait",
  zed: "--wait",
};

/** $STET_EDITOR, $VISUAL, $EDITOR, else vi; split as programWords says, never run through a shell. */
export function editorCommand(env: Desk["env"]): readonly string[] {
  const named = chosenEditor(env) ?? "vi";
  const words = programWords(named);
  const wait = WAITING[nameOf(words[0] ?? "")];
  return wait === undefined || words.includes(wait) ? words : [...words, wait];
}

/** True where a person has said which. */
export function isEditorChosen(env: Desk["env"]): boolean {
  return chosenEditor(env) !== undefined;
}

function chosenEditor(env: Desk["env"]): string | undefined {
  return [env["STET_EDITOR"], env["VISUAL"], env["EDITOR"]].find((value) => (value ?? "").trim() !== "");
}

/** `/usr/bin/code.cmd` is `code`. */
function nameOf(program: string): string {
  return program.replace(/^.*[/\\]/, "").replace(/\.(?:exe|cmd|bat)$/i, "");
}

const PLUS_LINE = /^(?:n?vim?|gvim|pico|joe|mg|ne|gedit)$/;
/** `+LINE,COLUMN` and `+LINE:COLUMN`. */
const PLUS_COMMA = /^nano$/;
const PLUS_COLON = /^(?:emacs|emacsclient|micro|kak)$/;
const GOTO = /^(?:code|code-insiders|codium|cursor|windsurf)$/;
const COLON_LINE = /^(?:subl|zed|atom|hx|helix)$/;

/** The words that open `file`, at `place` where the editor is known to take one. */
function fileArguments(program: string, file: string, place: EditorPlace | undefined): readonly string[] {
  const name = nameOf(program);
  if (place === undefined) return [file];
  const { line, column } = place;
  const at = (sign: string): string => (column === undefined ? String(line) : `${line}${sign}${column}`);
  if (PLUS_COMMA.test(name)) return [`+${at(",")}`, file];
  if (PLUS_COLON.test(name)) return [`+${at(":")}`, file];
  if (/^n?vim$/.test(name) && column !== undefined) return [`+call cursor(${line},${column})`, file];
  if (PLUS_LINE.test(name)) return [`+${line}`, file];
  if (GOTO.test(name)) return ["--goto", `${file}:${at(":")}`];
  return [COLON_LINE.test(name) ? `${file}:${at(":")}` : file];
}

/** Which of stet's own streams a person sits at. */
export interface EditorTerminal {
  readonly stdin: boolean;
  readonly stdout: boolean;
}

/**
 * The editor of the desk's environment, on the terminal stet itself runs in, also when stdin or stdout is a pipe and a
 * person sits at the other. Ctrl-C is the editor's business while it runs; a hang-up or SIGTERM is passed on to it, and
 * stet stays to say where the text is.
 */
export function editorOf(desk: Desk, terminal: EditorTerminal): OpenEditor {
  const [program = "vi", ...args] = editorCommand(desk.env);
  return (file, place) => {
    const signals = holdSignals();
    const isPiped = terminal.stdin !== terminal.stdout;
    const own = isPiped ? openTerminal() : undefined;
    const stream = (isTerminal: boolean): number | "inherit" =>
      isTerminal || own === undefined ? "inherit" : own.descriptor;
    const child = spawn(program, [...args, ...fileArguments(program, file, place)], {
      stdio: [stream(terminal.stdin), stream(terminal.stdout), "inherit"],
      cwd: desk.cwd,
      env: { ...desk.env },
    });
    signals.passOnTo(child);
    own?.close();
    return endOf(child, program).finally(signals.release);
  };
}

function endOf(child: ChildProcess, program: string): Promise<EditorEnd> {
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => {
      const message = `the editor ${program} cannot be started: ${whyNotStarted(cause)}`;
      const hint = "set VISUAL or EDITOR to your editor, as in EDITOR=nano";
      reject(new StetError("external", "program-missing", message, { cause, hint }));
    });
    child.on("close", (status, signal) => resolve({ status, signal }));
  });
}
