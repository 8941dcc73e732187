// A kept draft whose text is replaced, as by a merge: the old text or the new one is there at any moment.
import fs from "node:fs";
import path from "node:path";
import type { Draft } from "../drafts.ts";
import { explainingFailure } from "../io-error.ts";
import { syncFolder } from "./sync-folder.ts";
import { randomName, removeTemp } from "./temp-file.ts";
import { writeNewFile } from "./write-new-file.ts";

/** Puts `text` in the draft's place; what it began as stays as it is. Throws StetError external; the draft then stands. */
export function rewriteDraft(root: string, draft: Draft, text: string): void {
  explainingFailure(root, draft.path, "written", () => {
    const folder = path.dirname(draft.file);
    // Hidden names are no drafts; .stet/tmp is swept by whoever holds the lock, which this does not.
    const temp = path.join(folder, `.${randomName()}`);
    writeNewFile(temp, text);
    try {
      fs.renameSync(temp, draft.file);
    } catch (error) {
      removeTemp(temp);
      throw error;
    }
    syncFolder(folder);
  });
}
