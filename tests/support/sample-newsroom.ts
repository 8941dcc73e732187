// Copies of the sample newsroom at the project's root, for tests that change it.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

export const PROJECT: string = path.resolve(import.meta.dirname, "../..");

/** A fresh copy of stet.yaml, articles/ and images/, gone when the test ends. */
export function sampleNewsroom(): string {
  const folder = temporaryFolder();
  copySample(folder);
  return folder;
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
