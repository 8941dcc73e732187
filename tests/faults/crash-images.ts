// What a kill leaves, without a process for each: the work is done once, in the test's own process, and the newsroom copied
// as it lies there before each operation that changes something, and half-way through each write. A process killed at that
// moment leaves just this: the kernel keeps what was written and lets go of what was locked.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { injectFaults, type Operation } from "./inject-faults.ts";
import type { KillReport, Moment } from "./kill-everywhere.ts";

export interface ImageTrial {
  /** Fills a fresh, empty folder. */
  readonly setup: (folder: string) => void;
  /** Does synchronously what may be killed. */
  readonly work: (folder: string) => void;
  /** Throws when the newsroom is not as it should be at that moment, or (`finished`) after the whole work. */
  readonly check: (folder: string, moment: Moment) => void;
}

/** Checks every moment; returns how many there were, by what a kill there would be. */
export function checkCrashImages({ setup, work, check }: ImageTrial): KillReport {
  const parent = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-images-")));
  const folder = path.join(parent, "newsroom");
  const images: { readonly image: string; readonly moment: Moment }[] = [];
  const report = { kill: 0, "kill-half": 0 };
  const take = (mode: keyof KillReport): string => {
    const moment = { mode, at: ++report[mode], finished: false };
    const image = path.join(parent, `${mode}-${moment.at}`);
    copyFolder(folder, image);
    images.push({ image, moment });
    return image;
  };
  try {
    fs.mkdirSync(folder);
    setup(folder);
    beforeEachChange(
      (operation) => {
        take("kill");
        if (operation.data !== undefined) writeHalf(operation, folder, take("kill-half"));
      },
      () => work(folder),
    );
    for (const { image, moment } of images) check(image, moment);
    check(folder, { mode: "kill", at: report.kill + 1, finished: true });
    return report;
  } finally {
    fs.rmSync(parent, { recursive: true });
  }
}

/** Does the work, and `look` before each of its operations that changes something; what `look` does itself is not seen. */
function beforeEachChange(look: (operation: Operation) => void, work: () => void): void {
  let isLooking = false;
  const end = injectFaults(fs, (operation) => {
    if (isLooking || !operation.mutates) return "pass";
    isLooking = true;
    look(operation);
    isLooking = false;
    return "pass";
  });
  try {
    work();
  } finally {
    end();
  }
}

/** Not `cpSync`: when it is first called, Node takes hold of the functions that stand in for the file system's own. */
function copyFolder(from: string, to: string): void {
  fs.mkdirSync(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy);
    else fs.copyFileSync(source, copy);
  }
}

function writeHalf(
  { name, path: file, data = Buffer.alloc(0) }: Operation,
  folder: string,
  image: string,
): void {
  const copy = path.join(image, path.relative(folder, file));
  const half = data.subarray(0, Math.floor(data.length / 2));
  if (name === "writeSync") fs.appendFileSync(copy, half);
  else fs.writeFileSync(copy, half);
}
