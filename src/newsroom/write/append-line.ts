// Lines put behind what a file of the person's already holds: the log that `--log` asks for.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { realTarget } from "../guard-output.ts";
import { explainingFailure } from "../io-error.ts";
import { STET_FOLDER } from "../stet-folder.ts";

/**
 * A function that appends a line of text to `named`, read from the folder `from`; the file is made where there is none.
 * Throws StetError external where it cannot be written to now, usage where it is, or a link leads to, an article, the
 * settings or a file of stet's own. Later failures are passed over: a log stops no work.
 */
export function lineAppender(from: string, named: string): (line: string) => void {
  const file = path.resolve(from, named);
  requireOwnFile(realTarget(file), named);
  explainingFailure(from, named, "written", () => fs.appendFileSync(file, ""));
  return (line) => {
    try {
      fs.appendFileSync(file, `${line}\n`);
    } catch {
      // See above.
    }
  };
}

/** No newsroom has been looked for yet: every YAML file may be an article. */
function requireOwnFile(target: string, named: string): void {
  if (!/\.ya?ml$/i.test(target) && !target.split(path.sep).includes(STET_FOLDER)) return;
  throw new StetError("usage", "usage", `--log appends to a file of its own, not to ${named}`, {
    hint: "--log stet.ndjson, or --log - for stderr",
  });
}
