// The second thread of a large newsroom's walk, from the built program: whatever it has got to, the walk finds the same.
import { Worker } from "node:worker_threads";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFolders, type Difference } from "../../src/desk/keep-index/compare-folders.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { bringUpToDate } from "../../src/desk/keep-index/sync-index.ts";
import { CHANGED, OURS, UNCHANGED, type WalkOrder } from "../../src/desk/keep-index/walk-order.ts";
import { helpOf, orderOf } from "../../src/desk/keep-index/walk-thread.ts";
import { storedFolders } from "../../src/index/folders.ts";
import { anyChange } from "../index/change-newsroom.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { newsroom } from "../index/random-newsroom.ts";
import { PROGRAM } from "../support/run-stet.ts";

/** Files look old to it: only their stamps tell. */
const LATER = { clock: (): number => Date.now() + 3_600_000 };

/** Runs the thread's program to its end. */
function runThread(order: WalkOrder): Promise<number> {
  const program = path.resolve(path.dirname(PROGRAM), "../dist/walk-worker.cjs");
  return new Promise((resolve, reject) => {
    new Worker(program, { workerData: order }).once("exit", resolve).once("error", reject);
  });
}

/** What each folder turned out to be. */
function saidOf({ folders, states }: WalkOrder): Record<string, number | undefined> {
  return Object.fromEntries(folders.map(([name], at) => [name, states[at]]));
}

/** In no order: a thread's folders come when they come. */
function sorted({ changed, gone, folders, goneFolders, problems }: Difference): unknown {
  const states = folders.map(({ path, digest }) => `${path} ${digest}`);
  return [changed, gone, states, goneFolders, problems.map(({ message }) => message)].map((list) =>
    list.toSorted(),
  );
}

describe("the thread", () => {
  const FILES = {
    "stet.yaml": "stet: 1\n",
    "articles/2025/a.yaml": "headline: One\n",
    "articles/2026/b.yaml": "headline: Two\n",
    "articles/2026/11/c.yaml": "headline: Three\n",
  };
  /** What the thread says after a change. */
  const afterwards = (change: (root: string, desk: Desk) => void): Promise<unknown> =>
    withNewsroom(FILES, (root) =>
      withDesk(
        root,
        async (desk) => {
          const { index } = freshIndexNow(desk);
          change(root, desk);
          const order = orderOf(desk, storedFolders(index));
          expect(await runThread(order)).toBe(0);
          return saidOf(order);
        },
        LATER,
      ),
    );
  const same = {
    articles: UNCHANGED,
    "articles/2025": UNCHANGED,
    "articles/2026": UNCHANGED,
    "articles/2026/11": UNCHANGED,
  };

  test("finds nothing changed where nothing has", async () => {
    expect(await afterwards(() => undefined)).toEqual(same);
  });

  test("finds an edit in its folder alone", async () => {
    const found = await afterwards((root) => put(root, "articles/2026/b.yaml", "headline: Zwei\n"));
    expect(found).toEqual({ ...same, "articles/2026": CHANGED });
  });

  test("finds a new folder in the one that holds it", async () => {
    const found = await afterwards((root) => put(root, "articles/2026/12/d.yaml", "headline: Four\n"));
    expect(found).toEqual({ ...same, "articles/2026": CHANGED });
  });
});

test("who makes the first index says so with each folder that is looked at, before any file is read", () =>
  withNewsroom(
    { "stet.yaml": "stet: 1\n", "articles/2025/a.yaml": "headline: One\n", "articles/2026/b.txt": "" },
    (root) =>
      withDesk(
        root,
        async (desk) => {
          const { index } = freshIndexNow(desk);
          let times = 0;
          await bringUpToDate(desk, index, { goingOn: () => times++ });
          expect(times).toBe(3);
        },
        LATER,
      ),
  ));

describe("links", () => {
  const FILES = { "stet.yaml": "stet: 1\n", "shared/a/b/c.yaml": "headline: One\n" };
  /** What the walk finds to do, with a thread that has seen everything, and without one. */
  const differences = (
    before: (root: string) => void,
    after: (root: string) => void,
  ): Promise<readonly Difference[]> =>
    withNewsroom(FILES, (root) => {
      before(root);
      return withDesk(
        root,
        async (desk) => {
          const { index } = freshIndexNow(desk);
          after(root);
          const order = orderOf(desk, storedFolders(index));
          await runThread(order);
          const help = helpOf(order);
          return [
            compareFolders(desk, index, () => help),
            compareFolders(desk, index, () => ({ known: () => undefined })),
          ];
        },
        LATER,
      );
    });

  test("a folder is found under its other name when the link that had it is gone", async () => {
    const [helped, alone] = await differences(
      (root) => {
        fs.mkdirSync(`${root}/articles`);
        fs.symlinkSync("../shared/a/b", `${root}/articles/first`);
        fs.symlinkSync("../shared/a", `${root}/articles/second`);
      },
      (root) => fs.rmSync(`${root}/articles/first`),
    );
    expect(helped?.changed).toEqual(["articles/second/b/c.yaml"]);
    expect(helped).toEqual(alone);
  });

  test("of two links to a folder the same one counts with the thread's help", async () => {
    const [helped, alone] = await differences(
      (root) => {
        for (const name of ["a", "a-b"]) {
          fs.mkdirSync(`${root}/articles/${name}`, { recursive: true });
          fs.symlinkSync("../../shared/a", `${root}/articles/${name}/link`);
        }
      },
      () => undefined,
    );
    expect(helped).toMatchObject({ changed: [], gone: [], goneFolders: [] });
    expect(helped).toEqual(alone);
  });
});

test("the walk finds the same with the thread's help, however far that has come", () =>
  fc.assert(
    fc.asyncProperty(newsroom, fc.array(anyChange), fc.infiniteStream(fc.boolean()), (files, made, isOurs) =>
      withNewsroom(files, (root) =>
        withDesk(
          root,
          async (desk) => {
            const { index } = freshIndexNow(desk);
            for (const { make } of made) make(root);
            const order = orderOf(desk, storedFolders(index));
            for (const at of order.states.keys()) order.states[at] = isOurs.next().value === true ? OURS : 0;
            await runThread(order);
            const help = helpOf(order);
            expect(sorted(compareFolders(desk, index, () => help))).toEqual(
              sorted(compareFolders(desk, index, () => ({ known: () => undefined }))),
            );
          },
          LATER,
        ),
      ),
    ),
    { numRuns: 15 },
  ));
