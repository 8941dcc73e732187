// What the last publish of a newsroom found, under `.stet/publish`: lets the next one see that nothing is due, or what
// little is. Only ever a hint: without it, or with one that cannot be read, publish looks at everything.
import fs from "node:fs";
import path from "node:path";
import { isOwnOrAbsent, removeAnyway } from "../index-files.ts";
import { hasStetFolder, makeStetFolder, stetPath } from "../stet-folder.ts";
import { randomName } from "../write/temp-file.ts";

const FILE = "last.json";

/** The remembered text; empty where nothing is remembered. */
export function readPublishMemory(root: string): string {
  try {
    return fs.readFileSync(stetPath(root, "publish", FILE), "utf8");
  } catch {
    return "";
  }
}

/** Remembers the text. Never throws for the disk. */
export function writePublishMemory(root: string, text: string): void {
  try {
    makeStetFolder(root, "publish");
    // Swept there where this one is killed.
    const temp = path.join(makeStetFolder(root, "tmp"), randomName());
    fs.writeFileSync(temp, text, { flag: "wx", mode: 0o600 });
    fs.renameSync(temp, stetPath(root, "publish", FILE));
  } catch {
    // The next publish does more work, and no other.
  }
}

const PLAN = /^plan-[0-9a-f]+\.db$/;
const PLAN_OR_JOURNAL = /^plan-[0-9a-f]+\.db(?:-journal)?$/;

/**
 * An empty file for what an edition was planned from, readable to nobody else. Each has a name of its own, so that no
 * journal of an older one is ever taken for its own. Throws for the disk.
 */
export function newPlanFile(root: string): string {
  const file = path.join(makeStetFolder(root, "publish"), `plan-${randomName()}.db`);
  fs.closeSync(fs.openSync(file, "wx", 0o600));
  return file;
}

/** The file of that name; undefined where there is none, or a link that could lead out of the newsroom. */
export function planFileNamed(root: string, name: string): string | undefined {
  if (!PLAN.test(name) || !hasStetFolder(root, "publish")) return undefined;
  const file = stetPath(root, "publish", name);
  const isThere = fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  return isThere && isOwnOrAbsent(file) && isOwnOrAbsent(`${file}-journal`) ? file : undefined;
}

/** Removes the file of that name, which nothing was kept in. */
export function removePlanFile(root: string, name: string): void {
  removeAnyway(stetPath(root, "publish", name));
}

/** Removes what earlier editions were planned from. */
export function removePlanFilesBut(root: string, kept: string): void {
  for (const name of fs.readdirSync(stetPath(root, "publish")))
    if (PLAN_OR_JOURNAL.test(name) && name !== kept) removeAnyway(stetPath(root, "publish", name));
}
