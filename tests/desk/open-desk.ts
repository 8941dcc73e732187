// A newsroom of given files, open at a given instant, gone when the test ends.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LIMITS } from "../../src/article/limits.ts";
import { openDesk, type Desk } from "../../src/desk/desk.ts";
import { readEntry, type Entry } from "../../src/desk/find/read-entries.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** 22 November 2026, a Sunday, 09:00 in Brussels. */
export const NOW: number = Date.parse("2026-11-22T09:00:00+01:00");

const SETTINGS = `stet: 1
name: The Courier
url: https://courier.example/
timezone: Europe/Brussels
sections: {world: World}
authors:
  ilse: {name: Ilse Vandermoor, email: ilse@courier.example}
`;

/** A desk over `files`, by name in articles/. */
export function deskWith(files: Readonly<Record<string, string>>, settings: string = SETTINGS): Desk {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), settings);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, "articles", name), text);
  return openDesk({
    cwd,
    store: undefined,
    env: {},
    now: NOW,
    command: "test",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
    clock: () => Date.now(),
  });
}

export function entryOf(desk: Desk, name: string): Entry {
  return readEntry(desk, `articles/${name}`);
}

export function textOf(desk: Desk, name: string): string {
  return readFileSync(path.join(desk.root, "articles", name), "utf8");
}
