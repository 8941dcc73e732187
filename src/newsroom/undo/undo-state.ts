// What stands at a path of the newsroom now, as undo compares it: was a change made, is its outcome still there?
import fs from "node:fs";
import path from "node:path";
import { realPathInside, requireInside } from "../confine.ts";
import { hashOfFile } from "../site/publish-stamp.ts";
import { STET_FOLDER } from "../stet-folder.ts";
import type { UndoChange } from "./undo-steps.ts";

/** Stands for whatever has no content of its own to compare: a folder, a link that leads nowhere or out. */
const NO_CONTENT = "no content";

/** The hash of the file's content, a link inside followed; `null` where nothing is. Throws StetError usage, Node's error. */
export function stateOf(root: string, file: string): string | null {
  requireInside(root, file);
  if (fs.lstatSync(path.join(root, file), { throwIfNoEntry: false }) === undefined) return null;
  return hashOfFile(realOrNothing(root, file) ?? "") ?? NO_CONTENT;
}

function realOrNothing(root: string, file: string): string | undefined {
  try {
    return realPathInside(root, file);
  } catch {
    return undefined;
  }
}

/** Where a removed file lies, relative to the root. */
export function placeInTrash(id: string, file: string): string {
  return `${STET_FOLDER}/trash/${id}/${file}`;
}

/** True where the newsroom looks as the change left it. */
export function isMade(root: string, change: UndoChange): boolean {
  switch (change.kind) {
    case "write":
      return stateOf(root, change.path) === change.after;
    case "move":
      return stateOf(root, change.to) === change.hash && stateOf(root, change.from) === null;
    case "trash":
      return (
        stateOf(root, change.path) === null && stateOf(root, placeInTrash(change.id, change.path)) !== null
      );
    case "restore":
      return stateOf(root, change.path) === change.hash;
  }
}
