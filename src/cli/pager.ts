// A pager for what does not fit on the screen: text is held back until a screen is full; only then is a pager started.
import { displayWidth } from "../base/display-width.ts";
import { ReaderGone, type Output } from "./io.ts";
import { isAccessible } from "./is-accessible.ts";
import type { Session } from "./session.ts";

/**
 * Runs `run` with a session whose stdout goes through the pager where a person would have to scroll back: on a terminal,
 * from one screen on, unless `--no-pager`. Returns what `run` returns, once the pager is quit; quitting it before the
 * end is a reader that went away, which exits 0.
 */
export async function withPager(
  session: Session,
  run: (session: Session) => Promise<number>,
): Promise<number> {
  const { stdout } = session.io;
  const { rows } = stdout;
  if (!stdout.isTerminal || rows === undefined || session.globals.flag("no-pager")) return run(session);
  const { env } = session.io;
  // A pager draws the screen anew; who wants one all the same names it to stet.
  if (isAccessible(env) && env["STET_PAGER"] === undefined) return run(session);
  const { pagerCommand } = await import("../desk/programs/run-pager.ts");
  const command = pagerCommand(env);
  if (command === undefined) return run(session);
  const paged = pagedOutput(session, { command, rows });
  try {
    return await run({ ...session, io: { ...session.io, stdout: paged.output } });
  } finally {
    await paged.close();
  }
}

interface Paging {
  readonly command: readonly string[];
  /** Of the screen. */
  readonly rows: number;
}

interface PagedOutput {
  readonly output: Output;
  close(): Promise<void>;
}

function pagedOutput({ io }: Session, { command, rows }: Paging): PagedOutput {
  const { stdout } = io;
  const { columns = 80 } = stdout;
  let held = "";
  let send: ((text: string) => Promise<void>) | undefined;
  let finish = (): Promise<void> => stdout.write(held);
  const open = async (): Promise<void> => {
    const { startPager } = await import("../desk/programs/run-pager.ts");
    const pager = await startPager(command, io.env);
    finish = async () => pager?.close();
    send = async (text) => {
      if (pager === undefined) await stdout.write(text);
      else if (!(await pager.write(text))) throw new ReaderGone();
    };
    await send(held);
  };
  const write = async (text: string): Promise<void> => {
    if (send !== undefined) return send(text);
    held += text;
    // One row stays free for the shell's next prompt.
    if (screenRows(held, columns) > rows - 1) await open();
  };
  return { output: { isTerminal: true, columns, rows, write }, close: () => finish() };
}

const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\))/g;

/** How many rows of a terminal the text takes, long lines wrapped. */
export function screenRows(text: string, columns: number): number {
  const lines = text.replace(/\n$/, "").replace(ESCAPES, "").split("\n");
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
}
