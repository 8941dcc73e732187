// The rows of the last list shown in each terminal, so that `stet edit 3` means the third line on that screen.
// Kept outside the newsroom, per terminal and shell, for twelve hours; rows name files and never renumber.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { contentHash } from "./read/content-hash.ts";
import { makeMissingFolders } from "./write/make-missing-folders.ts";

/** Which terminal is meant: the environment (XDG_STATE_HOME, HOME) and the pid of the shell stet was started from. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly shellPid: number;
}

const LIFETIME_MS = 12 * 3_600_000;

/** Remembers the article paths of a list just shown for `root`; at most 9,999 rows. A failure only costs the row numbers. */
export function rememberRows(terminal: Terminal, root: string, rows: readonly string[]): void {
  const file = fileFor(terminal, root);
  try {
    makeMissingFolders(path.dirname(file), 0o700);
    fs.writeFileSync(file, JSON.stringify(rows.slice(0, 9999)), { mode: 0o600 });
  } catch {
    // No state folder: rows cannot be named in this terminal, everything else works.
  }
}

/** The rows last shown in this terminal for `root`, or none. `now` is epoch milliseconds. */
export function recallRows(terminal: Terminal, root: string, now: number): readonly string[] {
  const file = fileFor(terminal, root);
  try {
    if (now - fs.statSync(file).mtimeMs > LIFETIME_MS) return [];
    const rows: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    return Array.isArray(rows) && rows.every((row) => typeof row === "string") ? rows : [];
  } catch {
    return [];
  }
}

function fileFor({ env, shellPid }: Terminal, root: string): string {
  const state = env["XDG_STATE_HOME"] ?? "";
  const home = env["HOME"] ?? os.tmpdir();
  const folder = path.isAbsolute(state) ? state : path.join(home, ".local", "state");
  const key = contentHash(Buffer.from(`${terminalName()}\n${shellPid}\n${root}`)).slice(0, 32);
  return path.join(folder, "stet", "rows", `${key}.json`);
}

function terminalName(): string {
  try {
    return fs.readlinkSync("/proc/self/fd/2");
  } catch {
    return "";
  }
}
