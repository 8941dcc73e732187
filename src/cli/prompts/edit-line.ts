// A question answered by one line of text, with a remark under it that follows each key.
import process from "node:process";
import { createPrompt, isEnterKey, isTabKey, useEffect, useKeypress, useState } from "@inquirer/core";
import { displayWidth } from "../../base/display-width.ts";
import type { PromptTheme } from "./theme.ts";
import { useNewScreen } from "./use-new-screen.ts";
import { useTyping } from "./use-typing.ts";

export interface LineQuestion {
  readonly message: string;
  /** What stands in the line at first, to be changed or accepted. */
  readonly initial?: string;
  /** What Enter alone takes, shown while nothing is typed; Tab puts it into the line to be changed. */
  readonly suggested?: string;
  /** What the line so far would mean, shown under it. */
  readonly remark?: (line: string) => string;
  /** Why the line is no answer; undefined when it is one. */
  readonly fault?: (line: string) => string | undefined;
}

/** Resolves to the line without the blanks around it. */
export const editLine: Prompt = createPrompt<string, LineQuestion & { readonly theme: PromptTheme }>(
  (question, done) => {
    useNewScreen();
    const { message, initial = "", suggested = "", theme } = question;
    const answerOf = (typed: string): string => typed.trim() || suggested;
    const [line, setLine] = useState(initial);
    const [fault, setFault] = useState("");
    const [isDone, setDone] = useState(false);
    useEffect((rl) => rl.write(initial), []);
    useTyping();
    useKeypress((key, rl) => {
      if (isEnterKey(key)) {
        const answer = answerOf(line);
        const found = question.fault?.(answer);
        if (found === undefined) {
          setDone(true);
          done(answer);
          return;
        }
        // readline has emptied its line.
        rl.write(line);
        setFault(found);
      } else if (isTabKey(key)) {
        // readline has taken the key for a letter.
        rl.clearLine(0);
        rl.write(line || suggested);
        setLine(line || suggested);
      } else {
        setLine(rl.line);
        setFault("");
      }
    });
    if (isDone) return `${theme.prefix.done} ${message} ${theme.style.answer(answerOf(line))}`;
    const said = [question.remark?.(line.trim()) ?? "", theme.lineKeys].filter((part) => part !== "");
    const below = fault === "" ? theme.style.help(fitting(said, theme.dot)) : theme.style.error(fault);
    const shown = line === "" && suggested !== "" ? `${theme.style.defaultAnswer(suggested)} ` : line;
    return [`${theme.prefix.idle} ${theme.style.message(message)} ${shown}`, below];
  },
);

/** The keys are left out where they would go over the edge. */
function fitting(said: readonly string[], dot: string): string {
  const { columns } = process.stderr;
  const whole = said.join(dot);
  return displayWidth(whole) < columns ? whole : (said[0] ?? "");
}

type Prompt = (
  question: LineQuestion & { readonly theme: PromptTheme },
  context: { readonly output: NodeJS.WritableStream; readonly signal: AbortSignal },
) => Promise<string>;
