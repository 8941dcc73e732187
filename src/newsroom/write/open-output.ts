// A file written piece by piece that takes its place only when it is whole: `export -o FILE` in flat memory.
import fs from "node:fs";
import path from "node:path";
import { requireOutput } from "../guard-output.ts";
import { errnoOf, ioError } from "../io-error.ts";
import { makeMissingFolders } from "./make-missing-folders.ts";
import { siblingPath, writeAll } from "./temp-file.ts";
import type { OutputPlace } from "./write-output.ts";

/** An output under way. Call `commit` once, and `abandon` in any case at the end. */
export interface OpenOutput {
  write(text: string): void;
  /** Puts the file in its place; one that says the same already stays. */
  commit(): void;
  /** Removes what was written unless it was committed. */
  abandon(): void;
}

/** Opens an output at its place; folders on the way are made. Throws StetError usage; every step StetError external. */
export function openOutput({ from, named, guarded }: OutputPlace): OpenOutput {
  const file = path.resolve(from, named);
  requireOutput(guarded, file);
  const explaining = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw errnoOf(error) === undefined ? error : ioError(from, named, "written", error);
    }
  };
  return explaining(() => {
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    return stats === undefined || stats.isFile()
      ? besideFile(file, stats?.mode, explaining)
      : intoDevice(file, explaining);
  });
}

type Explaining = <T>(step: () => T) => T;

function besideFile(file: string, mode: number | undefined, explaining: Explaining): OpenOutput {
  makeMissingFolders(path.dirname(file));
  const target = mode === undefined ? file : fs.realpathSync(file);
  const temp = siblingPath(path.dirname(target));
  const descriptor = fs.openSync(temp, "wx+", mode ?? 0o666);
  let state: "open" | "committed" | "abandoned" = "open";
  return {
    write: (text) => explaining(() => writeAll(descriptor, Buffer.from(text))),
    commit: () =>
      explaining(() => {
        if (mode !== undefined && isSame(descriptor, target)) fs.rmSync(temp);
        else fs.renameSync(temp, target);
        state = "committed";
        fs.closeSync(descriptor);
      }),
    abandon: () => {
      if (state !== "open") return;
      state = "abandoned";
      fs.closeSync(descriptor);
      fs.rmSync(temp, { force: true });
    },
  };
}

/** True where the file at `target` holds what was written already; read in pieces, for both may be large. */
function isSame(written: number, target: string): boolean {
  const descriptor = fs.openSync(target, "r");
  try {
    const { size } = fs.fstatSync(written);
    if (fs.fstatSync(descriptor).size !== size) return false;
    for (let at = 0; at < size; at += PIECE)
      if (!pieceAt(written, at).equals(pieceAt(descriptor, at))) return false;
    return true;
  } finally {
    fs.closeSync(descriptor);
  }
}

const PIECE = 1 << 16;

function pieceAt(descriptor: number, at: number): Buffer {
  const piece = Buffer.allocUnsafe(PIECE);
  return piece.subarray(0, fs.readSync(descriptor, piece, 0, PIECE, at));
}

/** `-o /dev/stdout` or a named pipe: there is nothing to put in place. */
function intoDevice(file: string, explaining: Explaining): OpenOutput {
  const descriptor = fs.openSync(file, "w");
  let isOpen = true;
  return {
    write: (text) => explaining(() => writeAll(descriptor, Buffer.from(text))),
    commit: () => undefined,
    abandon: () => {
      if (isOpen) fs.closeSync(descriptor);
      isOpen = false;
    },
  };
}
