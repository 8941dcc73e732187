// Waits for the end of a server: Ctrl-C, SIGTERM, or the terminal that goes away.

const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Resolves at the first of these signals; a second one ends the process as usual. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of STOPPING) process.off(signal, stop);
      resolve();
    };
    for (const signal of STOPPING) process.on(signal, stop);
  });
}
