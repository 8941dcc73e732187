// Where a program lies that the person named in EDITOR, PAGER or their configuration.
import fs from "node:fs";
import path from "node:path";

/** The absolute path of a program in PATH, or named by its path as seen from `from`; undefined where none can be run. */
export function findProgram(
  program: string,
  { env, from }: { readonly env: Readonly<Record<string, string | undefined>>; readonly from: string },
): string | undefined {
  const isPath = program.includes("/") || program.includes(path.sep);
  const folders = isPath
    ? [from]
    : (env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const endings = path.sep === "\\" ? (env["PATHEXT"] ?? ".EXE;.CMD;.BAT").split(";") : [""];
  const places = folders.flatMap((folder) => endings.map((ending) => path.resolve(folder, program + ending)));
  return places.find(isRunnable);
}

function isRunnable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
