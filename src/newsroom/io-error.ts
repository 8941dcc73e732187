// Says in the user's words what the operating system refused: every failed file operation of this room ends here.
import fs from "node:fs";
import path from "node:path";
import { StetError, type ErrorCode } from "../base/stet-error.ts";

/** What was being done to the file, as the past participle of the message: "a.yaml was not written". */
export type Deed = "read" | "written" | "moved" | "made" | "removed";

/** The `code` of an error Node's file functions throw (`ENOENT` ...), else undefined. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/**
 * Runs `work` and turns what the operating system refuses into a StetError of kind external that names the file.
 * `file` is relative to `root`, with `/`. StetErrors and bugs pass through untouched.
 */
export function explainingFailure<T>(root: string, file: string, deed: Deed, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StetError || errnoOf(error) === undefined) throw error;
    throw ioError(root, file, deed, error);
  }
}

/** The StetError for an error of Node's file functions; see explainingFailure. */
export function ioError(root: string, file: string, deed: Deed, cause: unknown): StetError {
  const errno = errnoOf(cause) ?? "unknown error";
  const code = codeOf(errno);
  if (code === "io-permission") {
    const { message, hint } = refusal(root, file, { deed, errno });
    return new StetError("external", code, message, { hint, where: { file }, cause });
  }
  const message = `${file} was not ${deed}: ${causeOf(errno)}`;
  return new StetError("external", code, message, { where: { file }, cause });
}

/**
 * Throws StetError external for an error of a process, or a machine, that may open no more files: that is no matter of the
 * file it was after, and what went on without that file would be a part that looks like the whole.
 */
export function throwIfExhausted(cause: unknown): void {
  const errno = errnoOf(cause);
  if (errno !== "EMFILE" && errno !== "ENFILE") return;
  const hint = errno === "EMFILE" ? { hint: "ulimit -n 1024" } : {};
  throw new StetError("external", "io", `the newsroom cannot be read: ${causeOf(errno)}`, { cause, ...hint });
}

/** The stable code of an errno: io-space, io-permission, io-missing, or io for the rest. */
export function codeOf(errno: string): ErrorCode {
  if (errno === "ENOSPC" || errno === "EDQUOT") return "io-space";
  if (errno === "EACCES" || errno === "EPERM" || errno === "EROFS") return "io-permission";
  if (errno === "ENOENT" || errno === "ENOTDIR") return "io-missing";
  return "io";
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "your disk quota is used up",
  ENOENT: "it is not there",
  ENOTDIR: "a file stands where a folder should be",
  EISDIR: "it is a folder",
  EEXIST: "a file of that name is in the way",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open on this machine",
  EIO: "the disk reports an error (EIO)",
  ENAMETOOLONG: "its name is too long for this file system",
  ELOOP: "its symbolic link leads nowhere, or back to itself",
};

/** The errno in words; unknown ones stand as they are. */
export function causeOf(errno: string): string {
  return CAUSES[errno] ?? errno;
}

const INFINITIVES: Readonly<Record<Deed, string>> = {
  read: "read",
  written: "write",
  moved: "move",
  made: "make",
  removed: "remove",
};

interface Refused {
  readonly deed: Deed;
  readonly errno: string;
}

function refusal(root: string, file: string, { deed, errno }: Refused): { message: string; hint: string } {
  const there = nearestThere(root, file);
  const standing = there === undefined ? errno : ownerAndMode(there, file);
  const reason = errno === "EROFS" ? "the file system is read-only" : standing;
  return {
    message: `you may not ${INFINITIVES[deed]} ${file} (${reason})`,
    hint: there === undefined || there.path === file ? `ls -l ${file}` : `ls -ld ${there.path}`,
  };
}

interface There {
  readonly path: string;
  readonly stats: fs.Stats;
}

/** The file, or the nearest folder above it that is there; undefined where not even that may be looked at. */
function nearestThere(root: string, file: string): There | undefined {
  try {
    const stats = fs.statSync(path.resolve(root, file), { throwIfNoEntry: false });
    if (stats !== undefined) return { path: file, stats };
    const folder = path.dirname(file);
    return folder === file ? undefined : nearestThere(root, folder);
  } catch {
    return undefined;
  }
}

/** "owner 33, mode 644" of the file, or of the folder it would have been made in. */
function ownerAndMode({ path: there, stats }: There, file: string): string {
  const owned = `owner ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8)}`;
  if (there === file) return owned;
  return there === path.dirname(file) ? `its folder: ${owned}` : `${there}: ${owned}`;
}
