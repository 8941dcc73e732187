// A worker thread's whole program: files of a site, made and written into the tree nobody is shown yet. The bundle has it
// as a file of its own.
import threads from "node:worker_threads";
import { writeInTree, type KnownFolders } from "../../../newsroom/site/publish-tree.ts";
import type { MadeFile } from "../../../publish/planned-file.ts";
import { sourceHash } from "../../../newsroom/read/content-hash.ts";
import { makeFile, type SiteJob } from "./make-file.ts";
import { pageMaking, type PageMaking } from "./make-page.ts";
import type { PageOrder, PageSource } from "./make-threads.ts";

interface Order extends PageOrder {
  readonly job: SiteJob;
}

interface Place {
  readonly making: PageMaking;
  readonly tree: string;
  readonly folders: KnownFolders;
}

/** What the first message says. */
let place: Place | undefined;

threads.parentPort?.on("message", (questions: readonly (PageSource | Order)[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  threads.parentPort?.postMessage(questions.map(answer));
});

function answer(question: PageSource | Order): MadeFile | undefined {
  if ("job" in question) return place && made(place, question);
  const { desk, site, tree } = question;
  place = { making: pageMaking(desk, { ...site, sourceHash }), tree, folders: new Set() };
  return undefined;
}

/** What cannot be made or written here is left to the main thread, which knows how to say why. */
function made({ making, tree, folders }: Place, { path, job }: Order): MadeFile | undefined {
  try {
    return writeInTree(tree, path, makeFile(making, job), folders);
  } catch {
    return undefined;
  }
}
