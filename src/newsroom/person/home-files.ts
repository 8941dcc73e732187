// Files in a person's home that stet writes when it is told to: a script of its own, and a few lines between two marks
// in a file that is the person's. Everything else in that file stays byte for byte.
import fs from "node:fs";
import path from "node:path";
import { errnoOf, explainingFailure } from "../io-error.ts";
import { makeMissingFolders } from "../write/make-missing-folders.ts";
import { removeTemp, siblingPath } from "../write/temp-file.ts";

/** The bytes of a file; undefined where there is none. Throws StetError external. */
export function readHomeFile(file: string): Buffer | undefined {
  return explainingFailure("/", file, "read", () => {
    try {
      return fs.readFileSync(file);
    } catch (error) {
      if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return undefined;
      throw error;
    }
  });
}

/** Writes the file whole, by rename, where a link leads, and with the mode it had. Throws StetError external. */
export function writeHomeFile(file: string, bytes: Buffer): void {
  explainingFailure("/", file, "written", () => {
    const target = linkedFrom(file);
    makeMissingFolders(path.dirname(target));
    const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode ?? 0o666 & ~process.umask();
    const temp = siblingPath(path.dirname(target));
    try {
      fs.writeFileSync(temp, bytes, { flag: "wx", flush: true });
      fs.chmodSync(temp, mode & 0o7777);
      fs.renameSync(temp, target);
    } catch (error) {
      removeTemp(temp);
      throw error;
    }
  });
}

/** Removes the file, if it is there. Throws StetError external. */
export function removeHomeFile(file: string): void {
  explainingFailure("/", file, "removed", () => fs.rmSync(file, { force: true }));
}

/** People keep such files elsewhere and link to them. */
function linkedFrom(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}

/** The absolute path that an XDG variable names, else the usual folder below the home; undefined without a home. */
export function xdgFolder(
  named: string | undefined,
  home: string | undefined,
  usual: string,
): string | undefined {
  if (named !== undefined && path.isAbsolute(named)) return named;
  return home !== undefined && path.isAbsolute(home) ? path.join(home, usual) : undefined;
}
