// Notes in `.stet/tmp` of the two things a crash can leave outside it: a temporary file beside its target, and a
// file that has its new name and still its old one. Written before the deed, forgotten after it.
import fs from "node:fs";
import path from "node:path";
import { makeStetFolder, stetPath } from "../stet-folder.ts";
import { syncFolder } from "./sync-folder.ts";
import { randomName, removeTemp } from "./temp-file.ts";
import { writeNewFile } from "./write-new-file.ts";

/** What a note says; every path is relative to the newsroom's root, with `/`. */
export type LeftoverNote =
  | { readonly kind: "beside"; readonly temp: string }
  | { readonly kind: "move"; readonly from: string; readonly to: string };

/** Notes end so; the name before it is random. */
export const NOTE_SUFFIX = ".json";

/** Writes the note durably and returns what forgets it. Throws Node's error. 1 ms. */
export function noteLeftover(root: string, note: LeftoverNote): () => void {
  const folder = makeStetFolder(root, "tmp");
  const file = path.join(folder, `${randomName()}${NOTE_SUFFIX}`);
  writeNewFile(file, JSON.stringify(note));
  syncNote(folder, file);
  return () => removeTemp(file);
}

function syncNote(folder: string, file: string): void {
  try {
    syncFolder(folder);
  } catch (error) {
    removeTemp(file);
    throw error;
  }
}

/** The note in a file of `.stet/tmp`; undefined for a torn one, whose deed was never begun. */
export function readLeftoverNote(root: string, name: string): LeftoverNote | undefined {
  try {
    const note: unknown = JSON.parse(fs.readFileSync(stetPath(root, "tmp", name), "utf8"));
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(note: unknown): note is LeftoverNote {
  if (typeof note !== "object" || note === null || !("kind" in note)) return false;
  if (note.kind === "beside") return "temp" in note && typeof note.temp === "string";
  if (note.kind !== "move" || !("from" in note) || !("to" in note)) return false;
  return typeof note.from === "string" && typeof note.to === "string";
}
