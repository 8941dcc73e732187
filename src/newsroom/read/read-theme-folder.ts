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

/** Reads the folder at `folder`, relative to `root`. Links and hidden files are passed over. Throws StetError. */
export function readThemeFolder(root: string, folder: string): ThemeFiles {
  requireInside(root, folder);
  return explainingFailure(root, folder, "read", () => {
    const real = realFolder(root, folder);
    const names = fs.readdirSync(real, { withFileTypes: true }).filter((entry) => entry.isFile());
    const read = (name: string): string => readTemplate(path.join(real, name), `${folder}/${name}`);
    const templates = names.map(({ name }) => name).filter((name) => name.endsWith(".mustache"));
    const hasStyle = names.some(({ name }) => name === "style.css");
    return {
      templates: new Map(templates.sort().map((name) => [name, read(name)])),
      ...(hasStyle ? { style: read("style.css") } : {}),
      assets: [...filesBelow(real, "assets")].sort(),
    };
  });
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

function* filesBelow(root: string, folder: string): Generator<string, void, undefined> {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return;
  for (const entry of fs.readdirSync(absolute, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(root, below);
    else if (entry.isFile()) yield below;
  }
}
