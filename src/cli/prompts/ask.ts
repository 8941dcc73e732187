// Questions to a person, on stderr, so that stdout stays data: yes or no, a word to be typed, a line, one of a list, one key.
// Loads inquirer (prompts/), so it is itself loaded only when something is asked.
import { createPromptModule } from "inquirer";
import { StetError } from "../../base/stet-error.ts";
import { cancellable, dropTypeAhead } from "./cancellable.ts";
import { chooseKey, type KeyChoice } from "./choose-key.ts";
import { editLine, type LineQuestion } from "./edit-line.ts";
import { askPlainChoice, askPlainConfirm, askPlainLine } from "./plain-questions.ts";
import { promptTheme } from "./theme.ts";
import { isAccessible } from "../is-accessible.ts";
import { canAsk, type Session } from "../session.ts";

/**
 * Yes or no, No by default; what was typed before the question stood there is no answer. Like every question here it
 * throws StetError cancelled for Ctrl-C, Ctrl-D, Esc and a closed terminal, and usage where nobody can be asked.
 */
export async function askConfirm(session: Session, message: string, instead = "--yes"): Promise<boolean> {
  requireSomebody(session, message, instead);
  await dropTypeAhead();
  if (isAccessible(session.io.env)) return askPlainConfirm(session.io.stderr, message);
  return confirming(session, message, false);
}

/** Yes or no about what loses nothing: Yes by default. */
export async function askWhether(session: Session, message: string, instead: string): Promise<boolean> {
  requireSomebody(session, message, instead);
  if (!isAccessible(session.io.env)) return confirming(session, message, true);
  return (await askPlainChoice(session.io.stderr, message, { labels: ["Yes", "No"], usual: 0 })) === 0;
}

async function confirming(session: Session, message: string, usual: boolean): Promise<boolean> {
  const theme = promptTheme(session.err);
  const { answer } = await cancellable((context) =>
    createPromptModule(context)<{ answer: boolean }>([
      { type: "confirm", name: "answer", message, default: usual, theme },
    ]),
  );
  return answer;
}

/** True when what is typed is `expected`; what was typed before the question stood there is no answer. */
export async function askTyped(session: Session, message: string, expected: string): Promise<boolean> {
  requireSomebody(session, message, "--yes");
  await dropTypeAhead();
  return (await askLine(session, { message, instead: "--yes" })) === expected;
}

/** One line of text that has no fault. `instead` is the flag that answers it. */
export async function askLine(
  session: Session,
  question: LineQuestion & { readonly instead: string },
): Promise<string> {
  requireSomebody(session, question.message, question.instead);
  if (isAccessible(session.io.env)) return askPlainUntilRight(session, question);
  const theme = promptTheme(session.err);
  return cancellable((context) => editLine({ ...question, theme }, context));
}

async function askPlainUntilRight(
  { io }: Session,
  { message, suggested = "", initial = suggested, fault, remark = () => "" }: LineQuestion,
): Promise<string> {
  const usual = initial === "" || fault?.(initial) !== undefined ? "" : initial;
  const shown = initial === "" ? "" : usual === "" ? ` (now ${initial})` : ` (Enter for ${usual})`;
  const hint = remark("");
  const asked = message + shown + (hint === "" ? "" : ` (${hint})`);
  for (;;) {
    const typed = await askPlainLine(io.stderr, asked);
    const answer = typed === "" ? usual : typed;
    const found = fault?.(answer);
    // What stands under a line that is drawn, and follows each key, is told once.
    const said = found ?? (typed === "" || remark(typed) === hint ? "" : remark(typed));
    if (said !== "") await io.stderr.write(`${said}\n`);
    if (found === undefined) return answer;
  }
}

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

export interface ChoiceQuestion<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** The choice Enter takes when nothing was moved; the first when it is none of them. */
  readonly usual?: T;
  /** The flag that answers it. */
  readonly instead: string;
}

/** One of a list, moved to with the arrows or by typing its beginning. */
export async function askOne<T>(session: Session, question: ChoiceQuestion<T>): Promise<T> {
  const { message, choices, instead } = question;
  requireSomebody(session, message, instead);
  const found = choices.findIndex(({ value }) => "usual" in question && value === question.usual);
  const usual = Math.max(0, found);
  const labels = choices.map(({ label }) => label);
  const index = isAccessible(session.io.env)
    ? await askPlainChoice(session.io.stderr, message, { labels, usual })
    : await selecting(session, message, { labels, usual });
  const chosen = choices[index];
  if (chosen === undefined) throw new Error("a choice that is not in the list");
  return chosen.value;
}

async function selecting(
  session: Session,
  message: string,
  { labels, usual }: { readonly labels: readonly string[]; readonly usual: number },
): Promise<number> {
  const choices = labels.map((name, value) => ({ name, value }));
  const theme = promptTheme(session.err);
  const question = { type: "select", name: "answer", message, choices, default: usual, theme } as const;
  const { answer } = await cancellable((context) =>
    createPromptModule(context)<{ answer: number }>([{ ...question, loop: false, pageSize: 10 }]),
  );
  return answer;
}

/** One key of a short menu, which must stand on the screen before it is pressed. */
export async function askKey(session: Session, choices: readonly KeyChoice[]): Promise<string> {
  requireSomebody(session, "what to do next", "--no-input");
  await dropTypeAhead();
  if (isAccessible(session.io.env)) {
    const labels = choices.map(({ label }) => label);
    const index = await askPlainChoice(session.io.stderr, "What next?", { labels, usual: 0 });
    return choices[index]?.key ?? "";
  }
  const theme = promptTheme(session.err);
  return cancellable((context) => chooseKey({ choices, theme }, context));
}

function requireSomebody(session: Session, question: string, instead: string): void {
  if (canAsk(session)) return;
  throw new StetError("usage", "need-input", `nobody can be asked here: ${question}`, {
    hint: `answer it with ${instead}`,
  });
}
