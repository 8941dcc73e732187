// Does a command line ask for help rather than for work? Looked at before every run, so it loads nothing.
import { commandWord } from "../line/command-word.ts";

const HELP_WORDS: ReadonlySet<string> = new Set(["-h", "--help", "-V", "--version"]);

/** True for no words at all, for `-h`, `--help`, `-V` and `--version` anywhere before `--`, and for the command `help`. */
export function asksHelp(line: readonly string[]): boolean {
  if (line.length === 0) return true;
  const words = beforeDashes(line);
  return words.some((word) => HELP_WORDS.has(word)) || commandWord(words) === "help";
}

/** What stands before `--`: words behind it are never options. */
export function beforeDashes(line: readonly string[]): readonly string[] {
  const end = line.indexOf("--");
  return end === -1 ? line : line.slice(0, end);
}
