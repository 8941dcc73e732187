// `stet preview` running in a process of its own, for tests that ask it or look at it.
import { spawn, type ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import { environmentOf, PROGRAM } from "./run-stet.ts";
import { sampleNewsroom } from "./sample-newsroom.ts";

export interface RunningPreview {
  readonly root: string;
  /** Ends with `/`. */
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts a preview of a newsroom, else of a copy of the sample, and waits for its address. */
export async function startPreview(
  options: readonly string[] = [],
  root: string = sampleNewsroom(),
  env: Readonly<Record<string, string>> = {},
): Promise<RunningPreview> {
  const child = spawn(process.execPath, [PROGRAM, "preview", ...options], {
    cwd: root,
    env: environmentOf({ cwd: root, env }),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) => resolve(data.toString().trim()));
    child.once("exit", (code) => reject(new Error(`preview ended with ${code ?? "a signal"}`)));
  });
  return { root, url, child };
}
