// Questions to a person, on stderr, so that stdout stays data. The only file that loads inquirer, and only when asking.
import process from "node:process";
import { createPromptModule } from "inquirer";
import { StetError } from "../base/stet-error.ts";
import type { Session } from "./session.ts";

/** Yes or no, No by default. Ctrl-C, Ctrl-D, Esc and a closed terminal throw StetError cancelled. */
export async function askConfirm(_session: Session, message: string): Promise<boolean> {
  const { answer } = await asking((prompt) =>
    prompt<{ answer: boolean }>([{ type: "confirm", name: "answer", message, default: false }]),
  );
  return answer;
}

/** True when the number typed is `expected`. */
export async function askNumber(_session: Session, message: string, expected: number): Promise<boolean> {
  const { answer } = await asking((prompt) =>
    prompt<{ answer: string }>([{ type: "input", name: "answer", message }]),
  );
  return answer.trim() === String(expected);
}

type Prompt = ReturnType<typeof createPromptModule>;

/** inquirer leaves Esc unheard, and on Ctrl-D ends the process with 0: both become the one way of cancelling. */
async function asking<T>(ask: (prompt: Prompt) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const cancel = (): void => abort.abort();
  const onKey = (key: Buffer): void => {
    if (key.length === 1 && (key[0] === 0x04 || key[0] === 0x1b)) cancel();
  };
  process.stdin.on("data", onKey).once("end", cancel).once("close", cancel);
  try {
    return await ask(createPromptModule({ output: process.stderr, signal: abort.signal }));
  } catch (error) {
    if (
      error instanceof Error &&
      /^(?:AbortPromptError|ExitPromptError|CancelPromptError)$/.test(error.name)
    ) {
      throw new StetError("cancelled", "cancelled", "cancelled; nothing was changed");
    }
    throw error;
  } finally {
    process.stdin.off("data", onKey).off("end", cancel).off("close", cancel).pause();
  }
}
