// Random newsrooms on the disk, for one example of a property each.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LIMITS } from "../../src/article/limits.ts";
import { openDesk, type Desk, type DeskOptions } from "../../src/desk/desk.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";
import type { Files } from "./random-newsroom.ts";

/** 22 November 2026, a Sunday, 09:00 in Brussels. */
export const NOW: number = Date.parse("2026-11-22T09:00:00+01:00");

/** Runs `work` in a folder of these files, gone when it returns or rejects. */
export async function withNewsroom<T>(files: Files, work: (root: string) => Promise<T>): Promise<T> {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-index-")));
  try {
    for (const [name, content] of Object.entries(files)) put(root, name, content);
    return await work(root);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** Writes one file, and the folders it lies in. */
export function put(root: string, name: string, content: string | Uint8Array): void {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** Runs `work` with a desk of the newsroom at `root`; its index is closed again. */
export async function withDesk<T>(
  root: string,
  work: (desk: Desk) => Promise<T> | T,
  options: Partial<DeskOptions> = {},
): Promise<T> {
  const desk = openDesk({
    cwd: root,
    store: undefined,
    env: {},
    now: NOW,
    clock: () => Date.now(),
    command: "test",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
    ...options,
  });
  try {
    return await work(desk);
  } finally {
    closeIndexOf(desk);
  }
}
