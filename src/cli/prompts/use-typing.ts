// What is typed into a line arrives a letter at a time or a page at a time, and goes in as it arrives: a page drawn
// letter by letter would take minutes. A paste is text, however many lines it has: only the key Enter accepts. A terminal
// that is asked to (bracketed paste) says where a paste begins and ends.
import process from "node:process";
import { isEnterKey, isTabKey, useEffect } from "@inquirer/core";

const ASK_FOR_MARKS = "\u001B[?2004h";
const NO_MORE_MARKS = "\u001B[?2004l";

/**
 * What was drawn for a window that has become narrower meanwhile is cut there: a line more, and the next drawing would
 * begin in the middle of this one. inquirer breaks lines itself.
 */
const NO_WRAP = "\u001B[?7l";
const WRAP = "\u001B[?7h";

/** What stands under the line would stand under the shell's. */
const CLEAR_BELOW = "\u001B[J";

/** A line takes no more: what is longer was never meant for it. */
const LONGEST_LINE = 5000;

type Readline = Parameters<Parameters<typeof useEffect>[0]>[0];
type Key = Parameters<typeof isEnterKey>[0];

/**
 * For a prompt with a line of text, called before its useKeypress, which hears of letters that arrived together once,
 * when all are in the line. They go where the cursor stands; line breaks and tabs of a paste become blanks. The terminal is
 * in order again in every way out, and while stet is stopped by Ctrl-Z.
 */
export function useTyping(): void {
  useEffect((rl) => {
    insertAtCursor(rl);
    let isPasting = false;
    let arrived = "";
    measureOnce(rl, () => arrived === "");
    const putIn = (): void => {
      if (arrived === "") return;
      const room = Math.max(0, LONGEST_LINE - rl.line.length);
      const letters = arrived.slice(0, room);
      arrived = "";
      rl.write(letters);
      process.stdin.emit("keypress", undefined, { ...NOTHING });
    };
    const onKey = (text: string | undefined, key: Key): void => {
      if (key.name === NOTHING.name) return;
      const isBreak = isPasting && (isEnterKey(key) || isTabKey(key));
      const letters = isBreak ? " " : lettersOf(text, key);
      if (letters === "") putIn();
      else {
        if (arrived === "") process.nextTick(putIn);
        if (arrived.length < LONGEST_LINE) arrived += letters;
        // readline and the prompt hear the same object behind this.
        Object.assign(key, NOTHING);
      }
      if (key.name === "paste-start") isPasting = true;
      else if (key.name === "paste-end") isPasting = false;
      else if (key.ctrl && key.name === "z") process.stderr.write(NO_MORE_MARKS + WRAP + CLEAR_BELOW);
    };
    const askForMarks = (): void => void process.stderr.write(ASK_FOR_MARKS + NO_WRAP);
    askForMarks();
    process.on("SIGCONT", askForMarks);
    process.stdin.prependListener("keypress", onKey);
    return () => {
      process.stdin.off("keypress", onKey);
      process.off("SIGCONT", askForMarks);
      process.stderr.write(NO_MORE_MARKS + WRAP);
    };
  }, []);
}

/** A key that does nothing. */
const NOTHING = { name: "nothing", ctrl: true, meta: false, shift: false, sequence: "" };

/** What a key puts into the line; empty for one that does something else. */
function lettersOf(text: string | undefined, { ctrl, meta }: Key & { readonly meta?: boolean }): string {
  return text === undefined || ctrl || meta === true || /\p{Cc}/u.test(text) ? "" : text;
}

/** inquirer asks at each letter where the cursor stands, which measures the line, also of letters that are not in it yet. */
function measureOnce(rl: Readline, isSettled: () => boolean): void {
  const measure = rl.getCursorPos.bind(rl);
  let known = measure();
  rl.getCursorPos = () => {
    if (isSettled()) known = measure();
    return known;
  };
}

/**
 * Of letters that arrive together Node's readline puts all but the last behind the end of the line, wherever the cursor
 * stands: it takes its completion for disabled meanwhile, and with it all editing. stet completes nothing there.
 */
function insertAtCursor(rl: Readline): void {
  Object.defineProperty(rl, "isCompletionEnabled", { get: () => true, set: () => {} });
}
