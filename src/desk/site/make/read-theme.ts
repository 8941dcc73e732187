// The theme of the newsroom's site: its own folder where stet.yaml names one, else the built-in one.
import { readThemeFolder } from "../../../newsroom/read/read-theme-folder.ts";
import { BUILT_IN_THEME, parseTheme, type Theme } from "../../../render/theme/theme.ts";
import type { Desk } from "../../desk.ts";

/** Reads and checks the theme. Throws StetError invalid/bad-template with file and line, store for a folder that is none. */
export function readTheme({ root, settings }: Desk): Theme {
  const folder = settings.publish.theme;
  if (folder === undefined) return BUILT_IN_THEME;
  const { templates, style, assets } = readThemeFolder(root, folder);
  return parseTheme({ folder, templates, files: assets, ...(style === undefined ? {} : { style }) });
}
