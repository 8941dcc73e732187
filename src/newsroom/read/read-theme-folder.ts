// The files of a newsroom's own theme: templates and a style beside each other, and what lies below `assets/`.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { realPathInside, requireInside } from "../confine.ts";
import { decodeText } from "./decode-text.ts";
import { explainingFailure } from "../io-error.ts";

/** `templates` by file name; `assets` are paths relative to the folder, with `/`, in order. */
export interface ThemeFiles {
  readonly templates: ReadonlyMap<string, string>;
  readonly style?: string;
  readonly assets: readonly string[];
}

/** Reads the folder at `folder`, relative to `root`. Hidden files are passed over. Throws StetError, also for a link. */
export function readThemeFolder(root: string, folder: string): ThemeFiles {
  requireInside(root, folder);
  return explainingFailure(root, folder, "read", () => {
    const real = realFolder(root, folder);
    const names = fs.readdirSync(real, { withFileTypes: true }).filter(({ name }) => isOfTheme(name));
    for (const entry of names) requireFile(entry, `${folder}/${entry.name}`);
    const read = (name: string): string => readTemplate(path.join(real, name), `${folder}/${name}`);
    const templates = names.map(({ name }) => name).filter((name) => name.endsWith(".mustache"));
    const hasStyle = names.some(({ name }) => name === "style.css");
    return {
      templates: new Map(templates.sort().map((name) => [name, read(name)])),
      ...(hasStyle ? { style: read("style.css") } : {}),
      assets: [...filesBelow({ real, folder }, "assets")].sort(),
    };
  });
}

function isOfTheme(name: string): boolean {
  return name === "style.css" || (name.endsWith(".mustache") && !name.startsWith("."));
}

/** Passed over, it would be missed on the pages alone. Throws StetError invalid. */
function requireFile(entry: fs.Dirent, file: string): void {
  if (entry.isFile()) return;
  const [what, hint] = entry.isSymbolicLink()
    ? ["a theme follows no links", "put the file itself there"]
    : [entry.isDirectory() ? "it is a folder" : "it is no file", "a theme has a file of that name"];
  throw new StetError("invalid", "not-a-file", what, { where: { file }, hint });
}

function readTemplate(absolute: string, file: string): string {
  const decoded = decodeText(fs.readFileSync(absolute));
  if (decoded.ok) return decoded.text;
  const hint = decoded.hint === undefined ? {} : { hint: decoded.hint };
  throw new StetError("invalid", "not-text", decoded.message, { where: { file }, ...hint });
}

function realFolder(root: string, folder: string): string {
  const real = fs.existsSync(path.join(root, folder)) ? realPathInside(root, folder) : undefined;
  if (real !== undefined && fs.statSync(real).isDirectory()) return real;
  throw new StetError("store", "bad-config", `the theme ${folder} is no folder of this newsroom`, {
    where: { file: "stet.yaml" },
    hint: "publish: {theme: theme} names a folder; without it the built-in theme is used",
  });
}

interface ThemeFolder {
  readonly real: string;
  /** As stet.yaml names it. */
  readonly folder: string;
}

function* filesBelow(theme: ThemeFolder, inner: string): Generator<string, void, undefined> {
  const absolute = path.join(theme.real, inner);
  if (!fs.existsSync(absolute)) return;
  for (const entry of fs.readdirSync(absolute, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const below = `${inner}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(theme, below);
    else {
      requireFile(entry, `${theme.folder}/${below}`);
      yield below;
    }
  }
}
