// GNU find as a helper of the walk: it looks at a file in half the time that Node takes, and several of them look at once.
// What it prints of a folder is only ever compared with what it printed before the folder was last walked: where that is the
// same, so are all names and stamps in it, and the walk need not look.
import { spawnSync } from "node:child_process";
import type { StoredFolders } from "../../index/folders.ts";
import { contentHash } from "../../newsroom/read/content-hash.ts";
import { processors } from "../../newsroom/processors.ts";
import type { Desk } from "../desk.ts";
import { namesInside, type WalkHelp } from "./walk-help.ts";

/** By their full names: no PATH decides what runs. */
const SHELL = "/bin/sh";
const FIND = "/usr/bin/find";

/** More of them wait for the same locks of the system. */
const MOST_AT_ONCE = 4;
/** A system takes two megabytes of arguments, and 128 KB of one. */
const MOST_FOLDERS = 10_000;

/**
 * Of each folder, first itself (`/`), then what is in it: names of folders behind a `/`, article files and links with what
 * stamps them. Hidden names are nobody's articles. A folder that is named by a link is looked into (-H), a link in it is not.
 */
const PRINT = [
  "-maxdepth 1 -noleaf",
  "-name '.?*' -o",
  String.raw`-type d -printf '/%P\0' -o`,
  String.raw`'(' -name '*.yaml' -o -name '*.yml' -o -type l ')' -printf '%P/%y%s/%T@/%C@/%i\0'`,
].join(" ");
const OPENING = Buffer.from("/\0");
const NEXT_OPENING = Buffer.from("\0/\0");
/** Stamps to the nanosecond: what prints less tells too little. */
const EXACT = /^[^/]+\/[a-z]\d+(?:\/-?\d+\.\d{9,}){2}\/\d+$/;

/** What find says of the folders that the index knows; undefined where it cannot be asked. 1.6 us a file. */
export function askFind({ root }: Pick<Desk, "root">, { listings }: StoredFolders): WalkHelp | undefined {
  const paths = [...listings.keys()];
  if (process.platform !== "linux" || paths.length > MOST_FOLDERS) return undefined;
  const seen = listingsOf(root, paths);
  if (seen === undefined) return undefined;
  const insides = namesInside(paths);
  return {
    // What was never seen is kept as an empty text, which is no hash.
    known: (path) => (seen.get(path) === listings.get(path) ? insides.get(path) : undefined),
    listingOf: (path) => seen.get(path) ?? "",
  };
}

function listingsOf(root: string, paths: readonly string[]): ReadonlyMap<string, string> | undefined {
  const lanes = Math.min(MOST_AT_ONCE, processors(), paths.length);
  const outputs = runFinds(root, paths, lanes);
  const listings = new Map<string, string>();
  for (const [lane, output] of outputs.entries()) {
    const asked = paths.filter((_, at) => at % lanes === lane);
    const parts = partsOf(output);
    // Of a folder that has gone nothing is printed, and whose part is whose cannot be told.
    if (parts.length !== asked.length || !isExact(output)) return undefined;
    for (const [at, path] of asked.entries()) listings.set(path, contentHash(parts[at] ?? output));
  }
  return outputs.length === 0 ? undefined : listings;
}

/** What each of them printed; nothing where one did not end well. */
function runFinds(root: string, paths: readonly string[], lanes: number): readonly Buffer[] {
  const descriptors = Array.from({ length: lanes }, (_, lane) => (lane === 0 ? 1 : lane + 2));
  const script = findScript(descriptors, paths.length);
  // A name of a folder is an argument, and never a part of the script.
  const folders = paths.map((path) => `./${path}`);
  const printed = run(root, [script, SHELL, ...folders], descriptors);
  return printed === undefined ? [] : descriptors.map((descriptor) => bufferOf(printed[descriptor]));
}

/** What the shell runs of so many folders: a find to each descriptor, all at once; it fails where one of them does. */
export function findScript(descriptors: readonly number[], count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const finds = descriptors.map((descriptor, lane) => {
    const folders = numbers.filter((at) => at % descriptors.length === lane).map((at) => `"\${${at + 1}}"`);
    return `${FIND} -H ${folders.join(" ")} ${PRINT} >&${descriptor} & all="$all $!"`;
  });
  return [STOPPING, ...finds, "for each in $all; do wait $each || exit 1; done"].join("\n");
}

/** A shell keeps Ctrl-C from what it runs in the background. */
const STOPPING = "trap 'kill $all; exit 1' INT QUIT TERM";

type Output = readonly (string | Buffer | null)[];

/** What came from each descriptor; undefined where a program may not be started, or has failed. */
function run(root: string, script: readonly string[], descriptors: readonly number[]): Output | undefined {
  try {
    const { status, output } = spawnSync(SHELL, ["-c", ...script], {
      cwd: root,
      env: { LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore", ...descriptors.slice(1).map(() => "pipe" as const)],
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    return status === 0 ? output : undefined;
  } catch {
    // Node does not start what is forbidden (--permission), or named by what nothing can be named.
    return undefined;
  }
}

function bufferOf(output: string | Buffer | null | undefined): Buffer {
  return Buffer.isBuffer(output) ? output : Buffer.alloc(0);
}

/** The output cut before each folder that was named. */
function partsOf(output: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  if (!output.subarray(0, OPENING.length).equals(OPENING)) return parts;
  for (let start = 0; start < output.length;) {
    const next = output.indexOf(NEXT_OPENING, start);
    const end = next === -1 ? output.length : next + 1;
    parts.push(output.subarray(start, end));
    start = end;
  }
  return parts;
}

/** One record tells what all of them are like; where there is no file there is none to miss. */
function isExact(output: Buffer): boolean {
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    const record = output.toString("latin1", start, end === -1 ? output.length : end);
    if (!record.startsWith("/")) return EXACT.test(record);
    start += record.length + 1;
  }
  return true;
}
