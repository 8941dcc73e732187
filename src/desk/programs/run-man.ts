// Shows a manual page with the machine's man(1), on the terminal stet runs in.
import { spawn } from "node:child_process";
import { StetError } from "../../base/stet-error.ts";
import { writeScratchFile } from "../../newsroom/write/scratch-file.ts";
import { holdSignals } from "./hold-signals.ts";
import { whyNotStarted } from "./why-not-started.ts";

export interface ManualReading {
  /** `stet-list.1`. */
  readonly file: string;
  readonly roff: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Resolves when the reader has quit. Rejects with StetError external/program-missing where there is no man(1). */
export async function runMan({ file, roff, env }: ManualReading): Promise<void> {
  const scratch = writeScratchFile(file, roff);
  const signals = holdSignals();
  try {
    await new Promise<void>((resolve, reject) => {
      // A name with a slash is a file to every man.
      const child = spawn("man", [scratch.file], { stdio: "inherit", env: { ...env } });
      signals.passOnTo(child);
      child.on("error", (cause) => reject(noMan(cause)));
      child.on("close", () => resolve());
    });
  } finally {
    signals.release();
    scratch.remove();
  }
}

function noMan(cause: Error): StetError {
  return new StetError("external", "program-missing", `man cannot be started: ${whyNotStarted(cause)}`, {
    cause,
    hint: "stet help prints the same without it",
  });
}
