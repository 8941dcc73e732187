// Lines put behind what a file of the person's already holds: the log that `--log` asks for.
import fs from "node:fs";
import path from "node:path";
import { explainingFailure } from "./io-error.ts";

/**
 * A function that appends a line of text to `named`, read from the folder `from`; the file is made where there is none.
 * Throws StetError external where it cannot be written to now. Later failures are passed over: a log stops no work.
 */
export function lineAppender(from: string, named: string): (line: string) => void {
  const file = path.resolve(from, named);
  explainingFailure(from, named, "written", () => fs.appendFileSync(file, ""));
  return (line) => {
    try {
      fs.appendFileSync(file, `${line}\n`);
    } catch {
      // See above.
    }
  };
}
