// The walk's second thread, a whole program: looks at one folder after the other, the last first, until all are taken. The
// bundle has it as a file of its own.
import threads from "node:worker_threads";
import { plainDigest } from "../../newsroom/walk/walk-folders.ts";
import { CHANGED, FREE, THEIRS, UNCHANGED, type WalkOrder } from "./walk-order.ts";

const { root, articles, folders, states }: WalkOrder = threads.workerData;

for (let place = folders.length - 1; place >= 0; place--) {
  const [path = "", digest = ""] = folders[place] ?? [];
  if (Atomics.compareExchange(states, place, FREE, THEIRS) !== FREE) continue;
  let state = CHANGED;
  try {
    if (digest !== "" && plainDigest(root, articles, path) === digest) state = UNCHANGED;
  } finally {
    Atomics.store(states, place, state);
    Atomics.notify(states, place);
  }
}
