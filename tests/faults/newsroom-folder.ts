// Newsrooms for the fault tests: made from a plain map of files, and looked at again as one.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Content by path relative to the root, with `/`. */
export type Files = Readonly<Record<string, string>>;

/** Writes the files, making their folders. */
export function writeFiles(root: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** A fresh newsroom under the system's temporary folder, by its real path. */
export function makeNewsroom(files: Files): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-fault-")));
  writeFiles(root, { "stet.yaml": "stet: 1\n", ...files });
  return root;
}

/** Every regular file under the root but the lock itself and stet's .gitignore. */
export function filesIn(root: string): Files {
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, file);
    if (!entry.isFile() || name === ".stet/lock.db" || name === ".stet/.gitignore") continue;
    found[name] = fs.readFileSync(file, "utf8");
  }
  return found;
}
