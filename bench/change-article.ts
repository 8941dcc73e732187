// What the measurements do to a generated newsroom between runs: change its probe, clear what was built.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Corpus } from "./generate-newsroom.ts";

let changes = 0;

/** Gives the probe another last paragraph than it ever had, in stet's file. */
export function changeArticle({ newsroom, probe }: Corpus): void {
  rewriteEnd(path.join(newsroom, probe.path), `\n  Change number ${++changes} of ${Date.now()}.\n`);
}

/** Gives the probe another headline than it ever had, in stet's file. */
export function changeHeadline({ newsroom, probe }: Corpus): void {
  rewriteHeadline(path.join(newsroom, probe.path), ` Change ${++changes} of ${Date.now()}`);
}

/** The same in Hugo's file. */
export function changeHugoArticle({ hugo, probe }: Corpus): void {
  rewriteEnd(path.join(hugo, probe.hugoPath), `\nChange number ${++changes} of ${Date.now()}.\n`);
}

/** Takes those paragraphs away again. */
export function restoreArticle({ newsroom, hugo, probe }: Corpus): void {
  const files = [path.join(newsroom, probe.path), path.join(hugo, probe.hugoPath)];
  for (const file of files.filter((each) => existsSync(each))) rewriteEnd(file, "");
  rewriteHeadline(path.join(newsroom, probe.path), "");
}

function rewriteHeadline(file: string, end: string): void {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^(headline: .*?)(?: Change \d+ of \d+)?("?)$/m, `$1${end}$2`));
}

function rewriteEnd(file: string, end: string): void {
  const text = readFileSync(file, "utf8").replace(/\n *Change number \d+ of \d+\.\n/, "");
  writeFileSync(file, text + end);
}

/** Forgets the index: the next stet reads every article. */
export function removeIndex({ newsroom }: Corpus): void {
  removeAll(path.join(newsroom, ".stet"), (name) => name.startsWith("index"));
}

/** Whether there is an index at all. */
export function hasIndex({ newsroom }: Corpus): boolean {
  return namesIn(path.join(newsroom, ".stet")).some((name) => name.startsWith("index"));
}

/** Forgets what stet published. The index stays. */
export function removeEdition({ newsroom }: Corpus): void {
  removeAll(newsroom, (name) => name.startsWith("public"));
  removeAll(path.join(newsroom, ".stet"), (name) => name.startsWith("publish"));
}

/** Forgets what Hugo built. */
export function removeHugoSite({ hugo }: Corpus): void {
  removeAll(hugo, (name) => name === "public" || name === "resources");
}

/** How many files were published: `public` of either program. */
export function filesIn(folder: string): number {
  return namesIn(folder, { recursive: true }).filter((name) => path.extname(name) !== "").length;
}

function removeAll(folder: string, isDoomed: (name: string) => boolean): void {
  for (const name of namesIn(folder).filter(isDoomed)) {
    rmSync(path.join(folder, name), { recursive: true });
  }
}

function namesIn(folder: string, options: { readonly recursive?: boolean } = {}): string[] {
  try {
    return readdirSync(folder, { ...options, encoding: "utf8" });
  } catch {
    return [];
  }
}
