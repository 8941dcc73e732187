// The words that shells complete, under `.stet/cache/complete`: small plain files which a shell reads by itself.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import {
  closeToOthers,
  createDerivedFile,
  derivedOwnership,
  type DerivedFrom,
} from "./write/derived-file.ts";
import { explainingFailure } from "./io-error.ts";
import { makeStetFolder } from "./stet-folder.ts";
import { randomName, setOwnership, type Ownership } from "./write/temp-file.ts";

const STAMP = "stamp";

/** A list's texts by the names of their files in the list's folder, as cutIntoLeaves (base/word-leaves.ts) has them. */
export type ListTexts = ReadonlyMap<string, string>;

/**
 * Brings the lists to what they should be, file by file, each whole or not at all, and then a stamp that carries the
 * instant `readAt` (epoch milliseconds, when reading began): what changed since is newer than the stamp. Files that
 * say the same already are left alone. Throws StetError external.
 */
export function writeCompletionFiles(
  from: DerivedFrom,
  lists: ReadonlyMap<string, ListTexts>,
  readAt: number,
): void {
  const { root } = from;
  explainingFailure(root, ".stet/cache/complete", "written", () => {
    const temps = makeStetFolder(root, "tmp");
    const ownership = derivedOwnership(from);
    const folder = madeFolder(madeFolder(makeStetFolder(root), "cache"), "complete");
    for (const [list, texts] of lists) {
      const place = madeFolder(folder, list);
      letIn(place, ownership);
      writeList(place, texts, { temps, ownership });
    }
    install(path.join(folder, STAMP), "", { temps, ownership, at: readAt });
  });
}

interface Writing {
  /** Where files are made before they are moved to their place. */
  readonly temps: string;
  readonly ownership: Ownership;
  /** The time a file carries, epoch milliseconds. */
  readonly at?: number;
}

/** The names in a list's folder say something of the articles too: who reads the files may look into it. */
function letIn(folder: string, { mode, ...owner }: Ownership): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    setOwnership(descriptor, { ...owner, mode: mode | 0o700 | ((mode & 0o044) >> 2) });
  } finally {
    fs.closeSync(descriptor);
  }
}

function writeList(folder: string, texts: ListTexts, writing: Writing): void {
  for (const [name, text] of texts) {
    const file = path.join(folder, name);
    if (!says(file, text, writing.ownership)) install(file, text, writing);
  }
  for (const name of fs.readdirSync(folder))
    if (!texts.has(name)) fs.rmSync(path.join(folder, name), { force: true });
}

/** True for a file with this text that is as open as it may be; a more open one is closed. */
function says(file: string, text: string, ownership: Ownership): boolean {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size !== Buffer.byteLength(text)) return false;
  if ((ownership.mode & ~stats.mode) !== 0 || fs.readFileSync(file, "utf8") !== text) return false;
  closeToOthers(file, ownership);
  return true;
}

function install(file: string, text: string, { temps, ownership, at }: Writing): void {
  const temp = path.join(temps, randomName());
  createDerivedFile(temp, ownership);
  fs.writeFileSync(temp, text);
  if (at !== undefined) fs.utimesSync(temp, at / 1000, at / 1000);
  fs.renameSync(temp, file);
}

/** A link in its place could lead out of the newsroom. */
function madeFolder(parent: string, name: string): string {
  const folder = path.join(parent, name);
  const stats = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) fs.mkdirSync(folder);
  else if (!stats.isDirectory()) {
    throw new StetError("external", "io", `${folder} is not a folder; stet keeps its own files there`, {
      hint: `mv ${folder} ${folder}.old`,
    });
  }
  return folder;
}
