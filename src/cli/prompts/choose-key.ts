// A short menu answered by one key: `[e] edit again  [k] keep as draft  [d] discard`.
import process from "node:process";
import { createPrompt, useKeypress, useState } from "@inquirer/core";
import { FIXED_BLANK, wrapText } from "../../base/wrap-text.ts";
import type { PromptTheme } from "./theme.ts";
import { useNewScreen } from "./use-new-screen.ts";

export interface KeyChoice {
  readonly key: string;
  readonly label: string;
}

export interface KeyQuestion {
  readonly choices: readonly KeyChoice[];
  readonly theme: PromptTheme;
}

/** Resolves to the key pressed; any other key is told which there are. */
export const chooseKey: Prompt = createPrompt<string, KeyQuestion>(({ choices, theme }, done) => {
  useNewScreen();
  const [chosen, setChosen] = useState<KeyChoice | undefined>(undefined);
  const [isWrong, setWrong] = useState(false);
  useKeypress((key, rl) => {
    const choice = choices.find((each) => each.key === key.name && !key.ctrl);
    rl.clearLine(0);
    setWrong(choice === undefined);
    if (choice === undefined) return;
    setChosen(choice);
    done(choice.key);
  });
  const menu = keyMenu(choices, process.stderr.columns).join("\n");
  if (chosen !== undefined) return `${theme.prefix.done} ${theme.style.answer(chosen.label)}`;
  const keys = choices.map(({ key }) => key).join(", ");
  return [`${theme.prefix.idle} ${menu} `, isWrong ? theme.style.error(`press one of ${keys}`) : ""];
});

/** The choices behind the sign of a question, in rows of a terminal: none of them is broken. 0 columns are not known. */
export function keyMenu(choices: readonly KeyChoice[], columns: number | undefined): string[] {
  const menu = choices.map(({ key, label }) => `[${key}] ${label}`.replaceAll(" ", FIXED_BLANK)).join("  ");
  // A column stays for the cursor.
  const rows = wrapText(`${menu}:`, (columns || 80) - INDENT.length - 1, { wholeWords: true });
  return rows.map((row, at) => (at === 0 ? row : INDENT + row).replaceAll(FIXED_BLANK, " "));
}

const INDENT = "  ";

type Prompt = (
  question: KeyQuestion,
  context: { readonly output: NodeJS.WritableStream; readonly signal: AbortSignal },
) => Promise<string>;
