// A prompt is drawn again where the terminal shows something else: after Ctrl-Z and fg, and after its window changed.
import process from "node:process";
import { useEffect, useState } from "@inquirer/core";

/** Lines that no prompt has more of. */
const MOST_LINES = 14;

/** For a prompt, called first. */
export function useNewScreen(): void {
  const [, setDrawings] = useState(0);
  useEffect(() => {
    let drawings = 0;
    const redraw = (): void => setDrawings(++drawings);
    const goOnBelow = (): void => {
      // inquirer clears as many lines as the prompt had, from here up where there is no room below.
      process.stderr.write("\n".repeat(MOST_LINES) + `\u001B[${MOST_LINES}A`);
      redraw();
    };
    process.on("SIGCONT", goOnBelow);
    process.stderr.on("resize", redraw);
    return () => {
      process.off("SIGCONT", goOnBelow);
      process.stderr.off("resize", redraw);
    };
  }, []);
}
