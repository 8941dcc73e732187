// Words behind a sign and a name: on a narrow terminal their further rows begin where the first did.
import { displayWidth } from "../../base/display-width.ts";
import { FIXED_BLANK, wrapText } from "../../base/wrap-text.ts";

/** Narrower than this, words are left to the terminal. */
const LEAST = 12;

/**
 * `text` for a place that is `indent` columns in, in rows of a terminal that is `columns` wide; undefined is no terminal. What is
 * one word, as a path, stays whole so that it can be copied.
 */
export function hangText(text: string, indent: number, columns: number | undefined): string {
  const room = (columns ?? Infinity) - indent;
  if (room < LEAST || text.length <= room / 2 || !text.includes(" ")) return text;
  return wrapText(text, room, { wholeWords: true }).join(`\n${" ".repeat(indent)}`);
}

/** Blanks, then a label, a sign, or the number of a line: what the words of a line stand behind. In colour or not. */
const FRONT =
  /^ *(?:(?:\u001B\[\d+m)*(?:error:|warning:|help:|fixed:|would fix:|ok|->|[✓✗!→~+x-])(?:\u001B\[\d+m)* +)?(?:\d+ \| )?/;
/** A command in the text, up to the word that says of it what it does. */
const COMMAND =
  /(?<=^|[;:,] )(?:stet|git|npm|ls|mv|rm|ulimit|[A-Z]+=\S+) .*?(?= (?:brings|finds|goes|lists|makes|mends|opens|prints|puts|says|shows|takes)\b|[,;] |$)/g;

/** A line said to a person, in rows that hang below its first word. A command stays in one piece: it is pasted into a shell. */
export function hangLine(line: string, columns: number | undefined): string {
  if (columns === undefined || displayWidth(line) <= columns) return line;
  const front = FRONT.exec(line)?.[0] ?? "";
  const words = line.slice(front.length);
  const fixed = words.replace(COMMAND, (command) => command.replaceAll(" ", FIXED_BLANK));
  const hung = hangText(fixed, displayWidth(front), columns);
  return front + (fixed === words ? hung : hung.replaceAll(FIXED_BLANK, " "));
}

/** Several such lines, one below the other. */
export function hangLines(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  return text
    .split("\n")
    .map((line) => hangLine(line, columns))
    .join("\n");
}
