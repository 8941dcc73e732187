// A private file that lives as long as the program that reads it: a manual page for man(1).
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export interface ScratchFile {
  /** Absolute. */
  readonly file: string;
  remove(): void;
}

/** Writes `text` to a file called `name` in a new folder of its own, for its owner only. */
export function writeScratchFile(name: string, text: string): ScratchFile {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stet-"));
  const file = path.join(folder, name);
  fs.writeFileSync(file, text, { flag: "wx", mode: 0o600 });
  return { file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
