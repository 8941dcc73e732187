// Copies of the sample newsroom at the project's root: for tests that change it one each, for those that read one together.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

export const PROJECT: string = path.resolve(import.meta.dirname, "../..");

/** A fresh copy of stet.yaml, articles/ and images/, gone when the test ends. */
export function sampleNewsroom(): string {
  const folder = temporaryFolder();
  copySample(folder);
  return folder;
}

/**
 * Called outside of the tests, for a file whose tests only read: what it returns gives them all one copy, whose index is
 * made once. A test that changes what lies there fails the file; it needs a copy of its own.
 */
export function sampleToRead(): () => string {
  let folder: string | undefined;
  afterAll(() => {
    if (folder === undefined) return;
    const changed = PARTS.filter((part) => !isAsInProject(path.join(folder ?? "", part.name), part));
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    if (changed.length > 0) throw new Error(`tests changed ${changed.map(({ name }) => name).join(", ")}`);
  });
  return () => {
    if (folder === undefined) {
      folder = realpathSync(mkdtempSync(path.join(tmpdir(), "stet-test-")));
      copySample(folder);
    }
    return folder;
  };
}

function isAsInProject(copy: string, { name, isFolder }: Part): boolean {
  const original = path.join(PROJECT, name);
  try {
    return isFolder
      ? readdirSync(copy).length === readdirSync(original).length
      : readFileSync(copy).equals(readFileSync(original));
  } catch {
    return false;
  }
}

interface Part {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a copy has, folders before what lies in them: looked up once, for it is copied a thousand times. */
const PARTS: readonly Part[] = [
  { name: "stet.yaml", isFolder: false },
  ...["articles", "images"].flatMap(folderParts),
];

function folderParts(folder: string): Part[] {
  const entries = readdirSync(path.join(PROJECT, folder), { withFileTypes: true });
  const inside = entries.flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? folderParts(name) : [{ name, isFolder: false }];
  });
  return [{ name: folder, isFolder: true }, ...inside];
}

/** Copies the sample newsroom into a folder that is there. */
export function copySample(folder: string): void {
  for (const { name, isFolder } of PARTS) {
    const copy = path.join(folder, name);
    if (isFolder) mkdirSync(copy);
    else copyFileSync(path.join(PROJECT, name), copy);
  }
}
