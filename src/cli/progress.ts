// How far a long reading is: one line on the terminal behind stderr, drawn over itself and wiped away at the end. Readers of
// screens, and terminals that cannot draw, get a line of words every ten seconds instead.
import type { Progress } from "../desk/desk.ts";
import { isAccessible } from "./is-accessible.ts";
import type { Io } from "./io.ts";

/** The progress of one command. */
export interface ProgressLine {
  /** Told how far it is, as often as it pleases the teller. */
  readonly show: (progress: Progress) => void;
  /** Wipes the line, if one stands there. Call before anything else is written. */
  readonly wipe: () => void;
}

/** Nothing is shown before this much time has passed. */
const PATIENCE_MS = 300;
const DRAWING_MS = 100;
const SAYING_MS = 10_000;

/** A line that begins to count its time now; it shows nothing where stderr is no terminal or `quiet`. */
export function progressLine(io: Io, { quiet }: { readonly quiet: boolean }): ProgressLine {
  if (quiet || !io.stderr.isTerminal) return { show: () => undefined, wipe: () => undefined };
  return canRedraw(io.env) ? drawnLine(io) : spokenLine(io);
}

function canRedraw(env: Io["env"]): boolean {
  const { NO_COLOR = "", TERM } = env;
  return !isAccessible(env) && NO_COLOR === "" && TERM !== "dumb";
}

function drawnLine(io: Io): ProgressLine {
  const start = io.elapsed();
  let due = start + PATIENCE_MS;
  let isDrawn = false;
  const wipe = (): void => {
    if (isDrawn) put(io, "\r\u001B[K");
    isDrawn = false;
  };
  const show = (progress: Progress): void => {
    const now = io.elapsed();
    if (progress.done >= progress.total) wipe();
    else if (now >= due) {
      put(io, `\r${fitting(describeProgress(progress, now - start), io)}\u001B[K`);
      isDrawn = true;
      due = now + DRAWING_MS;
    }
  };
  return { show, wipe };
}

function spokenLine(io: Io): ProgressLine {
  let due = io.elapsed() + SAYING_MS;
  const show = ({ done, total }: Progress): void => {
    const now = io.elapsed();
    if (now < due || done >= total) return;
    put(io, `still working: ${count(done)} of ${count(total)}\n`);
    due = now + SAYING_MS;
  };
  return { show, wipe: () => undefined };
}

/** A progress that cannot be written is no reason to stop. */
function put({ stderr }: Io, text: string): void {
  stderr.write(text).catch(() => undefined);
}

/** One column stays free: some terminals wrap behind the last one. */
function fitting(line: string, { stderr: { columns = 80 } }: Io): string {
  return line.length < columns ? line : line.slice(0, Math.max(0, columns - 1));
}

/** `reading 12,408 of 100,000, 8,200/s, 11 s left`, after `elapsedMs`. */
export function describeProgress({ done, total }: Progress, elapsedMs: number): string {
  const rate = done / (Math.max(elapsedMs, 1) / 1000);
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : "";
  return `reading ${count(done)} of ${count(total)}, ${count(Math.round(rate))}/s${left}`;
}

function duration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
