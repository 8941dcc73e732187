// Which file a shell sends the output into: the kernel knows it by number only, its name is found in the folder.
import fs from "node:fs";

/**
 * The name of the entry of `folder` that the open `descriptor` writes to, asked only of names that `isSuspect` lets
 * through; undefined for a pipe, a terminal, a file elsewhere, and wherever it cannot be told.
 */
export function redirectedFile(
  descriptor: number,
  folder: string,
  isSuspect: (name: string) => boolean,
): string | undefined {
  try {
    const open = fs.fstatSync(descriptor, { bigint: true });
    if (!open.isFile()) return undefined;
    return fs.readdirSync(folder).find((name) => {
      if (!isSuspect(name)) return false;
      const { dev, ino } = fs.lstatSync(`${folder}/${name}`, { bigint: true });
      return dev === open.dev && ino === open.ino;
    });
  } catch {
    return undefined;
  }
}
