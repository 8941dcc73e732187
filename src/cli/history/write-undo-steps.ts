// `stet undo --list`: what can be taken back, a line for each step, the latest first.
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import { undoSteps, type UndoStep } from "../../desk/change/undo.ts";
import type { Desk } from "../../desk/desk.ts";
import { EXIT } from "../exit-codes.ts";
import type { Words } from "../line/words.ts";
import { requireKeys } from "../print/one-object.ts";
import { columnLines } from "../print/print-columns.ts";
import { printLines } from "../print/print-lines.ts";
import { momentCell } from "../print/when-cell.ts";
import { tell, type Session } from "../session.ts";
import { writeObjects } from "./write-objects.ts";

/** Writes the steps in the form the words ask for; returns the exit code. */
export async function writeUndoSteps(words: Words, session: Session): Promise<number> {
  requireKeys(words, STEP_SHAPE);
  const desk = await session.desk();
  const steps = undoSteps(desk);
  if (await writeObjects(words, session, () => steps.map((step) => stepObject(desk, step)))) return EXIT.ok;
  if (steps.length === 0) await tell(session, "there is nothing to undo");
  else await printLines(session, linesOf(desk, steps, session));
  return EXIT.ok;
}

function linesOf(desk: Desk, steps: readonly UndoStep[], { io, out }: Session): readonly string[] {
  const { isTerminal, columns = 80 } = io.stdout;
  if (!isTerminal) return steps.map((step) => rowOf(desk, step));
  const rows = steps.map((step) => ({
    cells: [momentCell(step.at, desk), visibleText(step.command), visibleText(filesOf(step))],
  }));
  return columnLines([{ cells: ["WHEN", "COMMAND", "FILES"], isHeading: true }, ...rows], {
    align: ["left", "left", "left"],
    yields: [{ column: 2, to: 10 }],
    style: out,
    width: columns,
  });
}

const TOO_LARGE = "too large to take back";

/** How many, where they are several, and the first, by the names they have since. */
function filesOf({ changes, isTooLarge }: UndoStep): string {
  if (isTooLarge) return TOO_LARGE;
  const left = new Set(changes.flatMap((change) => (change.kind === "move" ? [change.from] : [])));
  const paths = pathsOf(changes).filter((path) => !left.has(path));
  const [first = ""] = paths;
  return paths.length < 2 ? first : `${paths.length} files: ${first}`;
}

/** With tabs between: when, the command, its files with spaces between. */
function rowOf({ settings }: Desk, { at, command, changes, isTooLarge }: UndoStep): string {
  const what = isTooLarge ? TOO_LARGE : pathsOf(changes).join(" ");
  return [writeInstant(at, settings.timezone), command, what].map((cell) => visibleText(cell)).join("\t");
}

function pathsOf(changes: UndoStep["changes"]): readonly string[] {
  return [...new Set(changes.map((change) => (change.kind === "move" ? change.to : change.path)))];
}

/** The keys of a step's object. */
const STEP_SHAPE = { at: null, command: null, paths: null, kept: null };

function stepObject(
  { settings }: Desk,
  { at, command, changes, isTooLarge }: UndoStep,
): Readonly<Record<keyof typeof STEP_SHAPE, unknown>> {
  return { at: writeInstant(at, settings.timezone), command, paths: pathsOf(changes), kept: !isTooLarge };
}
