// The articles stet itself wrote last, for the selectors @last, @prev and @new. A convenience: when it is lost or
// damaged, nothing but those selectors forgets.
import fs from "node:fs";
import path from "node:path";
import { eachOf, isText, objectOf, orAbsent } from "../base/value-checks.ts";
import { makeStetFolder, stetPath } from "./stet-folder.ts";
import { randomName } from "./write/temp-file.ts";

/** Paths relative to the root; `written` has the newest first. */
export interface Recent {
  readonly written: readonly string[];
  readonly created?: string;
}

const FILE = "recent.json";

/** What is remembered; nothing when the file is missing or damaged. */
export function readRecent(root: string): Recent {
  try {
    const stored: unknown = JSON.parse(fs.readFileSync(stetPath(root, FILE), "utf8"));
    return isRecent(stored) ? stored : { written: [] };
  } catch {
    return { written: [] };
  }
}

const hasShape = objectOf({ written: eachOf(isText), created: orAbsent(isText) });

function isRecent(stored: unknown): stored is Recent {
  return hasShape(stored);
}

/** Remembers that stet wrote `file`, relative to the root. Call under the lock; never fails a command. */
export function rememberWritten(root: string, file: string, isNew: boolean): void {
  const before = readRecent(root);
  const written = [file, ...before.written.filter((other) => other !== file)].slice(0, 10);
  const created = isNew ? file : before.created;
  try {
    // In the folder that is swept after a crash, and from there to its place.
    const temp = path.join(makeStetFolder(root, "tmp"), randomName());
    fs.writeFileSync(temp, JSON.stringify({ written, ...(created === undefined ? {} : { created }) }));
    fs.renameSync(temp, stetPath(root, FILE));
  } catch {
    // The article itself is safe on the disk; only @last does not know of it.
  }
}
