// Files are stamped by a clock that ticks every few milliseconds, and later on a busy machine.
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Resolves when a file that is written has a later time than one that was written at the call. */
export async function nextStamp(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "stet-stamp-"));
  const file = path.join(folder, "probe");
  try {
    const called = stampedNow(file);
    while (stampedNow(file) === called) await sleep(1);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function stampedNow(file: string): bigint {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, "");
  return fs.statSync(file, { bigint: true }).mtimeNs;
}
