// Starts the person's editor on a file and waits for it: the only program stet ever starts.
import { spawn, type ChildProcess } from "node:child_process";
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "./desk.ts";

/** How the editor ended: its exit status, or the signal that ended it. */
export interface EditorEnd {
  readonly status: number | null;
  readonly signal: string | null;
}

/** Opens an absolute path at a line. Rejects with StetError external/program-missing where the editor is not found. */
export type OpenEditor = (file: string, line?: number) => Promise<EditorEnd>;

/** Editors that return at once unless told to wait. */
const WAITING: Readonly<Record<string, string>> = {
  code: "--wait",
  codium: "--wait",
  subl: "-w",
  zed: "--wait",
  atom: "--wait",
  mate: "-w",
};

/** $STET_EDITOR, $VISUAL, $EDITOR, else vi; split at blanks, never run through a shell. */
function editorCommand(env: Desk["env"]): readonly string[] {
  const named =
    [env["STET_EDITOR"], env["VISUAL"], env["EDITOR"]].find((value) => (value ?? "").trim() !== "") ?? "vi";
  const words = named.trim().split(/\s+/);
  const program = words[0]?.replace(/^.*[/\\]/, "") ?? "";
  const wait = WAITING[program];
  return wait === undefined || words.includes(wait) ? words : [...words, wait];
}

const TAKES_LINE = /(?:^|\/)(?:n?vim?|nano|emacs|micro|kak)$/;

/**
 * The editor of the desk's environment, on the terminal stet itself runs in. Ctrl-C is the editor's business while it
 * runs; a hang-up or SIGTERM is passed on to it, and stet stays to say where the text is.
 */
export function editorOf(desk: Desk): OpenEditor {
  const [program = "vi", ...args] = editorCommand(desk.env);
  return (file, line) => {
    const at = line !== undefined && TAKES_LINE.test(program) ? [`+${line}`] : [];
    const signals = holdSignals();
    const child = spawn(program, [...args, ...at, file], {
      stdio: "inherit",
      cwd: desk.cwd,
      env: { ...desk.env },
    });
    signals.passOnTo(child);
    return endOf(child, program).finally(signals.release);
  };
}

function endOf(child: ChildProcess, program: string): Promise<EditorEnd> {
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => {
      const message = `the editor ${program} cannot be started: ${cause.message}`;
      const hint = "set VISUAL or EDITOR to your editor, as in EDITOR=nano";
      reject(new StetError("external", "program-missing", message, { cause, hint }));
    });
    child.on("close", (status, signal) => resolve({ status, signal }));
  });
}

const EDITORS_OWN = ["SIGINT", "SIGQUIT"] as const;
const PASSED_ON = ["SIGTERM", "SIGHUP"] as const;

interface HeldSignals {
  readonly passOnTo: (child: ChildProcess) => void;
  readonly release: () => void;
}

/** Held before the editor starts, so that none falls between. */
function holdSignals(): HeldSignals {
  const held: { child?: ChildProcess } = {};
  const ignore = (): void => undefined;
  const passOn = (signal: NodeJS.Signals): void => void held.child?.kill(signal);
  for (const signal of EDITORS_OWN) process.on(signal, ignore);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  const release = (): void => {
    for (const signal of EDITORS_OWN) process.off(signal, ignore);
    for (const signal of PASSED_ON) process.off(signal, passOn);
  };
  const passOnTo = (child: ChildProcess): void => {
    held.child = child;
  };
  return { passOnTo, release };
}
