// A theme: the templates of the pages, their style, and the files that go with them. A newsroom's own theme is a
// folder that holds only what it changes; the rest is built in.
import { nearest } from "../../base/nearest.ts";
import { sha256Source } from "../../base/sha256.ts";
import { StetError } from "../../base/stet-error.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../html/page-style.ts";
import { ARTICLE } from "./built-in-article.ts";
import { FOOTER, LAYOUT, MASTHEAD, MESSAGE, REDIRECT } from "./built-in-frame.ts";
import { ARCHIVE, CORRECTIONS, FRONT, LISTING, PAGES, TEASER } from "./built-in-lists.ts";
import { checkTemplates, type Template, type Templates } from "./templates.ts";
import { VIEW_NAMES } from "./view-names.ts";

/** A stylesheet with its hash as a Content Security Policy writes it: `sha256-` and base64. */
export interface Style {
  readonly text: string;
  readonly hash: string;
}

/** Checked, complete, ready for every page. */
export interface Theme {
  readonly templates: Templates;
  readonly style: Style;
  /** Paths inside the theme folder of further files to publish: `assets/logo.svg`. */
  readonly files: readonly string[];
}

/** What was found in a theme folder; everything is optional. */
export interface ThemeFolder {
  /** The folder as errors name it, relative to the newsroom: `theme`. */
  readonly folder: string;
  /** By file name, as `article.mustache`, directly in the folder. */
  readonly templates: ReadonlyMap<string, string>;
  /** The text of `style.css`, in place of the built-in style. */
  readonly style?: string;
  /** Paths inside the folder, all below `assets/`. */
  readonly files: readonly string[];
}

/** A file that a site needs besides its pages: either text to write or a file of the theme folder to copy. */
export type ThemeAsset =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly copyOf: string };

const BUILT_IN: Readonly<Record<string, string>> = {
  layout: LAYOUT,
  masthead: MASTHEAD,
  footer: FOOTER,
  article: ARTICLE,
  front: FRONT,
  listing: LISTING,
  archive: ARCHIVE,
  corrections: CORRECTIONS,
  message: MESSAGE,
  redirect: REDIRECT,
  teaser: TEASER,
  pages: PAGES,
};

/** The theme of a newsroom that has none of its own. */
export const BUILT_IN_THEME: Theme = {
  templates: new Map(
    Object.entries(BUILT_IN).map(([name, text]) => [name, { file: `built-in ${name}.mustache`, text }]),
  ),
  style: { text: PAGE_STYLE, hash: PAGE_STYLE_HASH },
  files: [],
};

/** The built-in theme as the files of a theme folder, by name: a place to start from. */
export function builtInFiles(): ReadonlyMap<string, string> {
  const templates = Object.entries(BUILT_IN).map(([name, text]) => [`${name}.mustache`, text] as const);
  return new Map([...templates, ["style.css", PAGE_STYLE]]);
}

/**
 * The theme of a folder, checked as a whole; built-in where the folder has nothing.
 * Throws StetError `bad-template` with file, line and column for the first fault.
 */
export function parseTheme({ folder, templates, style, files }: ThemeFolder): Theme {
  const own = new Map(
    [...templates].map(([file, text]) => [nameOf(file, folder), { file: `${folder}/${file}`, text }]),
  );
  const all = new Map([...BUILT_IN_THEME.templates, ...own]);
  checkTemplates(all, new Set(Object.keys(VIEW_NAMES)));
  refuseUnused(own, all);
  refuseEndTag(style, folder);
  // A style of the folder's own has its hash taken once, here.
  const chosen = style === undefined ? BUILT_IN_THEME.style : { text: style, hash: sha256Source(style) };
  return { templates: all, style: chosen, files };
}

function nameOf(file: string, folder: string): string {
  const name = /^([a-z0-9-]+)\.mustache$/.exec(file)?.[1];
  if (name !== undefined) return name;
  throw new StetError("invalid", "bad-template", `a template cannot be named ${file}`, {
    where: { file: `${folder}/${file}` },
    hint: "small letters, digits and hyphens, as in article.mustache",
  });
}

/** A slip in a file's name would otherwise leave the built-in page in its place, and nobody told. */
function refuseUnused(own: ReadonlyMap<string, Template>, all: Templates): void {
  const texts = [...all.values()].map(({ text }) => text).join("\n");
  for (const [name, { file }] of own) {
    if (Object.hasOwn(BUILT_IN, name) || new RegExp(`\\{\\{>\\s*${name}\\s*\\}\\}`).test(texts)) continue;
    const near = nearest(name, Object.keys(BUILT_IN), 1)[0];
    const hint = near === undefined ? `call it with {{> ${name}}}` : `did you mean ${near}.mustache?`;
    throw new StetError("invalid", "bad-template", "no page and no template uses this one", {
      where: { file },
      hint,
    });
  }
}

/** A style that is put into a page may not end its element. */
function refuseEndTag(style: string | undefined, folder: string): void {
  const before = style?.split(/<\/style/i) ?? [];
  if (before.length < 2) return;
  const where = { file: `${folder}/style.css`, line: (before[0] ?? "").split("\n").length };
  throw new StetError("invalid", "bad-template", "a style may not hold </style", { where });
}

/** The stylesheet's path in the site; its name changes with its text, so it may be cached for ever. */
export function stylePath({ style }: Theme): string {
  const name = style.hash
    .slice("sha256-".length)
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 12);
  return `assets/style-${name}.css`;
}

/** What the site needs besides its pages; paths are relative to the site's root and to the theme folder. */
export function assetsOf(theme: Theme): ThemeAsset[] {
  const copies = theme.files.map((path) => ({ path, copyOf: path }));
  return [{ path: stylePath(theme), text: theme.style.text }, ...copies];
}
