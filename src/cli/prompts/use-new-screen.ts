// A prompt is drawn again where the terminal shows something else: after Ctrl-Z and fg, and after its window changed.
import process from "node:process";
import { useEffect, useState } from "@inquirer/core";

/** Lines that no prompt has more of. */
const MOST_LINES = 14;

/**
 * The cursor stands in the line that is asked, and all of the prompt below it, in however many lines a terminal put it that
 * became narrower. inquirer clears as many as it drew, from there up where there is no room below.
 */
const CLEARED = `\r\u001B[J${"\n".repeat(MOST_LINES)}\u001B[${MOST_LINES}A`;

/** For a prompt, called first. */
export function useNewScreen(): void {
  const [, setDrawings] = useState(0);
  useEffect(() => {
    let drawings = 0;
    const drawAnew = (): void => {
      process.stderr.write(CLEARED);
      setDrawings(++drawings);
    };
    process.on("SIGCONT", drawAnew);
    process.stderr.on("resize", drawAnew);
    return () => {
      process.off("SIGCONT", drawAnew);
      process.stderr.off("resize", drawAnew);
    };
  }, []);
}
