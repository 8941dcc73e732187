// The words that shells complete, under `.stet/cache/complete`: plain files which a shell reads by itself.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { createDerivedFile, derivedOwnership, type DerivedFrom } from "./derived-file.ts";
import { explainingFailure } from "./io-error.ts";
import { makeStetFolder } from "./stet-folder.ts";
import { randomName } from "./temp-file.ts";

const STAMP = "stamp";

/**
 * Writes each text to its file, whole or not at all, and then a stamp that carries the instant `readAt` (epoch
 * milliseconds, when reading began): what changed since is newer than the stamp. Throws StetError external.
 */
export function writeCompletionFiles(
  from: DerivedFrom,
  texts: ReadonlyMap<string, string>,
  readAt: number,
): void {
  const { root } = from;
  explainingFailure(root, ".stet/cache/complete", "written", () => {
    const temps = makeStetFolder(root, "tmp");
    const ownership = derivedOwnership(from);
    const folder = madeFolder(madeFolder(makeStetFolder(root), "cache"), "complete");
    for (const [name, text] of [...texts, [STAMP, ""] as const]) {
      const temp = path.join(temps, randomName());
      createDerivedFile(temp, ownership);
      fs.writeFileSync(temp, text);
      if (name === STAMP) fs.utimesSync(temp, readAt / 1000, readAt / 1000);
      fs.renameSync(temp, path.join(folder, name));
    }
  });
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
