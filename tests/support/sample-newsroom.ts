// Copies of the sample newsroom at the project's root, for tests that change it.
import { cpSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

export const PROJECT: string = path.resolve(import.meta.dirname, "../..");

/** A fresh copy of stet.yaml, articles/ and images/, gone when the test ends. */
export function sampleNewsroom(): string {
  const folder = temporaryFolder();
  copySample(folder);
  return folder;
}

/** Copies the sample newsroom into a folder that is there. */
export function copySample(folder: string): void {
  for (const name of ["stet.yaml", "articles", "images"]) {
    cpSync(path.join(PROJECT, name), path.join(folder, name), { recursive: true });
  }
}
