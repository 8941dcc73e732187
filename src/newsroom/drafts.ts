// Private copies of text a person is working on: what an editor opens, and what is kept when it could not be
// installed. A draft is only ever removed by name, never written over by another.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { contentHash } from "./read/content-hash.ts";
import { errnoOf, explainingFailure } from "./io-error.ts";
import { decodeText } from "./read/decode-text.ts";
import { readOpenFile } from "./read/read-open-file.ts";
import { hasStetFolder, makeStetFolder, STET_FOLDER, stetPath } from "./stet-folder.ts";
import { syncFolder } from "./write/sync-folder.ts";
import { removeTemp } from "./write/temp-file.ts";
import { writeNewFile } from "./write/write-new-file.ts";

/** One kept draft: `name` as `eu-budget` or `eu-budget-2`, `path` relative to the root, `file` absolute. */
export interface Draft {
  readonly name: string;
  readonly path: string;
  readonly file: string;
  /** Beside it, absolute: the text it began as, which tells later whether the article changed meanwhile. */
  readonly base: string;
}

const EXTENSION = ".yaml";
/** Slugs of many-byte scripts would not fit a file name of 255 bytes. */
const NAME_CHARACTERS = 56;

/**
 * Writes a new draft for `slug`, readable by its owner only and on the disk when this returns; where one is kept
 * already it becomes `slug-2`, `slug-3` and so on. Needs no lock. Throws StetError external; then none was kept.
 */
export function keepDraft(root: string, slug: string, text: string): Draft {
  makeStetFolder(root, "drafts");
  const stem = nameStem(slug);
  for (let number = 1; ; number++) {
    const draft = draftNamed(root, number === 1 ? stem : `${stem}-${number}`);
    if (explainingFailure(root, draft.path, "written", () => isKept(draft, text))) return draft;
  }
}

function nameStem(slug: string): string {
  const safe = slug.replace(/[/\\\0]/g, "-").replace(/^\.+/, "");
  return Array.from(safe).slice(0, NAME_CHARACTERS).join("") || "untitled";
}

/** False where another draft has the name. */
function isKept(draft: Draft, text: string): boolean {
  try {
    writeNewFile(draft.file, text);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    // A base that is there belonged to a draft that is gone.
    fs.rmSync(draft.base, { force: true });
    writeNewFile(draft.base, text);
    syncFolder(path.dirname(draft.file));
    return true;
  } catch (error) {
    removeTemp(draft.file);
    removeTemp(draft.base);
    throw error;
  }
}

function draftNamed(root: string, name: string): Draft {
  const file = `${name}${EXTENSION}`;
  const base = stetPath(root, "drafts", `${name}.base`);
  return { name, path: `${STET_FOLDER}/drafts/${file}`, file: stetPath(root, "drafts", file), base };
}

/** The latest draft kept for `slug`, the one with the highest number, or undefined. */
export function latestDraft(root: string, slug: string): Draft | undefined {
  const stem = nameStem(slug);
  const numbered = listDrafts(root).map((draft) => ({ draft, number: numberOf(draft.name, stem) }));
  return numbered.toSorted((a, b) => a.number - b.number).findLast(({ number }) => number > 0)?.draft;
}

/** True where the draft was kept for an article of this slug. */
export function isDraftOf({ name }: Draft, slug: string): boolean {
  return numberOf(name, nameStem(slug)) > 0;
}

/** 1 for the slug itself, N for `slug-N`, 0 for another slug's draft. */
function numberOf(name: string, stem: string): number {
  if (name === stem) return 1;
  const number = name.startsWith(`${stem}-`) ? name.slice(stem.length + 1) : "";
  return /^[1-9]\d*$/.test(number) ? Number(number) : 0;
}

/** The drafts kept in this newsroom, by name; empty where there are none. */
export function listDrafts(root: string): readonly Draft[] {
  const files = explainingFailure(root, `${STET_FOLDER}/drafts`, "read", () =>
    hasStetFolder(root, "drafts") ? fs.readdirSync(stetPath(root, "drafts")) : [],
  );
  return files
    .filter((file) => file.endsWith(EXTENSION) && !file.startsWith("."))
    .sort()
    .map((file) => draftNamed(root, file.slice(0, -EXTENSION.length)));
}

/** The draft's text as it is now. Throws StetError not-found, invalid/not-text, external. */
export function readDraft(root: string, draft: Draft): string {
  const opened = explainingFailure(root, draft.path, "read", () => readOpenFile(draft.file, Infinity));
  const decoded = opened.kind === "read" ? decodeText(opened.bytes) : undefined;
  if (decoded?.ok === true) return decoded.text;
  const { message = "this is not a file", line, hint } = decoded ?? {};
  throw new StetError("invalid", "not-text", `${draft.path}: ${message}`, {
    where: { file: draft.path, ...(line === undefined ? {} : { line }) },
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The same, undefined for what is no text: whoever needs it says so. */
export function textOfDraft(root: string, draft: Draft): string | undefined {
  try {
    return readDraft(root, draft);
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}

/** The hash of the text the draft began as, as readArticleFile gives it; undefined where that is not known any more. */
export function baseHash(root: string, draft: Draft): string | undefined {
  return explainingFailure(root, draft.path, "read", () => {
    if (!fs.existsSync(draft.base)) return undefined;
    const opened = readOpenFile(draft.base, Infinity);
    return opened.kind === "read" ? contentHash(opened.bytes) : undefined;
  });
}

/** Removes a draft that was installed or discarded; one that is gone already is fine. Throws StetError external. */
export function removeDraft(root: string, draft: Draft): void {
  explainingFailure(root, draft.path, "removed", () => {
    fs.rmSync(draft.file, { force: true });
    fs.rmSync(draft.base, { force: true });
  });
}
