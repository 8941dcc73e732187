// Questions without redrawing, for screen readers (ACCESSIBLE=1): lines of text, a number or a word typed as answer.
import process from "node:process";
import tty from "node:tty";
import { visibleText } from "../../base/visible-text.ts";
import type { Output } from "../io.ts";
import { cancelled, DRAIN_MS, hangUp } from "./cancellable.ts";

/**
 * Writes `question` and reads one line, without the blanks around it. A paste of several lines is one text, which is
 * shown and taken with Enter. Throws StetError cancelled.
 */
export async function askPlainLine(output: Output, question: string): Promise<string> {
  let asked = question;
  let pasted = "";
  for (;;) {
    // Heard already while the question is written.
    const [lines] = await Promise.all([
      readLines().catch(async (error: unknown) => {
        // What is said next begins a line of its own. The terminal may be gone.
        await output.write("\n").catch(() => undefined);
        throw error;
      }),
      output.write(`${asked} `),
    ]);
    const typed = lines.join(" ").trim();
    if (lines.length === 1) return typed || pasted;
    pasted = typed;
    asked = `\nPasted: ${visibleText(pasted)}\nEnter takes it, or type something else:`;
  }
}

/** What was typed to its Enter; several lines, the last perhaps without one, where they arrived together. */
async function readLines(): Promise<readonly string[]> {
  const { stdin } = process;
  const chunks: Buffer[] = [];
  const waiting: { timer?: NodeJS.Timeout } = {};
  let giveUp = (): void => undefined;
  let onData = (_chunk: Buffer | string): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      giveUp = () => reject(cancelled());
      onData = (chunk) => {
        chunks.push(Buffer.from(chunk));
        if (waiting.timer !== undefined || !chunks.at(-1)?.includes("\n")) return;
        // A terminal holds a line back until its Enter, but for this.
        stdin.setRawMode(true);
        waiting.timer = setTimeout(resolve, DRAIN_MS);
      };
      stdin.on("data", onData).once("end", giveUp).once("error", giveUp);
      process.once("SIGINT", giveUp);
      stdin.resume();
    });
  } catch (error) {
    // Ctrl-D ends the input, too, but leaves the terminal where it is.
    if (!tty.isatty(0)) hangUp();
    throw error;
  } finally {
    clearTimeout(waiting.timer);
    stdin.off("data", onData).off("end", giveUp).off("error", giveUp);
    process.off("SIGINT", giveUp);
    if (tty.isatty(0)) stdin.setRawMode(false);
    stdin.pause();
  }
  return Buffer.concat(chunks)
    .toString()
    .replace(/\r?\n$/, "")
    .split(/\r\n?|\n/);
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
  // Written in one piece with the question: the echo of an answer typed ahead would stand between the two.
  let before = `${question}\n${lines.join("")}`;
  for (;;) {
    const asked = `${before}Type a number from 1 to ${labels.length}, or Enter for ${labels[usual]}:`;
    const answer = await askPlainLine(output, asked);
    if (answer === "") return usual;
    const index = /^\d{1,6}$/.test(answer) ? Number(answer) - 1 : -1;
    if (labels[index] !== undefined) return index;
    before = `${visibleText(answer)} is none of them.\n`;
  }
}
