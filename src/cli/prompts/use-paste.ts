// A paste is text, however many lines it has: only the key Enter accepts. A terminal that is asked to (bracketed paste)
// says where a paste begins and ends.
import process from "node:process";
import { isEnterKey, isTabKey, useEffect } from "@inquirer/core";

const ASK_FOR_MARKS = "\u001B[?2004h";
const NO_MORE_MARKS = "\u001B[?2004l";

/**
 * For a prompt with a line of text, called before its useKeypress: line breaks and tabs of a paste become blanks. The
 * terminal is in order again in every way out, and while stet is stopped by Ctrl-Z.
 */
export function usePaste(): void {
  useEffect((rl) => {
    let isPasting = false;
    const onKey = (_text: string | undefined, key: Key): void => {
      if (key.name === "paste-start") isPasting = true;
      else if (key.name === "paste-end") isPasting = false;
      else if (key.ctrl && key.name === "z") process.stderr.write(NO_MORE_MARKS);
      else if (isPasting && (isEnterKey(key) || isTabKey(key))) {
        rl.write(" ");
        // readline and the prompt hear the same object behind this: a key that does nothing.
        Object.assign(key, { name: "line-break", ctrl: true });
      }
    };
    const askForMarks = (): void => void process.stderr.write(ASK_FOR_MARKS);
    askForMarks();
    process.on("SIGCONT", askForMarks);
    process.stdin.prependListener("keypress", onKey);
    return () => {
      process.stdin.off("keypress", onKey);
      process.off("SIGCONT", askForMarks);
      process.stderr.write(NO_MORE_MARKS);
    };
  }, []);
}

type Key = Parameters<typeof isEnterKey>[0];
