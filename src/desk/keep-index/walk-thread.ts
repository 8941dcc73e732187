// A second thread for the walk of a large newsroom: it looks, from the other end, at the folders that the index knows, and
// says of each whether anything in it has changed. What it does not get to, or is not sure of, the walk looks at itself.
import threads from "node:worker_threads";
import { articlesFolder } from "../../article/settings.ts";
import type { StoredFolders } from "../../index/folders.ts";
import { processors } from "../../newsroom/processors.ts";
import type { Desk } from "../desk.ts";
import { programOf } from "../thread-program.ts";
import { namesInside, type WalkHelp } from "./walk-help.ts";
import { FREE, OURS, THEIRS, UNCHANGED, type WalkOrder } from "./walk-order.ts";

/** A thread needs 20 ms before its first folder; in fewer files the walk is done sooner. */
const WORTH_A_THREAD = 20_000;
/** A folder takes milliseconds. A thread that is longer at one has died. */
const PATIENCE_MS = 5_000;

const NO_HELP: WalkHelp = { known: () => undefined };

/**
 * Starts the thread where it pays and there is a processor for it; it ends by itself. Costs 2 ms. A single folder is not
 * shared: of 640 ms for 100,000 files in one, half of their lstat is 140 ms, and to hand over their names costs 30.
 */
export function walkThread(desk: Desk, stored: StoredFolders): WalkHelp {
  const program = programOf("walk-worker.cjs");
  if (program === undefined || processors() < 2) return NO_HELP;
  if (stored.files < WORTH_A_THREAD || stored.digests.size < 2) return NO_HELP;
  const order = orderOf(desk, stored);
  try {
    const worker = new threads.Worker(program, { workerData: order });
    // One that does not start claims no folder, so nobody waits for it.
    worker.on("error", () => undefined);
    worker.unref();
  } catch {
    return NO_HELP;
  }
  return helpOf(order);
}

/** What a thread is asked: every folder that the index knows. */
export function orderOf({ root, settings }: Desk, { digests }: StoredFolders): WalkOrder {
  const states = new Int32Array(new SharedArrayBuffer(digests.size * Int32Array.BYTES_PER_ELEMENT));
  return { root, articles: articlesFolder(settings), folders: [...digests], states };
}

/** The answers of the thread that was given the order, as they come. */
export function helpOf({ folders, states }: WalkOrder): WalkHelp {
  const paths = folders.map(([path]) => path);
  const places = new Map(paths.map((path, at) => [path, at] as const));
  const insides = namesInside(paths);
  return {
    known: (path) => {
      const place = places.get(path);
      return place !== undefined && isUnchanged(states, place) ? (insides.get(path) ?? []) : undefined;
    },
  };
}

/** Takes the folder for this thread; what the other one has taken is waited for. */
function isUnchanged(states: Int32Array, place: number): boolean {
  const before = Atomics.compareExchange(states, place, FREE, OURS);
  if (before === THEIRS) Atomics.wait(states, place, THEIRS, PATIENCE_MS);
  return before !== FREE && Atomics.load(states, place) === UNCHANGED;
}
