// What one key costs in the picker: the rows a term finds and the screen they are drawn on, as a person types words
// and asks by field. Started by pick-keys.mjs.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LIMITS } from "../src/article/limits.ts";
import { styleFor } from "../src/cli/style.ts";
import { drawPick } from "../src/cli/prompts/pick-screen.ts";
import { articleSource } from "../src/desk/find/article-source.ts";
import { openDesk, type Desk } from "../src/desk/desk.ts";
import { freshIndexNow } from "../src/desk/keep-index/fresh-index.ts";
import { closeIndexOf } from "../src/desk/keep-index/held-index.ts";
import { readQuery } from "../src/desk/find/read-query.ts";

/** Words and every kind of question, typed letter by letter; a letter taken back costs nothing, as the answer is kept. */
const TYPED = [
  "the budget of",
  "section:world is:live",
  "zqx",
  "harbour strike",
  "e",
  "slug:a*",
  "slug:*a",
  "slug~ab",
  "id:0",
  "id:0*",
  "author:*",
  "tag:*",
  "lang:en",
  "kind:news",
  "status:published",
  "words>300",
  "updated:2024..",
  "published:2026",
  "headline~e",
  "body:e*",
  "has:image",
  "-tag:x",
  "-is:live",
  "is:draft OR is:review",
  "x.foo:1",
  "url:any",
  "text:foo",
  "created:2020..",
  "NOT (tag:a*)",
];

/** Milliseconds of processor time of each key, in the order they were pressed. */
export type TimedKeys = readonly (readonly [string, number])[];

export function timeKeys(folder: string): TimedKeys {
  const { press, close } = openPicker(folder);
  const typed = TYPED.flatMap(beginningsOf);
  const keys = [...new Set(typed)].map(press);
  close();
  return keys;
}

function beginningsOf(words: string): string[] {
  return Array.from(words, (_, index) => words.slice(0, index + 1));
}

/** Each behind a change of the newest article that another stet has met; in the end the article is as it was. */
export function timeKeysBehindWrites(folder: string): TimedKeys {
  const { press, close, newest } = openPicker(folder);
  const file = path.join(path.resolve(folder), newest);
  const text = readFileSync(file, "utf8");
  const writing = (change: string): void => {
    writeFileSync(file, text + change);
    const other = deskOf(folder);
    freshIndexNow(other);
    closeIndexOf(other);
  };
  const keys = beginningsOf("harbour strike").map((term, at) => {
    writing(`\n  Change ${at}.\n`);
    return press(term);
  });
  writing("");
  close();
  return keys;
}

function deskOf(folder: string): Desk {
  return openDesk({
    cwd: path.resolve(folder),
    store: undefined,
    env: {},
    now: Date.now(),
    clock: Date.now,
    command: "bench",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
  });
}

interface Picker {
  readonly press: (term: string) => readonly [string, number];
  readonly newest: string;
  readonly close: () => void;
}

function openPicker(folder: string): Picker {
  const desk = deskOf(folder);
  const source = articleSource(desk, readQuery(desk, []));
  const { rows, total: all } = source("");
  const terminal = { isTerminal: true, columns: 100, write: () => Promise.resolve() };
  const style = styleFor(terminal, { env: {} }, "auto", false);
  const press = (term: string): readonly [string, number] => {
    const began = process.cpuUsage();
    const state = { term, cursor: 0, marked: [] };
    drawPick({ state, answer: source(term), all, many: true, verb: "edit", style, columns: 100, size: 10 });
    const { user, system } = process.cpuUsage(began);
    return [term, (user + system) / 1000];
  };
  // The list stands on the screen before the first key.
  press("");
  return { press, newest: rows[0]?.path ?? "", close: () => closeIndexOf(desk) };
}
