// Many lines to stdout in one piece.
import type { Session } from "../session.ts";

/** Writes the lines, each with its line break; nothing for none. */
export async function printLines({ io }: Session, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await io.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
