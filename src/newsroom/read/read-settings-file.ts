// Reads stet.yaml's text. Its meaning is article/parse-settings.ts's business.
import { StetError } from "../../base/stet-error.ts";
import { SETTINGS_FILE } from "../find-newsroom.ts";
import { readArticleFile } from "./read-article-file.ts";

/** A settings file is small; a larger one is a mistake. */
const MOST_BYTES = 1024 * 1024;

/** The text of stet.yaml under `root`. Throws StetError store/bad-config when it cannot be read as text. */
export function readSettingsFile(root: string): string {
  const reading = readArticleFile(root, SETTINGS_FILE, MOST_BYTES);
  if (reading.ok) return reading.file.text;
  throw new StetError("store", "bad-config", reading.problem.message, { where: { file: SETTINGS_FILE } });
}
