// An index brought up to the files, change after change, is the index made of them anew: row for row, word for word.
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshIndex, freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { dumpIndex, type IndexDump } from "../index/dump-index.ts";
import { anyChange, type Change } from "../index/change-newsroom.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { newsroom, type Files } from "../index/random-newsroom.ts";
import { nextStamp } from "../support/next-stamp.ts";
import { runs } from "../support/runs.ts";

/** An hour ahead of the files: none is young, so only its stamps can tell that it has changed. */
const HOUR_MS = 3_600_000;
const LATER = (): number => Date.now() + HOUR_MS;

type Clock = () => number;

function incremental(root: string, clock: Clock, isSynchronous = false): Promise<IndexDump> {
  const options = { clock };
  return withDesk(
    root,
    async (desk) => dumpIndex((isSynchronous ? freshIndexNow(desk) : await freshIndex(desk)).index),
    options,
  );
}

async function rebuilt(root: string, clock: Clock): Promise<IndexDump> {
  const aside = path.join(root, ".stet.aside");
  fs.renameSync(path.join(root, ".stet"), aside);
  const dump = await incremental(root, clock);
  fs.rmSync(path.join(root, ".stet"), { recursive: true });
  fs.renameSync(aside, path.join(root, ".stet"));
  return dump;
}

async function expectSame(root: string, clock: Clock, isSynchronous = false): Promise<void> {
  const now = await incremental(root, clock, isSynchronous);
  expect(now).toEqual(await rebuilt(root, clock));
  expect(now.lost).toEqual({ names: 0, terms: 0, prose: 0 });
}

const changes = fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 });

/** With a clock that is so far ahead, and stands for each step: which files are young is in the index. */
async function follow(
  root: string,
  steps: readonly (readonly Change[])[],
  { aheadMs }: { readonly aheadMs: number },
): Promise<void> {
  await incremental(root, () => Date.now() + aheadMs);
  for (const [at, step] of steps.entries()) {
    await nextStamp();
    for (const { make } of step) make(root);
    const now = Date.now() + aheadMs;
    await expectSame(root, () => now, at % 2 === 1);
  }
}

describe("the index after changes is the index made anew", () => {
  test("told by the files' stamps alone", async () => {
    await fc.assert(
      fc.asyncProperty(newsroom, changes, (files, steps) =>
        withNewsroom(files, (root) => follow(root, steps, { aheadMs: HOUR_MS })),
      ),
      { numRuns: runs(15) },
    );
  });

  test("and while files are too young for their stamps to tell", async () => {
    await fc.assert(
      fc.asyncProperty(newsroom, changes, (files, steps) =>
        withNewsroom(files, (root) => follow(root, steps, { aheadMs: 0 })),
      ),
      { numRuns: runs(7) },
    );
  });
});

describe("what a file put into the index goes with it", () => {
  const FULL: Files = {
    "stet.yaml": "stet: 1\nfields: {page: number}\n",
    "articles/a.yaml":
      'headline: "One œuvre"\nformer_slugs: [old]\nid: 01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11\nauthors: [Jo, Jo]\n' +
      "tags: [rail, Rail]\ncorrections: [{at: 2026-01-01, text: Wrong.}]\nx: {page: 3, team: {lead: Jo}}\nbody: Words.\n",
  };

  test("when it is removed, nothing is left", () =>
    withNewsroom(FULL, async (root) => {
      const before = await incremental(root, LATER);
      expect(before.term.length).toBeGreaterThan(8);
      expect(before.prose.length).toBeGreaterThan(5);
      fs.rmSync(path.join(root, "articles/a.yaml"));
      const { folder: _, ...rest } = await incremental(root, LATER);
      expect(rest).toEqual({
        file: [],
        name: [],
        term: [],
        prose: [],
        lost: { names: 0, terms: 0, prose: 0 },
      });
    }));

  test("when it becomes no article, its file name is left", () =>
    withNewsroom(FULL, async (root) => {
      await incremental(root, LATER);
      put(root, "articles/a.yaml", "headline: [");
      const { name, term, prose } = await incremental(root, LATER);
      expect({ name, term, prose }).toEqual({
        name: [{ path: "articles/a.yaml", key: "a", kind: "slug" }],
        term: [],
        prose: [],
      });
    }));

  test("a hundred edits later the full text knows the last one only", () =>
    withNewsroom(FULL, async (root) => {
      await withDesk(root, (desk) => {
        for (let at = 0; at < 100; at++) {
          put(root, "articles/a.yaml", `headline: edit${at} of many\nbody: text${at}\n`);
          freshIndexNow(desk);
        }
      });
      const { prose } = await incremental(root, LATER);
      expect(prose.map(({ term }) => term)).toEqual(["text99", "edit99", "of", "many"]);
    }));
});
