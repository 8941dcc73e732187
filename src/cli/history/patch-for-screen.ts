// A patch as a terminal may show it: nothing in it steers the terminal, and its lines have the colours of git.
import { visibleText } from "../../base/visible-text.ts";
import type { Style } from "../style.ts";

/** The patch line by line; `---` and `+++` are bold, as they head a file. */
export function patchForScreen(patch: string, style: Style): string {
  let isHead = true;
  return patch.replace(/^.*$/gm, (line) => {
    const shown = visibleText(line);
    if (line.startsWith("diff --git ")) isHead = true;
    if (line.startsWith("@@ ")) isHead = false;
    if (shown === "") return shown;
    if (isHead) return style.bold(shown);
    if (line.startsWith("@@ ")) return style.cyan(shown);
    return line.startsWith("+") ? style.green(shown) : line.startsWith("-") ? style.red(shown) : shown;
  });
}
