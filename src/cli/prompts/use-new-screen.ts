// A prompt is drawn again where the terminal shows something else: after Ctrl-Z and fg, and after its window changed.
import process from "node:process";
import { useEffect, useRef, useState } from "@inquirer/core";

/** Lines that no prompt has more of. */
const MOST_LINES = 14;

/** Of a window that is drawn larger every size comes by; what is drawn for one of them is wrong in the next. */
const SETTLED_MS = 50;

type Readline = Parameters<Parameters<typeof useEffect>[0]>[0];

/** For a prompt, called first. */
export function useNewScreen(): void {
  const [, setDrawings] = useState(0);
  const readline = useRef<Readline>();
  const drawnAt = useRef(0);
  const isOther = useRef(false);
  // In one with the drawing behind it, also where a key comes before the window is settled.
  if (isOther.current && readline.current !== undefined)
    process.stderr.write(clearing(readline.current, drawnAt.current));
  isOther.current = false;
  drawnAt.current = columnsNow();
  useEffect((rl) => {
    readline.current = rl;
    let drawings = 0;
    let settling: NodeJS.Timeout | undefined;
    const drawAnew = (): void => {
      isOther.current = true;
      setDrawings(++drawings);
    };
    const resized = (): void => {
      isOther.current = true;
      clearTimeout(settling);
      settling = setTimeout(drawAnew, SETTLED_MS);
    };
    process.on("SIGCONT", drawAnew);
    process.stderr.on("resize", resized);
    return () => {
      clearTimeout(settling);
      process.off("SIGCONT", drawAnew);
      process.stderr.off("resize", resized);
    };
  }, []);
}

function columnsNow(): number {
  return process.stderr.columns || 80;
}

/** Not from the first column: tmux keeps what is cleared from the top of the screen, and shows it in a larger window. */
const CLEAR_BELOW = "\u001B[K\u001B[C\u001B[J\r";

/**
 * The cursor stands in the line that is asked, and all of the prompt below it, in however many lines a terminal put it that
 * became narrower. inquirer clears as many as it drew, from there up where there is no room below. What a terminal broke
 * into more lines than it has room for is in its scrollback, where nothing can be cleared: the first lines of a list may
 * stay there, and come back where the window grows.
 */
function clearing(rl: Readline, drawn: number): string {
  const columns = columnsNow();
  const { rows, cols } = rl.getCursorPos();
  const up = linesMore(rows * columns + cols, drawn, columns);
  const room = Math.min(MOST_LINES, (process.stderr.rows || 24) - 1);
  return `\r${up === 0 ? "" : `\u001B[${up}A`}${CLEAR_BELOW}${"\n".repeat(room)}\u001B[${room}A`;
}

/**
 * How many more lines end before the cursor since a terminal has `columns`, where text across so many columns went `before`
 * it when they were `drawn`: each of its lines is broken into as many as it takes.
 */
function linesMore(before: number, drawn: number, columns: number): number {
  const lines = Math.floor(before / drawn);
  const now = lines * Math.ceil(drawn / columns) + Math.floor((before % drawn) / columns);
  return Math.max(0, now - lines);
}
