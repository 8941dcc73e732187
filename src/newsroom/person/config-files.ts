// Where a person's configuration lies: `$XDG_CONFIG_HOME/stet/config.yaml`, and `.stet/local.yaml` of one checkout.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { decodeText } from "../read/decode-text.ts";
import { errnoOf, explainingFailure } from "../io-error.ts";
import { readOpenFile } from "../read/read-open-file.ts";
import { makeStetFolder, stetPath } from "../stet-folder.ts";
import { xdgFolder } from "./home-files.ts";
import { makeMissingFolders } from "../write/make-missing-folders.ts";
import { removeTemp, siblingPath } from "../write/temp-file.ts";
import { writeNewFile } from "../write/write-new-file.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The absolute path of the person's own file, whether it exists or not; undefined where there is no home. */
export function userConfigFile(env: Environment): string | undefined {
  const folder = xdgFolder(env["XDG_CONFIG_HOME"], env["HOME"] ?? env["USERPROFILE"], ".config");
  return folder === undefined ? undefined : path.join(folder, "stet", "config.yaml");
}

/** The absolute path of a newsroom's local file, whether it exists or not. */
export function localConfigFile(root: string): string {
  return stetPath(root, "local.yaml");
}

const MOST_BYTES = 1024 * 1024;

/** The text of a configuration file; undefined where there is none. Throws StetError external, store/bad-config. */
export function readConfigFile(file: string): string | undefined {
  return explainingFailure("/", file, "read", () => {
    const real = realFile(file);
    const opened = real === undefined ? undefined : readOpenFile(real, MOST_BYTES);
    if (opened === undefined) return undefined;
    const decoded = opened.kind === "read" ? decodeText(opened.bytes) : undefined;
    if (decoded?.ok === true) return decoded.text;
    throw new StetError("store", "bad-config", `${file}: ${decoded?.message ?? "this is not a small file"}`);
  });
}

/** A person may well keep the file elsewhere and link to it. */
function realFile(file: string): string | undefined {
  try {
    return fs.realpathSync.native(file);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Writes the file whole, by rename, for its owner only, and makes the folders it needs. Throws StetError external. */
export function writeConfigFile(file: string, text: string): void {
  explainingFailure("/", file, "written", () => {
    const target = realFile(file) ?? file;
    makeMissingFolders(path.dirname(target), 0o700);
    const temp = siblingPath(path.dirname(target));
    writeNewFile(temp, text);
    try {
      fs.renameSync(temp, target);
    } catch (error) {
      removeTemp(temp);
      throw error;
    }
  });
}

/** As writeConfigFile, for a newsroom's local file. */
export function writeLocalConfig(root: string, text: string): void {
  makeStetFolder(root);
  writeConfigFile(localConfigFile(root), text);
}
