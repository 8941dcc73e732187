// Reads a file a person named on the command line, wherever it lies and whatever it is: `--body story.md`, `--from <(...)`.
import path from "node:path";
import { LIMITS } from "../../article/limits.ts";
import { StetError } from "../../base/stet-error.ts";
import { errnoOf, ioError } from "../io-error.ts";
import { readNamedFile } from "../read/read-open-file.ts";

/** The bytes of `named`, read from the folder `from`. Throws StetError not-found, invalid (a folder, too large) or external. */
export function readUserFile(from: string, named: string): Buffer {
  const file = path.resolve(from, named);
  try {
    const opened = readNamedFile(file, LIMITS.fileBytes);
    if (opened.kind === "read") return opened.bytes;
    const isLarge = opened.kind === "too-large";
    const message = isLarge ? "the file is over 16 MiB" : `this is ${opened.what}, not a file`;
    throw new StetError("invalid", isLarge ? "too-large" : "not-a-file", message, { where: { file: named } });
  } catch (error) {
    if (errnoOf(error) === "ENOENT") {
      throw new StetError("not-found", "io-missing", `there is no file ${named}`, {
        hint: "use - to read from a pipe",
      });
    }
    throw errnoOf(error) === undefined ? error : ioError(from, named, "read", error);
  }
}
