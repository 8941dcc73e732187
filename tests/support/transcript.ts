// Transcripts: Markdown whose ```console blocks are commands with the very output they print on a terminal of 80
// columns without colour. A line `$ command` is run by a shell with `stet` on its PATH; what follows up to the next `$`
// is what the screen shows, and a last line `[N]` is an exit code that is not 0. `{{uuid}}` and `{{...}}` stand for what
// differs from run to run.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { environmentOf, isBundle, PROGRAM, runStet } from "./run-stet.ts";
import { wordsOfLine } from "./shell-line.ts";

export interface Step {
  readonly command: string;
  readonly expected: string;
  /** In the Markdown, from 1. */
  readonly line: number;
}

/** The steps of every ```console block, in order. */
export function stepsOf(markdown: string): Step[] {
  const steps: { command: string; expected: string[]; line: number }[] = [];
  let isInside = false;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (line.startsWith("```")) isInside = line.startsWith("```console");
    else if (!isInside) continue;
    else if (line.startsWith("$ ")) steps.push({ command: line.slice(2), expected: [], line: index + 1 });
    else if (line.startsWith("> ") && steps.at(-1)?.expected.length === 0)
      last(steps).command += `\n${line.slice(2)}`;
    else if (steps.length > 0) last(steps).expected.push(line);
  }
  return steps.map((step) => ({ ...step, expected: step.expected.join("\n") }));
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error("no step yet");
  return item;
}

const ENVIRONMENT = { NO_COLOR: "1", EDITOR: "true" };
const COLUMNS = 80;

/** What running a step in `folder` prints, as a transcript shows it: by the built program, from a shell on a terminal. */
export function runOnTerminal({ command }: Step, folder: string): string {
  const bin = path.join(folder, ".bin");
  mkdirSync(bin, { recursive: true });
  const script = path.join(bin, "stet");
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(script, 0o755);
  const env = environmentOf({ cwd: folder, env: ENVIRONMENT });
  // util-linux's script gives the command a terminal.
  const { stdout, status } = spawnSync(
    "script",
    ["-qec", `stty cols ${COLUMNS} rows 50; ${command}`, "/dev/null"],
    {
      cwd: folder,
      env: { ...env, SHELL: "/bin/bash", TERM: "xterm", PATH: `${bin}:${env["PATH"] ?? ""}` },
      encoding: "utf8",
      input: "",
    },
  );
  const output = stdout
    .replaceAll("\r\n", "\n")
    .replace(/\^D\u0008\u0008/g, "")
    .replace(/\n$/, "");
  return asShown(output, status);
}

/** The same, without a process where the line needs no shell. */
export async function runStep(step: Step, folder: string): Promise<string> {
  const [program, ...words] = wordsOfLine(step.command) ?? [];
  if (program !== "stet" || isBundle) return runOnTerminal(step, folder);
  let output = "";
  const onWrite = (text: string): void => void (output += text);
  const { exit } = await runStet(words, { cwd: folder, env: ENVIRONMENT, terminal: COLUMNS, onWrite });
  return asShown(output.replace(/\n$/, ""), exit);
}

function asShown(output: string, exit: number | null): string {
  return [...(output === "" ? [] : [output]), ...(exit === 0 ? [] : [`[${exit}]`])].join("\n");
}

/** `actual` with what the placeholders of `expected` stand for put back, so that equal transcripts are equal strings. */
export function withPlaceholders(actual: string, expected: string): string {
  const pattern = expected
    .split(/(\{\{(?:uuid|\.\.\.)\}\})/)
    .map((part) => PLACEHOLDERS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join("");
  return new RegExp(`^${pattern}$`, "s").test(actual) ? expected : actual;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  "{{uuid}}": "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  "{{...}}": ".*?",
};
