// From a finished temporary file to the file's place, on one file system or across two (an articles folder that is
// a mount of its own): the last step of installArticle.
import fs from "node:fs";
import path from "node:path";
import { claimName } from "./claim-name.ts";
import { relativeInside } from "../confine.ts";
import { errnoOf } from "../io-error.ts";
import { noteLeftover } from "./leftover-note.ts";
import type { Lock } from "../lock/held-lock.ts";
import { makeStetFolder } from "../stet-folder.ts";
import { randomName, removeTemp, siblingPath, writeTempFile, type TempContent } from "./temp-file.ts";

/** Replaces the existing file at the absolute path `target`, which is no link, by the content: rename over it. */
export function placeOver(lock: Lock, target: string, content: TempContent): void {
  place(lock, target, content, (temp) => fs.renameSync(temp, target));
}

/** Puts the content at the free path `target`. Throws Node's EEXIST, and leaves the other file alone, if taken. */
export function placeNew(lock: Lock, target: string, content: TempContent): void {
  place(lock, target, content, (temp) => claimName(temp, target));
}

type Swap = (temp: string) => void;

function place(lock: Lock, target: string, content: TempContent, swap: Swap): void {
  const folder = makeStetFolder(lock.root, "tmp");
  try {
    writeAndSwap(path.join(folder, randomName()), content, swap);
  } catch (error) {
    if (errnoOf(error) !== "EXDEV") throw error;
    placeFromSibling(lock, target, content, swap);
  }
  lock.unsynced.add(path.dirname(target));
}

/** Another file system: the temporary file lies hidden beside its target, and a note tells the sweep where. */
function placeFromSibling(lock: Lock, target: string, content: TempContent, swap: Swap): void {
  const temp = siblingPath(path.dirname(target));
  const forget = noteLeftover(lock.root, { kind: "beside", temp: relativeInside(lock.root, temp) ?? "" });
  writeAndSwap(temp, content, swap);
  forget();
}

function writeAndSwap(temp: string, content: TempContent, swap: Swap): void {
  writeTempFile(temp, content);
  try {
    swap(temp);
  } catch (error) {
    removeTemp(temp);
    throw error;
  }
}
