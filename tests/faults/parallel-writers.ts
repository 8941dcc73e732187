// P7 as a trial of any size: several processes count in the same files; no acknowledged step may be missing.
import fs from "node:fs";
import { filesIn, makeNewsroom } from "./newsroom-folder.ts";
import { runDriver } from "./run-driver.ts";

export interface Race {
  readonly driver: string;
  readonly writers: number;
  readonly edits: number;
}

/** Each writer adds `edits` to a file all share and to one of its own; returns what is in the files at the end. */
export async function raceWriters({
  driver,
  writers,
  edits,
}: Race): Promise<Readonly<Record<string, string>>> {
  const names = Array.from({ length: writers }, (_, index) => `articles/own-${index}.yaml`);
  const root = makeNewsroom(
    Object.fromEntries(["articles/shared.yaml", ...names].map((name) => [name, "0"])),
  );
  try {
    const runs = names.map(async (name) => {
      for (const file of [name, "articles/shared.yaml"]) {
        const { exit, stderr } = await runDriver(driver, [root, "count", file, String(edits)]);
        if (exit !== 0) throw new Error(`exit ${exit}: ${stderr}`);
      }
    });
    await Promise.all(runs);
    return filesIn(root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

/** What raceWriters returns when nothing was lost. */
export function nothingLost({ writers, edits }: Race): Readonly<Record<string, string>> {
  const own = Array.from(
    { length: writers },
    (_, index) => [`articles/own-${index}.yaml`, String(edits)] as const,
  );
  return {
    "stet.yaml": "stet: 1\n",
    "articles/shared.yaml": String(writers * edits),
    ...Object.fromEntries(own),
  };
}
