// What every question has in common: it stands on stderr, and Ctrl-C, Ctrl-D and Esc cancel it in one way, and a closed
// window ends stet. inquirer leaves Esc unheard, and on Ctrl-D it would end the process with 0.
import process from "node:process";
import { StetError } from "../../base/stet-error.ts";

/** What a prompt of inquirer is given beside its question. */
export interface PromptContext {
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/**
 * Asks, and leaves stdin as it was: no raw mode, no listener, paused. Throws StetError cancelled, once, when the person
 * gives up; the terminal is in order again by then.
 */
export async function cancellable<T>(ask: (context: PromptContext) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const cancel = (): void => abort.abort();
  const release = onGivingUp(cancel);
  process.on("SIGCONT", listenAgain);
  try {
    return await ask({ output: process.stderr, signal: abort.signal });
  } catch (error) {
    throw isGivenUp(error) ? cancelled() : error;
  } finally {
    release();
    process.off("SIGCONT", listenAgain);
    process.stdin.pause();
  }
}

/** After Ctrl-Z and fg readline pauses stdin, and nothing would keep stet from ending. */
function listenAgain(): void {
  setImmediate(() => process.stdin.resume());
}

/** What cancelling a question throws. */
export function cancelled(): StetError {
  return new StetError("cancelled", "cancelled", "cancelled; nothing was changed");
}

function isGivenUp(error: unknown): boolean {
  return error instanceof Error && /^(?:AbortPrompt|ExitPrompt|CancelPrompt|Abort)Error$/.test(error.name);
}

const ESCAPE = 0x1b;
/** The bytes of an arrow key arrive together, or, on a slow line, within this many milliseconds. */
const ESCAPE_WAIT = 50;

function onGivingUp(cancel: () => void): () => void {
  const { stdin } = process;
  const waiting: { timer?: NodeJS.Timeout } = {};
  const onData = (chunk: Buffer | string): void => {
    clearTimeout(waiting.timer);
    if (Buffer.from(chunk).at(-1) === ESCAPE) waiting.timer = setTimeout(cancel, ESCAPE_WAIT);
  };
  const onKey = (
    _text: string | undefined,
    key: { readonly ctrl: boolean; readonly name?: string },
  ): void => {
    if (key.ctrl && key.name === "d") cancel();
  };
  stdin.on("data", onData).on("keypress", onKey).on("end", hangUp).on("error", hangUp);
  if (stdin.readableEnded || stdin.destroyed) cancel();
  return () => {
    clearTimeout(waiting.timer);
    stdin.off("data", onData).off("keypress", onKey).off("end", hangUp).off("error", hangUp);
  };
}

/**
 * A terminal whose keys are read one by one ends only when its window is closed. There is nobody to tell, and readline
 * would end in an exception and Node in a core dump, so stet ends at once, by the signal meant for it.
 */
export function hangUp(): void {
  // Without listeners the signal is not held back until the event loop comes to it.
  process.removeAllListeners("SIGHUP");
  process.kill(process.pid, "SIGHUP");
}

/** Long enough for the event loop to read once what the terminal holds. */
export const DRAIN_MS = 20;

/**
 * Throws away what was typed before a question stood on the screen: a paste or an impatient Enter answers nothing.
 * For questions whose answer changes something.
 */
export async function dropTypeAhead(): Promise<void> {
  const { stdin } = process;
  const ignore = (): void => undefined;
  // Raw, so that a line without its Enter is dropped too.
  stdin.setRawMode(true);
  stdin.on("data", ignore);
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
  stdin.off("data", ignore);
  stdin.pause();
  stdin.setRawMode(false);
}
