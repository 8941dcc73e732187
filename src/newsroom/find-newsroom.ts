// Finds the newsroom a command works in: the folder that holds stet.yaml. First step of every command.
import fs from "node:fs";
import path from "node:path";
import { shellWord } from "../base/shell-word.ts";
import { StetError } from "../base/stet-error.ts";

/** The newsroom's settings file; the folder that holds it is the newsroom's root. */
export const SETTINGS_FILE = "stet.yaml";

/** Where to look. `start` is absolute; `store` is what the user named outright, relative to `start`. */
export interface NewsroomSearch {
  readonly store?: string;
  readonly start: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The real, absolute path of the newsroom's root: `store`, else STET_STORE, else the nearest folder with a
 * stet.yaml from `start` upwards, as far as the file system's boundary, STET_CEILING_DIRS or the folder above
 * HOME (none of which is looked into, as in git). cli.md section 5. Throws StetError store/no-store.
 */
export function findNewsroom(search: NewsroomSearch): string {
  const named = search.store ?? search.env["STET_STORE"];
  if (named !== undefined && named !== "")
    return namedNewsroom(path.resolve(search.start, named), namerOf(search));
  if (statOrNothing(search.start)?.isDirectory() !== true) {
    throw new StetError("not-found", "io-missing", `there is no folder ${search.start}`, {
      hint: "-C takes a folder",
    });
  }
  const found = walkUp(search.start, ceilingsOf(search.env));
  if (found !== undefined) return fs.realpathSync.native(found);
  throw noStore(`no stet.yaml here or above ${search.start}`, "stet init makes one");
}

/** The newsroom that a folder lies in, whether the folder is there or not; one is not in itself. */
export function newsroomAround(folder: string, env: NewsroomSearch["env"]): string | undefined {
  let start = path.dirname(folder);
  while (statOrNothing(start) === undefined && path.dirname(start) !== start) start = path.dirname(start);
  const found = walkUp(start, ceilingsOf(env));
  return found === undefined ? undefined : fs.realpathSync.native(found);
}

function namedNewsroom(folder: string, namer: string): string {
  if (holdsSettings(folder)) return fs.realpathSync.native(folder);
  throw noStore(`no stet.yaml in ${folder}${namer}`, `stet init ${shellWord(folder)} makes one`);
}

/** Who named the folder, where it was not the command line itself. */
function namerOf({ store, env }: NewsroomSearch): string {
  if (store !== undefined) return "";
  const isDefault = env["STET_DEFAULT_STORE"] === env["STET_STORE"];
  return isDefault ? ", which default_store names: stet config list --origin" : ", which STET_STORE names";
}

function noStore(message: string, hint: string): StetError {
  return new StetError("store", "no-store", message, { hint });
}

function holdsSettings(folder: string): boolean {
  return statOrNothing(path.join(folder, SETTINGS_FILE))?.isFile() === true;
}

function statOrNothing(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function ceilingsOf(env: NewsroomSearch["env"]): ReadonlySet<string> {
  const named = (env["STET_CEILING_DIRS"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const home = env["HOME"];
  // What lies above HOME belongs to other people: a stet.yaml planted there is not this user's newsroom.
  if (home !== undefined && path.isAbsolute(home)) named.push(path.dirname(path.resolve(home)));
  return new Set(named.map((folder) => path.resolve(folder)));
}

function walkUp(start: string, ceilings: ReadonlySet<string>): string | undefined {
  const device = statOrNothing(start)?.dev;
  let folder = start;
  while (!holdsSettings(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder || ceilings.has(parent) || statOrNothing(parent)?.dev !== device) return undefined;
    folder = parent;
  }
  return folder;
}
