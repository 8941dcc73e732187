// The files of a whole new site, made by worker threads and by this one: each takes the next batch when it is done.
import { readingTogether, type Index } from "../../../index/open-index.ts";
import type { MadeFile, MakeAll, PlannedFile } from "../../../publish/planned-file.ts";
import type { Site } from "../../../render/site/site.ts";
import { startThreads, type Thread } from "../../start-thread.ts";
import type { PageDesk } from "./make-page.ts";

/** What a thread is started with: plain data. */
export interface PageSource {
  readonly desk: PageDesk;
  /** Plain data, without the function. */
  readonly site: Omit<Site, "sourceHash">;
  /** The absolute path of the folder to write to. */
  readonly tree: string;
}

/** One file for a thread to make. */
export interface PageOrder {
  /** In the tree. */
  readonly path: string;
  /** A SiteJob, of the plan of the desk. */
  readonly job: unknown;
}

const BATCH = 16;
/** Beyond this they wait for one disk. */
const MOST_THREADS = 3;

/** Makes the files of a site in threads, as far as there are any; what their jobs need is read from `index`. */
export function makeInThreads(desk: PageDesk, { sourceHash: _1, ...site }: Site, index: Index): MakeAll {
  const { root, settings, limits, now } = desk;
  return async (files, tree, make, take) => {
    const data: PageSource = { desk: { root, settings, limits, now }, site, tree };
    const threads = startThreads<PageOrder, MadeFile | undefined>({
      program: "page-worker.cjs",
      data,
      most: MOST_THREADS,
    });
    const batches = batchesOf(files.filter(({ job }) => job !== undefined));
    const lanes = threads.flatMap((thread) => [thread, thread]);
    try {
      await Promise.all([
        ...lanes.map((thread) => threadLane({ thread, index }, batches, make, take)),
        ownLane(
          files.filter(({ job }) => job === undefined),
          batches,
          make,
        ),
      ]);
    } finally {
      await Promise.all(threads.map((thread) => thread.stop()));
    }
  };
}

/** One of the ways to a thread: it has several, so that it never waits for work. */
interface Lane {
  readonly thread: Thread<PageOrder, MadeFile | undefined>;
  readonly index: Index;
}

type Batches = Iterator<readonly PlannedFile[], void, undefined>;
type Make = (file: PlannedFile) => Promise<void>;
type Take = (file: PlannedFile, made: MadeFile) => void;

function* batchesOf(files: readonly PlannedFile[]): Generator<readonly PlannedFile[], void, undefined> {
  for (let at = 0; at < files.length; at += BATCH) yield files.slice(at, at + BATCH);
}

/** What a thread does not make is made here; where it does not start, or ends, the others have the rest. */
async function threadLane(lane: Lane, batches: Batches, make: Make, take: Take): Promise<void> {
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const files = next.value;
    const made = await ordered(lane, files).catch(() => undefined);
    for (const [at, file] of files.entries()) {
      const answer = made?.[at];
      if (answer === undefined) await make(file);
      else take(file, answer);
    }
    if (made === undefined) return;
  }
}

async function ordered(
  { thread, index }: Lane,
  files: readonly PlannedFile[],
): Promise<readonly (MadeFile | undefined)[]> {
  return thread.send(readingTogether(index, () => files.map(orderOf)));
}

function orderOf(file: PlannedFile): PageOrder {
  return { path: file.path, job: file.job?.(file) };
}

/** This thread makes what has no job, and then what others have not taken yet. */
async function ownLane(own: readonly PlannedFile[], batches: Batches, make: Make): Promise<void> {
  for (const file of own) {
    await make(file);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    for (const file of next.value) await make(file);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
