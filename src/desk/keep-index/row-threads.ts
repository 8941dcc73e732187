// Rows made in worker threads beside this one, where there are enough files to pay for the threads and the program is
// built: a thread starts from a file of JavaScript (row-worker.ts in the bundle).
import type { BoundRow } from "../../index/bound-row.ts";
import { rowMaker, type RowRequest, type RowSource } from "./make-rows.ts";
import { collectSooner, LARGE } from "../keep-heap-small.ts";
import { startThreads, type Thread } from "../start-thread.ts";

/** A row, or nothing for a file that is as the index has it. */
export type MadeRow = BoundRow | undefined;

/** A thread costs 50 ms before its first row; below this the main thread is done sooner. */
const WORTH_A_THREAD = 600;
const BATCH = 32;
/** Beyond this the one writer of the index is what the threads wait for. */
const MOST_THREADS = 4;

type RowThread = Thread<RowRequest, MadeRow>;

/** Per cent: little is held, but rows that wait for the writer outlive what is collected often. Less takes 5 % more time. */
const HEAP_GROWTH = 50;

/** Batches a thread has before it, so that it does not wait while this one writes. */
const LANES = 4;

/**
 * Makes the rows of all requests and hands them to `take`, a batch at a time, in no particular order. Each thread has four
 * batches under way, so memory does not grow with the number of files. Rejects with what `take` throws.
 */
export async function makeRows(
  source: RowSource,
  requests: readonly RowRequest[],
  take: (rows: readonly MadeRow[]) => void,
): Promise<void> {
  if (requests.length > LARGE) collectSooner(HEAP_GROWTH);
  const batches = batchesOf(requests);
  const threads = startRowThreads(source, requests.length);
  let arrived = 0;
  const takeArrived: Take = (rows) => {
    arrived++;
    take(rows);
  };
  try {
    const lanes = threads.flatMap((thread) =>
      Array.from({ length: LANES }, () => threadLane(thread, source, batches, takeArrived)),
    );
    await Promise.all([...lanes, ownLane(source, batches, take, () => arrived)]);
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

function* batchesOf(requests: readonly RowRequest[]): Generator<readonly RowRequest[], void, undefined> {
  for (let at = 0; at < requests.length; at += BATCH) yield requests.slice(at, at + BATCH);
}

type Batches = Iterator<readonly RowRequest[], void, undefined>;
type Take = (rows: readonly MadeRow[]) => void;

/** Where a thread does not start, or ends, its batch is made here, and the others have the rest. */
async function threadLane(thread: RowThread, source: RowSource, batches: Batches, take: Take): Promise<void> {
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const requests = next.value;
    const rows = await thread.send(requests).catch(() => undefined);
    take(rows ?? requests.map(rowMaker(source)));
    if (rows === undefined) return;
  }
}

/** This thread makes rows, too, while it has none to take: what threads can do is left to them. */
async function ownLane(
  source: RowSource,
  batches: Batches,
  take: Take,
  arrivals: () => number,
): Promise<void> {
  for (let arrived = -1; ;) {
    if (arrived === arrivals()) {
      const next = batches.next();
      if (next.done === true) return;
      take(next.value.map(rowMaker(source)));
    }
    arrived = arrivals();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function startRowThreads(source: RowSource, files: number): RowThread[] {
  const { root, settings, limits } = source;
  const most = files < WORTH_A_THREAD ? 0 : MOST_THREADS;
  return startThreads({ program: "row-worker.cjs", data: { root, settings, limits }, most });
}
