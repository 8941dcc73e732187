// While another program has the terminal, signals are its business: stet stays behind to tidy up.
import type { ChildProcess } from "node:child_process";

const PROGRAMS_OWN = ["SIGINT", "SIGQUIT"] as const;
const PASSED_ON = ["SIGTERM", "SIGHUP"] as const;

export interface HeldSignals {
  readonly passOnTo: (child: ChildProcess) => void;
  readonly release: () => void;
}

/**
 * Ctrl-C is left to the program, a hang-up and SIGTERM are passed on to it, until `release`. Hold before the program
 * starts, so that no signal falls between.
 */
export function holdSignals(): HeldSignals {
  const held: { child?: ChildProcess } = {};
  const ignore = (): void => undefined;
  const passOn = (signal: NodeJS.Signals): void => void held.child?.kill(signal);
  for (const signal of PROGRAMS_OWN) process.on(signal, ignore);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  const release = (): void => {
    for (const signal of PROGRAMS_OWN) process.off(signal, ignore);
    for (const signal of PASSED_ON) process.off(signal, passOn);
  };
  const passOnTo = (child: ChildProcess): void => {
    held.child = child;
  };
  return { passOnTo, release };
}
