// A worker thread's whole program: rows for the paths it is sent. The bundle has it as a file of its own.
import threads from "node:worker_threads";
import { rowMaker, type RowRequest, type RowSource } from "./make-rows.ts";

const source: RowSource = threads.workerData;
const { parentPort } = threads;

parentPort?.on("message", (requests: readonly RowRequest[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(requests.map(rowMaker(source)));
});
