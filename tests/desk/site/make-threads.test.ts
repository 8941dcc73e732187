// Threads that do not do what they should: what they leave is made by the main thread.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pageThreads, type PageThread } from "../../../src/desk/site/make/make-threads.ts";
import { reconcile } from "../../../src/publish/reconcile.ts";
import { freshIndex } from "../../../src/desk/keep-index/fresh-index.ts";
import type { Site } from "../../../src/render/site/site.ts";
import { destinationIn, planOf, siteFiles } from "../../publish/published-site.ts";
import { testDesk } from "../../support/test-desk.ts";

/** Begins each file it is asked for, and ends. */
function endingThread(): PageThread {
  let tree = "";
  return {
    send(messages) {
      for (const message of messages)
        if ("tree" in message) tree = message.tree;
        else fs.writeFileSync(path.join(tree, message.path), "tor");
      return Promise.reject(new Error("ended"));
    },
    stop: () => Promise.resolve(),
  };
}

test("what a thread had begun when it ended is made anew", async () => {
  const destination = destinationIn();
  const desk = testDesk(destination.root);
  const { index } = await freshIndex(desk);
  const threads = pageThreads(() => [endingThread()]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing of a site is looked at here
  const site = {} as Site;
  const makeAll = threads.makeAll({ desk, site, index, goOn: () => false });
  const texts = { "a.html": "A", "b.html": "B" };
  const plan = planOf(texts, () => ({ job: () => ({}) }));
  const { refused } = await reconcile(destination, plan, { wholeFrom: 1, makeAll });
  expect(refused).toEqual([]);
  expect(siteFiles(destination)).toEqual(texts);
});
