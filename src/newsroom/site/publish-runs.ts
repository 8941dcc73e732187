// `.stet/log/publish.ndjson`: how publishing went, a line for each run that did something or had trouble, in ten files
// of a megabyte; the newest is the one without a number.
import fs from "node:fs";
import { isObject } from "../../base/value-checks.ts";
import { hasStetFolder, makeStetFolder, stetPath } from "../stet-folder.ts";

const MOST_BYTES = 1_000_000;
const MOST_FILES = 10;

/** Appends one line of JSON. Never throws: the site is what it should be, and only the log does not know of it. */
export function appendRun(root: string, run: object): void {
  try {
    makeStetFolder(root, "log");
    const file = fileOf(root, 0);
    if ((fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) >= MOST_BYTES) turnOver(root);
    // Nothing is written through a link, which could lead out of the newsroom.
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = fs.constants;
    const descriptor = fs.openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
    try {
      fs.writeSync(descriptor, `${JSON.stringify(run)}\n`);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // See above.
  }
}

/** Each file gets the number of the one behind it; the oldest goes. */
function turnOver(root: string): void {
  for (let number = MOST_FILES - 2; number >= 0; number--) {
    if (fs.existsSync(fileOf(root, number))) fs.renameSync(fileOf(root, number), fileOf(root, number + 1));
  }
}

function fileOf(root: string, number: number): string {
  return stetPath(root, "log", number === 0 ? "publish.ndjson" : `publish.${number}.ndjson`);
}

/** The runs as they were written, the latest first; a line that is no object of JSON is passed over. */
export function* readRuns(root: string): Generator<Readonly<Record<string, unknown>>, void, undefined> {
  if (!hasStetFolder(root, "log")) return;
  for (let number = 0; number < MOST_FILES; number++) {
    const lines = textOf(fileOf(root, number)).split("\n").toReversed();
    for (const line of lines) {
      const run = objectIn(line);
      if (run !== undefined) yield run;
    }
  }
}

function textOf(file: string): string {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() === true
    ? fs.readFileSync(file, "utf8")
    : "";
}

function objectIn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
