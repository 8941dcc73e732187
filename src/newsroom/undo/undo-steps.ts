// What `stet undo` can take back: one file a step under `.stet/undo`, newest number last. A step is what one command
// changed under one lock, written line by line before each change (undo-journal.ts) and read back here.
import fs from "node:fs";
import { isObject } from "../../base/value-checks.ts";
import { hasStetFolder, makeStetFolder, stetPath } from "../stet-folder.ts";

/** One change of one file; paths are relative to the root, hashes those of contentHash. */
export type UndoChange =
  | {
      readonly kind: "write";
      readonly path: string;
      /** The text before; `null` where there was no file. */
      readonly before: string | null;
      readonly after: string;
    }
  | { readonly kind: "move"; readonly from: string; readonly to: string; readonly hash: string }
  | { readonly kind: "trash"; readonly path: string; readonly id: string }
  | { readonly kind: "restore"; readonly path: string; readonly id: string; readonly hash: string };

/** One command's changes in the order they were made; `at` is epoch milliseconds. */
export interface UndoStep {
  readonly name: string;
  readonly command: string;
  readonly at: number;
  readonly changes: readonly UndoChange[];
  /** More was changed than is kept: the step cannot be taken back. */
  readonly isTooLarge: boolean;
}

/** The most steps that are kept, and the most bytes of all of them. */
const MOST_STEPS = 20;
export const MOST_BYTES: number = 50 * 1024 * 1024;

const STEP_NAME = /^(\d{1,12})\.step$/;

/** The steps that can be read, the newest first. Takes no lock; empty where there are none. */
export function listUndoSteps(root: string): readonly UndoStep[] {
  return stepNames(root).flatMap((name) => readUndoStep(root, name) ?? []);
}

/** The newest step that can be read, without reading the older ones. */
export function lastUndoStep(root: string): UndoStep | undefined {
  for (const name of stepNames(root)) {
    const step = readUndoStep(root, name);
    if (step !== undefined) return step;
  }
  return undefined;
}

function readUndoStep(root: string, name: string): UndoStep | undefined {
  const written = readJournal(stetPath(root, "undo", name));
  return written === undefined ? undefined : { name, ...written };
}

/** What stands in a journal, finished or not, at an absolute path. */
export function readJournal(file: string): Omit<UndoStep, "name"> | undefined {
  try {
    return parseStep(fs.readFileSync(file, "utf8"));
  } catch {
    // Gone meanwhile, or not one of ours: it takes nothing back.
    return undefined;
  }
}

/** Forgets a step that was taken back. Throws Node's error where it cannot go. */
export function forgetUndoStep(root: string, name: string): void {
  fs.rmSync(stetPath(root, "undo", name), { force: true });
}

/** Gives a finished journal (an absolute path) its place as the newest step, and lets the oldest go. Call under the lock. */
export function promoteJournal(root: string, journal: string): void {
  const folder = makeStetFolder(root, "undo");
  const newest = Number.parseInt(stepNames(root)[0] ?? "0", 10);
  fs.renameSync(journal, `${folder}/${newest + 1}.step`);
  prune(root);
}

function prune(root: string): void {
  let bytes = 0;
  for (const [age, name] of stepNames(root).entries()) {
    bytes += fs.statSync(stetPath(root, "undo", name)).size;
    if (age >= MOST_STEPS || bytes > MOST_BYTES) forgetUndoStep(root, name);
  }
}

/** Newest first. */
function stepNames(root: string): readonly string[] {
  try {
    if (!hasStetFolder(root, "undo")) return [];
    return fs
      .readdirSync(stetPath(root, "undo"))
      .filter((name) => STEP_NAME.test(name))
      .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  } catch {
    return [];
  }
}

/** Whole lines count; a torn last one was never acted on. `undefined` for what is no step. */
function parseStep(text: string): Omit<UndoStep, "name"> | undefined {
  const [first = "", ...lines] = text.split("\n").slice(0, -1);
  const head: unknown = JSON.parse(first);
  if (!isHead(head)) return undefined;
  const changes: UndoChange[] = [];
  let isTooLarge = false;
  for (const line of lines) {
    const entry: unknown = JSON.parse(line);
    if (isChange(entry)) changes.push(entry);
    else if (isObject(entry) && entry["kind"] === "given-up") changes.pop();
    else if (isObject(entry) && entry["kind"] === "too-large") isTooLarge = true;
    else return undefined;
  }
  return { command: head.command, at: head.at, changes, isTooLarge };
}

function isHead(head: unknown): head is Pick<UndoStep, "command" | "at"> {
  return isObject(head) && typeof head["command"] === "string" && Number.isFinite(head["at"]);
}

const TEXTS: Readonly<Record<UndoChange["kind"], readonly string[]>> = {
  write: ["path", "after"],
  move: ["from", "to", "hash"],
  trash: ["path", "id"],
  restore: ["path", "id", "hash"],
};

/** Held to its shape: a newsroom, and what lies in its `.stet`, may come from anybody. */
function isChange(entry: unknown): entry is UndoChange {
  if (!isObject(entry)) return false;
  const { kind, before } = entry;
  if (kind !== "write" && kind !== "move" && kind !== "trash" && kind !== "restore") return false;
  if (kind === "write" && before !== null && typeof before !== "string") return false;
  return TEXTS[kind].every((key) => typeof entry[key] === "string");
}
