// The terminal a process belongs to, for an editor whose stdin or stdout is a pipe.
import fs from "node:fs";

export interface OwnTerminal {
  readonly descriptor: number;
  close(): void;
}

/** /dev/tty, to read and write; undefined where the process has no terminal, or the system no such file. */
export function openTerminal(): OwnTerminal | undefined {
  try {
    const descriptor = fs.openSync("/dev/tty", "r+");
    return { descriptor, close: () => fs.closeSync(descriptor) };
  } catch {
    return undefined;
  }
}
