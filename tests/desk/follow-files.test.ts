// A newsroom that is followed: looked at only where the system says that something has changed, its index is what the files
// made anew are.
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { freshIndex, privateIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { followFiles, type FollowedFiles, type Pace } from "../../src/desk/preview/follow-files.ts";
import { closeIndex } from "../../src/index/open-index.ts";
import { anyChange } from "../index/change-newsroom.ts";
import { dumpIndex, type IndexDump } from "../index/dump-index.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { newsroom } from "../index/random-newsroom.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { nextStamp } from "../support/next-stamp.ts";
import { runs } from "../support/runs.ts";

/** An hour ahead of the files: none is young, so only its stamps can tell that it has changed. */
const LATER = Date.now() + 3_600_000;
const options = { clock: (): number => LATER };

async function followed(files: FollowedFiles, desk: Desk): Promise<IndexDump> {
  return dumpIndex((await files.fresh(desk)).index);
}

async function anew(desk: Desk): Promise<IndexDump> {
  const index = await privateIndex(desk);
  try {
    return dumpIndex(index);
  } finally {
    closeIndex(index);
  }
}

function looksApart(ms: number): Pace {
  return { apart: () => ms, sliceMs: 15, now: () => performance.now() };
}

function withoutSecondWalk(root: string): FollowedFiles {
  return followFiles(root, () => undefined, looksApart(Number.POSITIVE_INFINITY));
}

/** Other settings have another index; of a change under a second name the system has no word. */
const change = anyChange.filter(({ what }) => what !== "write stet.yaml" && !what.startsWith("hard link"));
const changes = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 });

test("whatever changes, without a second walk of all folders where none is needed", async () => {
  await fc.assert(
    fc.asyncProperty(newsroom, changes, (files, steps) =>
      withNewsroom(files, (root) =>
        withDesk(
          root,
          async (desk) => {
            const follower = withoutSecondWalk(root);
            try {
              await follower.fresh(desk);
              for (const step of steps) {
                await nextStamp();
                for (const { make } of step) make(root);
                expect(await followed(follower, desk)).toEqual(await anew(desk));
              }
            } finally {
              follower.close();
            }
          },
          options,
        ),
      ),
    ),
    { numRuns: runs(12) },
  );
});

const STORIES = {
  "articles/a/x.yaml": "headline: X\nbody: x\n",
  "articles/b/y.yaml": "headline: Y\nbody: y\n",
};

/** Follows two folders, and says behind each change what the index knows of it. */
async function headlinesAfter(
  apart: number,
  change: (root: string, look: () => Promise<unknown>) => void | Promise<void>,
): Promise<readonly unknown[]> {
  return withNewsroom({ "stet.yaml": "stet: 1\n", ...STORIES }, (root) =>
    withDesk(
      root,
      async (desk) => {
        const follower = followFiles(root, () => undefined, looksApart(apart));
        onTestFinished(() => follower.close());
        await follower.fresh(desk);
        await follower.fresh(desk);
        await nextStamp();
        await change(root, () => follower.fresh(desk));
        const { file } = await followed(follower, desk);
        return file.map(({ head }) => JSON.parse(String(head)).headline);
      },
      options,
    ),
  );
}

/** A change that the system says nothing of: it is made under another name of the file. */
function changeUnheard(root: string): void {
  fs.linkSync(path.join(root, "articles/a/x.yaml"), path.join(root, "x"));
  fs.writeFileSync(path.join(root, "x"), "headline: Unheard\nbody: x\n");
}

test.runIf(process.platform === "linux")(
  "what the system says nothing of is seen by the next walk of all",
  async () => {
    expect(await headlinesAfter(Number.POSITIVE_INFINITY, changeUnheard)).toEqual(["X", "Y"]);
    expect(await headlinesAfter(0, changeUnheard)).toEqual(["Unheard", "Y"]);
  },
);

test.runIf(process.platform === "linux").each([
  { sliceMs: 4, atMost: 4, from: 690 },
  { sliceMs: 0, atMost: 13, from: 1000 },
])("each folder is looked at in its time, with $sliceMs ms for it $atMost at once", async (slice) => {
  const names = Array.from({ length: 12 }, (_, at) => `f${String(at).padStart(2, "0")}`);
  const files = Object.fromEntries(names.map((name) => [`articles/${name}/x.yaml`, "headline: X\n"]));
  await withNewsroom({ "stet.yaml": "stet: 1\n", ...files }, (root) =>
    withDesk(
      root,
      async (desk) => {
        let now = 0;
        // Each folder that is asked for takes a millisecond.
        const pace: Pace = { apart: () => 1000, sliceMs: slice.sliceMs, now: () => now++ };
        const follower = followFiles(root, () => undefined, pace);
        onTestFinished(() => follower.close());
        await follower.fresh(desk);
        await follower.fresh(desk);
        const looks = new Map<string, number[]>(names.map((name) => [name, []]));
        const end = injectFaults(fs, ({ name, path: folder }) => {
          if (name === "readdirSync") looks.get(path.basename(folder))?.push(now);
          return "pass";
        });
        onTestFinished(end);
        const counts: number[] = [];
        for (const last = now + 5000; now < last; now += 50) {
          const before = [...looks.values()].flat().length;
          await follower.fresh(desk);
          counts.push([...looks.values()].flat().length - before);
        }
        expect(Math.max(...counts)).toBeLessThanOrEqual(slice.atMost);
        for (const times of looks.values()) {
          const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
          expect(times.length).toBeGreaterThan(3);
          expect(Math.max(...gaps)).toBeLessThanOrEqual(1100);
          expect(Math.min(...gaps)).toBeGreaterThanOrEqual(slice.from);
        }
      },
      options,
    ),
  );
});

