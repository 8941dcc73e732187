// What a jq expression makes of rows, written: its results to stdout, what it says on the way to stderr.
import { visibleText } from "../../base/visible-text.ts";
import { runJq } from "./run-jq.ts";
import type { Session } from "../session.ts";

/** Writes the results, harmless where a terminal shows them. Throws what runJq throws. */
export async function writeJq({ io }: Session, expression: string, input: unknown): Promise<void> {
  const { output, messages } = await runJq(expression, input);
  const { stdout, stderr } = io;
  if (messages !== "") await stderr.write(visibleText(messages, { newlines: true }));
  await stdout.write(stdout.isTerminal ? visibleText(output, { newlines: true }) : output);
}
