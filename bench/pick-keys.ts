// What one key costs in the picker: the rows a term finds and the screen they are drawn on, as a person types words
// and asks by field. Started by pick-keys.mjs.
import path from "node:path";
import { LIMITS } from "../src/article/limits.ts";
import { styleFor } from "../src/cli/style.ts";
import { drawPick } from "../src/cli/prompts/pick-screen.ts";
import { articleSource } from "../src/desk/find/article-source.ts";
import { openDesk } from "../src/desk/desk.ts";
import { closeIndexOf } from "../src/desk/keep-index/fresh-index.ts";
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
export function timeKeys(folder: string): readonly (readonly [string, number])[] {
  const now = Date.now();
  const desk = openDesk({
    cwd: path.resolve(folder),
    store: undefined,
    env: {},
    now,
    clock: Date.now,
    command: "bench",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
  });
  const source = articleSource(desk, readQuery(desk, []));
  const all = source("").total;
  const output = { isTerminal: true, columns: 100, write: () => Promise.resolve() };
  const io = {
    stdin: { isTerminal: true, readAll: () => Promise.resolve(Buffer.alloc(0)) },
    stdout: output,
    stderr: output,
    env: {},
    cwd: folder,
    shellPid: undefined,
    now: () => now,
    clock: () => now,
    random: (count: number) => new Uint8Array(count),
  };
  const style = styleFor(output, io, "auto", false);
  const press = (term: string): readonly [string, number] => {
    const began = process.cpuUsage();
    const state = { term, cursor: 0, marked: [] };
    drawPick({ state, answer: source(term), all, many: true, verb: "edit", style, columns: 100, size: 10 });
    const { user, system } = process.cpuUsage(began);
    return [term, (user + system) / 1000];
  };
  const typed = TYPED.flatMap((words) => Array.from(words, (_, index) => words.slice(0, index + 1)));
  // The list stands on the screen before the first key.
  press("");
  const keys = [...new Set(typed)].map(press);
  closeIndexOf(desk);
  return keys;
}