test("where the system watches nothing all are looked at each time", async () => {
  const watch = vi.spyOn(fs, "watch").mockImplementation(() => {
    throw new Error("ENOSPC");
  });
  try {
    expect(await headlinesAfter(Number.POSITIVE_INFINITY, changeUnheard)).toEqual(["Unheard", "Y"]);
  } finally {
    watch.mockRestore();
  }
});

test("where a link is among the files all are looked at each time", async () => {
  const headlines = await headlinesAfter(Number.POSITIVE_INFINITY, async (root, look) => {
    put(root, "elsewhere/z.yaml", "headline: Z\nbody: z\n");
    fs.symlinkSync("../../elsewhere/z.yaml", path.join(root, "articles/b/z.yaml"));
    await look();
    changeUnheard(root);
    put(root, "elsewhere/z.yaml", "headline: Other\nbody: z\n");
  });
  expect(headlines).toEqual(["Unheard", "Y", "Other"]);
});

/** Follows these files through a change, and says behind it what the index that a later desk is given knows. */
async function headlinesLater(
  files: Readonly<Record<string, string>>,
  change: (root: string, look: () => Promise<unknown>) => Promise<void>,
): Promise<readonly unknown[]> {
  return withNewsroom(files, async (root) => {
    const follower = withoutSecondWalk(root);
    onTestFinished(() => follower.close());
    const look = (): Promise<IndexDump> => withDesk(root, (desk) => followed(follower, desk), options);
    await withDesk(
      root,
      async (desk) => {
        await follower.fresh(desk);
        await follower.fresh(desk);
        await nextStamp();
        await change(root, () => follower.fresh(desk));
      },
      options,
    );
    return (await look()).file.map(({ head }) => JSON.parse(String(head)).headline);
  });
}

/** Another stet brings the newsroom's index up to its files. */
function syncElsewhere(root: string): Promise<unknown> {
  return withDesk(root, (desk) => freshIndex(desk), options);
}

test("the word of the system is enough for the index that was followed, and for no other", async () => {
  const headlines = await headlinesLater({ "stet.yaml": "stet: 1\n", ...STORIES }, async (root, look) => {
    fs.rmSync(path.join(root, ".stet"), { recursive: true });
    await syncElsewhere(root);
    put(root, "articles/a/x.yaml", "headline: Later\nbody: x\n");
    await look();
  });
  expect(headlines).toEqual(["Later", "Y"]);
});

test("what changed before a walk that failed is looked at by the next", async () => {
  const headlines = await headlinesAfter(Number.POSITIVE_INFINITY, async (root, look) => {
    put(root, "articles/a/x.yaml", "headline: Later\nbody: x\n");
    const read = vi.spyOn(fs, "readdirSync").mockImplementation(() => {
      throw Object.assign(new Error("too many open files"), {
        code: "EMFILE",
        errno: -24,
        syscall: "scandir",
      });
    });
    try {
      await expect(look()).rejects.toThrow("too many files are open");
    } finally {
      read.mockRestore();
    }
  });
  expect(headlines).toEqual(["Later", "Y"]);
});

test("a folder that another stet found first is looked at until it is watched", async () => {
  const headlines = await headlinesAfter(Number.POSITIVE_INFINITY, async (root) => {
    put(root, "articles/c/z.yaml", "headline: Z\nbody: z\n");
    await syncElsewhere(root);
    await nextStamp();
    put(root, "articles/c/z.yaml", "headline: Later\nbody: z\n");
  });
  expect(headlines).toEqual(["X", "Y", "Later"]);
});

test("a folder above the articles that is another one now is seen", async () => {
  const settings = "stet: 1\narticles: content/articles/{slug}.yaml\n";
  const files = { "stet.yaml": settings, "content/articles/x.yaml": "headline: X\nbody: x\n" };
  const headlines = await withNewsroom(files, (root) =>
    withDesk(
      root,
      async (desk) => {
        const follower = withoutSecondWalk(root);
        onTestFinished(() => follower.close());
        await follower.fresh(desk);
        await follower.fresh(desk);
        put(root, "other/articles/y.yaml", "headline: Y\nbody: y\n");
        fs.renameSync(path.join(root, "content"), path.join(root, "before"));
        fs.renameSync(path.join(root, "other"), path.join(root, "content"));
        const { file } = await followed(follower, desk);
        put(root, "content/articles/y.yaml", "headline: Z\nbody: y\n");
        const later = await followed(follower, desk);
        return [...file, ...later.file].map(({ head }) => JSON.parse(String(head)).headline);
      },
      options,
    ),
  );
  expect(headlines).toEqual(["Y", "Z"]);
});
