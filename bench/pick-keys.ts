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
import { selectPaths } from "../src/index/select-files.ts";
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
  "id:*",
  "id:01*",
  "id~-",
  "id:*a",
  "-id:0*",
  "slug:*",
  "slug:any",
  "status:*",
  "status:any",
  "status~i",
  "section:*",
  "-section:x",
  "section:world OR section:sport",
  "kind:*",
  "lang:*",
  "tag~e",
  "tag:*e",
  "-tag:r*",
  "author~e",
  "author:be*",
  "-author:be*",
  "words>0",
  "words:any",
  "published:..2027",
  "published:any",
  "updated:any",
  "embargo:none",
  "expires:..2027",
  "NOT x",
  "NOT body:e",
  "body:the OR is:live",
  "body:any",
  "-body:none",
  "body:bus",
  "bus",
  "ta*",
  "t* OR e*",
  "body:t*",
  "body:s* body:t*",
  "body:e* OR id:0* OR tag:*",
  "-(body:e* id:0*)",
  "summary:e*",
  "summary:ta",
  "headline:t*",
  "summary~e",
  "correction:none",
  "correction:any",
  "url~e",
  "url:none",
  "x.foo:none",
  "x.foo:*",
  "is:invalid",
  "-is:invalid",
  "is:stale",
  "is:corrected",
  "has:related",
  "(id:0* OR id:1*) words>3 -body:zq*",
  '"fa bus ta"',
  'body:"bus ta"',
  "headline~/^[a-m].*s$/",
  "slug~/^[a-m].*s$/",
  "tag~/^[a-m].*s$/",
  "id~/^0[0-9a-f]*-c/",
  "a b c d e f g h",
  "to be or not to be that is the question whether tis nobler in the mind to suffer the slings and arrows of outrageous fortune or to take arms",
];

/**
 * Milliseconds of each key, in the order they were pressed: of processor time, to which threads that collect beside this one
 * add, or as the clock has it, to which other programs add; whichever is less.
 */
export type TimedKeys = readonly (readonly [string, number])[];

export function timeKeys(folder: string): TimedKeys {
  const { press, close } = openPicker(folder);
  const typed = TYPED.flatMap(beginningsOf);
  const keys = [...new Set(typed)].map(press);
  close();
  return keys;
}

/** Each pasted whole into a picker that was just opened. */
export function timePastes(folder: string): TimedKeys {
  return TYPED.map((term) => {
    const { press, close } = openPicker(folder);
    const timed = press(term);
    close();
    return timed;
  });
}

/** Nobody waits until all articles have been read. */
const MOST_PIECES = 500;

/** Of what the pause behind each has to do, the slowest piece: for that long a key may have to wait. */
export function timePauses(folder: string): TimedKeys {
  const { press, isPartial, close } = openPicker(folder);
  const timed = TYPED.map((term): readonly [string, number] => {
    press(term);
    let most = 0;
    for (let pieces = 0; pieces < MOST_PIECES && isPartial(); pieces++) most = Math.max(most, press(term)[1]);
    return [term, most];
  });
  close();
  return timed;
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

/** More than a picker follows one by one: all articles are read again. */
const VERY_MANY = 1_200;

/** Behind such a change that another stet has met, a key and each piece that its pause has to do; in the end all is as it was. */
export function timePiecesBehindManyWrites(folder: string): TimedKeys {
  const { press, isPartial, close } = openPicker(folder);
  const paths = firstPaths(folder, VERY_MANY);
  const texts = new Map(paths.map((file) => [file, readFileSync(file, "utf8")]));
  const writing = (change: string): void => {
    for (const [file, text] of texts) writeFileSync(file, text + change);
    const other = deskOf(folder);
    freshIndexNow(other);
    closeIndexOf(other);
  };
  writing("\n  A change.\n");
  const pieces = [press("harbour")];
  while (isPartial()) pieces.push(press("harbour"));
  writing("");
  close();
  return pieces;
}

function firstPaths(folder: string, count: number): string[] {
  const desk = deskOf(folder);
  const paths = selectPaths(freshIndexNow(desk).index, { kind: "all" }, desk.now) ?? new Set();
  closeIndexOf(desk);
  return [...paths].slice(0, count).map((file) => path.join(path.resolve(folder), file));
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
  /** Of the last answer. */
  readonly isPartial: () => boolean;
  readonly newest: string;
  readonly close: () => void;
}

function openPicker(folder: string): Picker {
  const desk = deskOf(folder);
  const source = articleSource(desk, readQuery(desk, []));
  const all = source("");
  const terminal = { isTerminal: true, columns: 100, write: () => Promise.resolve() };
  const style = styleFor(terminal, { env: {} }, "auto", false);
  let answer = source("");
  const press = (term: string): readonly [string, number] => {
    const began = process.cpuUsage();
    const start = performance.now();
    const state = { term, cursor: 0, marked: [] };
    answer = source(term);
    drawPick({ state, answer, all, many: true, verb: "edit", style, columns: 100, size: 10 });
    const { user, system } = process.cpuUsage(began);
    return [term, Math.min((user + system) / 1000, performance.now() - start)];
  };
  // The list stands on the screen before the first key.
  press("");
  return {
    press,
    isPartial: () => answer.isPartial === true,
    newest: all.rows[0]?.path ?? "",
    close: () => closeIndexOf(desk),
  };
}
