// A worker thread's whole program: files of a site, made and written into the tree nobody is shown yet. The bundle has it
// as a file of its own.
import threads from "node:worker_threads";
import { writeInTree } from "../../../newsroom/site/publish-tree.ts";
import type { MadeFile } from "../../../publish/planned-file.ts";
import { sourceHash } from "../../../newsroom/read/content-hash.ts";
import { makeFile, type SiteJob } from "./make-file.ts";
import { pageMaking } from "./make-page.ts";
import type { PageOrder, PageSource } from "./make-threads.ts";

const { desk, site, tree }: PageSource = threads.workerData;
const making = pageMaking(desk, { ...site, sourceHash });
const folders = new Set<string>();

interface Order extends PageOrder {
  readonly job: SiteJob;
}

threads.parentPort?.on("message", (orders: readonly Order[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  threads.parentPort?.postMessage(orders.map(made));
});

/** What cannot be made or written here is left to the main thread, which knows how to say why. */
function made({ path, job }: Order): MadeFile | undefined {
  try {
    return writeInTree(tree, path, makeFile(making, job), folders);
  } catch {
    return undefined;
  }
}
