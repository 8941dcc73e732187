// A time asked for on a terminal: under the line stands what it means, in the newsroom's zone and in UTC.
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Desk } from "../../desk/desk.ts";
import type { When } from "../../desk/steps/read-when.ts";
import { describeWhen } from "../print/describe-state.ts";
import type { Session } from "../session.ts";
import { symbols } from "../style.ts";

export interface WhenQuestion {
  readonly message: string;
  /** Words that are an answer without being a time, each with what it means. */
  readonly words?: Readonly<Record<string, string>>;
  /** Throws StetError for a time that will not do. */
  readonly require?: (when: When) => void;
}

/** The line typed, which reads as a time that `require` takes, or is one of `words`. Throws StetError cancelled. */
export async function askWhen(
  session: Session,
  { message, words = {}, require }: WhenQuestion,
): Promise<string> {
  const [{ askConfirm, askLine }, { isAccessible }, { readWhen }, desk] = await Promise.all([
    import("./ask.ts"),
    import("../is-accessible.ts"),
    import("../../desk/steps/read-when.ts"),
    session.desk(),
  ]);
  const examples = ['"tomorrow 6:00"', '"fri 9"', "+2h", ...Object.keys(words)].join(", ");
  const read = (line: string): When | string => {
    try {
      const when = readWhen(desk, line, examples);
      require?.(when);
      return when;
    } catch (error) {
      if (error instanceof StetError) return faultIn(session, error);
      throw error;
    }
  };
  const means = (line: string): string => words[line] ?? meaning(desk, read(line));
  // Where nothing is redrawn nobody has seen yet what it means: it is asked about.
  const isSeen = !isAccessible(session.io.env);
  for (;;) {
    const typed = await askLine(session, {
      message,
      instead: "WHEN",
      remark: (line) => (line === "" || !isSeen ? `as ${examples}` : means(line)),
      fault: (line) => {
        const reading = words[line] === undefined ? read(line) : "";
        return typeof reading === "string" && reading !== "" ? reading : undefined;
      },
    });
    if (isSeen || (await askConfirm(session, `${means(typed)}. Is that right?`))) return typed;
  }
}

/** Nothing for what is not a time yet: a person who is typing is not told with every key. */
function meaning(desk: Desk, reading: When | string): string {
  if (typeof reading === "string") return "";
  return reading.remark ?? describeWhen(desk, reading.instant.epochMs);
}

function faultIn({ err }: Session, { message, details: { hint } }: StetError): string {
  return visibleText(hint === undefined ? message : `${message} ${symbols(err).next} ${hint}`);
}
