// Starts the driver as a process of its own and waits for its end, or hands it over running.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cleanEnvironment } from "./clean-environment.ts";

/** How a driver process ended. */
export interface Ended {
  readonly exit: number | null;
  readonly stderr: string;
}

/** Runs `node driver words...` to its end. */
export function runDriver(
  driver: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [driver, ...words],
      { env: cleanEnvironment(env) },
      (_error, _stdout, stderr) => resolve({ exit: child.exitCode, stderr }),
    );
  });
}

/** Starts a driver that holds the lock; resolves once it does. Kill it. */
export function startHolder(driver: string, root: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [driver, root, "hold", "60000"], {
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.stdout.once("data", () => resolve(child));
    child.once("error", reject);
  });
}
