// The files of a whole new site, made by worker threads and by this one: each takes the next batch when it is done.
import { readingTogether, type Index } from "../../../index/open-index.ts";
import { dropFromTree } from "../../../newsroom/site/publish-tree.ts";
import type { MadeFile, MakeAll, PlannedFile } from "../../../publish/planned-file.ts";
import type { Site } from "../../../render/site/site.ts";
import { startThreads, type Thread } from "../../start-thread.ts";
import type { PageDesk } from "./make-page.ts";

/** What a thread is told before anything else: plain data. */
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

export type PageThread = Thread<PageSource | PageOrder, MadeFile | undefined>;

const BATCH = 16;
/** Beyond this they wait for one disk. */
const MOST_THREADS = 3;
/** Batches on their way to a thread, so that it never waits for work while this one makes a long file. */
const LANES = 4;

export interface PageThreads {
  /** Starts them now, so that they load their program while the site is planned: 0.1 s. Else they start for `makeAll`. */
  readonly start: () => void;
  /** Makes the files of a site in the threads, as far as there are any. */
  readonly makeAll: (making: ThreadMaking) => MakeAll;
  /** To be called in any case. */
  readonly stop: () => Promise<unknown>;
}

export interface ThreadMaking {
  readonly desk: PageDesk;
  readonly site: Site;
  /** What the jobs of files need is read from it. */
  readonly index: Index;
  /** Other work of this thread's, a few milliseconds at a time; false once there is none. Pages come after it. */
  readonly goOn: () => boolean;
}

/** `begin` starts them when they are first wanted. */
export function pageThreads(begin: () => readonly PageThread[] = startPageThreads): PageThreads {
  let threads: readonly PageThread[] | undefined;
  const started = (): readonly PageThread[] => {
    threads ??= begin();
    return threads;
  };
  return {
    start: () => void started(),
    makeAll: (making) => (files, tree, make, take) =>
      makeInThreads(started(), making, { files, tree, make, take }),
    stop: () => Promise.all((threads ?? []).map((thread) => thread.stop())),
  };
}

function startPageThreads(): readonly PageThread[] {
  return startThreads({ program: "page-worker.cjs", data: undefined, most: MOST_THREADS });
}

interface Call {
  readonly files: readonly PlannedFile[];
  readonly tree: string;
  readonly make: Make;
  readonly take: Take;
}

async function makeInThreads(
  threads: readonly PageThread[],
  { desk, site, index, goOn }: ThreadMaking,
  { files, tree, make, take }: Call,
): Promise<void> {
  const { root, settings, limits, now } = desk;
  const { sourceHash: _1, ...plain } = site;
  const source: PageSource = { desk: { root, settings, limits, now }, site: plain, tree };
  // Of one that has ended the lanes end, too.
  for (const thread of threads) thread.send([source]).catch(() => undefined);
  const batches = batchesOf(files.filter(({ job }) => job !== undefined));
  const own = files.filter(({ job }) => job === undefined);
  const lanes = threads.flatMap((thread) => Array.from({ length: LANES }, () => thread));
  await Promise.all([
    ...lanes.map((thread) => threadLane({ thread, index, tree }, batches, make, take)),
    ownLane({ own, goOn, make }, batches),
  ]);
}

/** One of the ways to a thread. */
interface Lane {
  readonly thread: PageThread;
  readonly index: Index;
  readonly tree: string;
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
      // One that has ended may have begun it.
      if (made === undefined) dropFromTree(lane.tree, file.path);
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

interface OwnLane extends Pick<ThreadMaking, "goOn">, Pick<Call, "make"> {
  readonly own: readonly PlannedFile[];
}

/** This thread makes what has no job, does its other work, and then makes what others have not taken yet. */
async function ownLane({ own, goOn, make }: OwnLane, batches: Batches): Promise<void> {
  for (const file of own) {
    await make(file);
    await untilOthersAreHeard();
  }
  while (goOn()) await untilOthersAreHeard();
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    for (const file of next.value) await make(file);
    await untilOthersAreHeard();
  }
}

function untilOthersAreHeard(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
