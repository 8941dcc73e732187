// The picker: type to find, arrows to move, Tab to mark, Enter to choose. Its rows come from a synchronous source, asked
// again on Enter, so text and Enter that arrive in one piece choose the row that this text finds.
import process from "node:process";
import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";
import type { ArticleSource, SourceAnswer } from "../../desk/find/source-row.ts";
import type { Style } from "../style.ts";
import { answerOf, FIRST_STATE, movePick, PAGE, typePick, type PickKey } from "./pick-state.ts";
import { drawPick } from "./pick-screen.ts";
import { promptTheme } from "./theme.ts";
import { useNewScreen } from "./use-new-screen.ts";
import { useRest } from "./use-rest.ts";
import { useTyping } from "./use-typing.ts";

export interface PickQuestion {
  readonly source: ArticleSource;
  /** Several may be marked. */
  readonly many: boolean;
  /** What Enter does, in a word: `edit`. */
  readonly verb: string;
  /** Where nothing matches, Enter begins an article with what was typed for its headline. */
  readonly offersNew: boolean;
  readonly style: Style;
}

/** Paths, one at least; or none, and the headline of an article to begin. */
export type PickAnswer = readonly string[] | { readonly headline: string };

/** Resolves to what was chosen. */
export const pickRows: Prompt = createPrompt<PickAnswer, PickQuestion>((question, done) => {
  const { source, many, verb, offersNew, style } = question;
  useNewScreen();
  const [state, setState] = useState(FIRST_STATE);
  // Keys mean the rows that stand on the screen, whatever the source would tell by now.
  const answer = source(state.term);
  const all = source("");
  useTyping();
  useKeypress((key, rl) => {
    if (isEnterKey(key)) {
      const found = answerToEnter(source, state.term, answer);
      const chosen = answerOf(state, found);
      if (chosen.length > 0) done(chosen);
      else if (offersNew && isNew(state.term, found)) done({ headline: state.term.trim() });
      // readline has emptied its line.
      else rl.write(state.term);
      return;
    }
    const move = moveOf(key);
    if (move === undefined) {
      setState(typePick(state, rl.line));
      return;
    }
    rl.clearLine(0);
    rl.write(state.term);
    if (move !== "mark" || many) setState(movePick(state, move, answer));
  });
  const columns = process.stderr.columns || 80;
  const size = Math.max(1, Math.min(PAGE, (process.stderr.rows || 24) - 4));
  useRest(source, state.term, answer.isPartial === true);
  const begins = offersNew && isNew(state.term, answer);
  const screen = { state, answer, all, many, verb: begins ? "new article" : verb, style, columns, size };
  return [
    `${promptTheme(style).prefix.idle} ${style.bold(`Article to ${verb}:`)} ${state.term}`,
    drawPick(screen),
  ];
});

/** Something was typed, and it is known that nothing matches. */
function isNew(term: string, { rows, isPartial }: SourceAnswer): boolean {
  return term.trim() !== "" && rows.length === 0 && isPartial !== true;
}

/** Of a few milliseconds each. */
const MOST_LOOKS = 100;

/** Where the text came with Enter, a first answer may have found nothing yet. */
function answerToEnter(source: ArticleSource, term: string, shown: SourceAnswer): SourceAnswer {
  let answer = shown;
  for (let looks = 0; looks < MOST_LOOKS && answer.rows.length === 0 && answer.isPartial === true; looks++)
    answer = source(term);
  return answer;
}

type Prompt = (
  question: PickQuestion,
  context: {
    readonly output: NodeJS.WritableStream;
    readonly signal: AbortSignal;
    readonly clearPromptOnDone: boolean;
  },
) => Promise<PickAnswer>;

function moveOf({ name, ctrl }: { readonly name: string; readonly ctrl: boolean }): PickKey | undefined {
  if (ctrl) return name === "p" ? "up" : name === "n" ? "down" : undefined;
  return MOVES[name];
}

const MOVES: Readonly<Record<string, PickKey>> = {
  up: "up",
  down: "down",
  pageup: "page-up",
  pagedown: "page-down",
  tab: "mark",
};
