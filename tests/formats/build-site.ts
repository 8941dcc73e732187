// Builds exported articles with the real Hugo or Jekyll in a temporary folder and gives back each page's text.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ExportEntry, FileFormat } from "../../src/formats/export-format.ts";
import { OPTIONS } from "./sample-entry.ts";
import { visibleText } from "./visible-text.ts";

export interface Generator {
  readonly format: FileFormat;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly [string, ...string[]];
  readonly page: (slug: string) => string;
}

/** A page as read: `undefined` where the generator made none. */
export interface Page {
  readonly title: string;
  readonly text: string;
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ["version"]).error === undefined;
}

/** Throws with the generator's words when it fails. */
export function buildSite(generator: Generator, entries: readonly ExportEntry[]): (Page | undefined)[] {
  const root = mkdtempSync(join(tmpdir(), "stet-site-"));
  try {
    const { format, folder, files, command, page } = generator;
    for (const [path, text] of Object.entries(files)) put(join(root, path), text);
    for (const entry of entries) {
      put(join(root, folder, format.fileName(entry, OPTIONS)), format.document(entry, OPTIONS));
    }
    run(root, command);
    return entries.map(({ article }) => readPage(join(root, page(article.slug))));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(cwd: string, [program, ...words]: readonly [string, ...string[]]): void {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (error !== undefined || status !== 0)
    throw new Error(`${program}: ${error?.message ?? ""}${stdout}${stderr}`);
}

function readPage(path: string): Page | undefined {
  if (!existsSync(path)) return undefined;
  const html = readFileSync(path, "utf8");
  return { title: visibleText(html, "title"), text: visibleText(html, "body") };
}
