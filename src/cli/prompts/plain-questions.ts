// Questions without redrawing, for screen readers (ACCESSIBLE=1): lines of text, a number or a word typed as answer.
import process from "node:process";
import { createInterface } from "node:readline";
import tty from "node:tty";
import type { Output } from "../io.ts";
import { cancelled, hangUp } from "./cancellable.ts";

/** Writes `question` and reads one line, without the blanks around it. Throws StetError cancelled. */
export async function askPlainLine(output: Output, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const giveUp = (): void => lines.close();
  process.once("SIGINT", giveUp);
  try {
    const answer = new Promise<string>((resolve, reject) => {
      lines.once("line", (line) => resolve(line.trim()));
      lines.once("close", () => {
        // Ctrl-D ends the input, too, but leaves the terminal where it is.
        if (!tty.isatty(0)) hangUp();
        reject(cancelled());
      });
    });
    await output.write(`${question} `);
    return await answer;
  } finally {
    process.off("SIGINT", giveUp);
    lines.close();
    process.stdin.pause();
  }
}

/** Yes or no, No by default; anything else is asked again. */
export async function askPlainConfirm(output: Output, question: string): Promise<boolean> {
  for (;;) {
    const answer = (await askPlainLine(output, `${question} Type yes or no, then Enter:`)).toLowerCase();
    if (answer === "" || answer === "n" || answer === "no") return false;
    if (answer === "y" || answer === "yes") return true;
  }
}

/** A numbered list; returns the index chosen, counted from 0. Enter alone takes `usual`. */
export async function askPlainChoice(
  output: Output,
  question: string,
  { labels, usual }: { readonly labels: readonly string[]; readonly usual: number },
): Promise<number> {
  const lines = labels.map((label, index) => `${index + 1}. ${label}\n`);
  await output.write(`${question}\n${lines.join("")}`);
  for (;;) {
    const answer = await askPlainLine(output, `Type a number from 1 to ${labels.length} (${usual + 1}):`);
    if (answer === "") return usual;
    const index = /^\d{1,6}$/.test(answer) ? Number(answer) - 1 : -1;
    if (labels[index] !== undefined) return index;
  }
}

/** True where the person asked for questions that a screen reader can follow. */
export function isAccessible(env: Readonly<Record<string, string | undefined>>): boolean {
  const asked = env["ACCESSIBLE"] ?? "";
  return asked !== "" && asked !== "0";
}
