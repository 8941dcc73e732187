// P6 for publish: whatever single file operation fails, the files are old or new, the first error names a file and is
// of kind external, and the next run finishes. And P2: a power cut at any moment leaves each file old or new.
import fs from "node:fs";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import type { Reconciled } from "../../src/publish/planned-file.ts";
import { expectAt, expectOneOf } from "./expect-at.ts";
import { injectFaults, type Operation, type Verdict } from "./inject-faults.ts";
import { filesIn, makeNewsroom, type Files } from "./newsroom-folder.ts";
import { powerCuts } from "./power-cut.ts";
import { publishPlan, type RankedPlan } from "./publish-driver.ts";

const OLD: RankedPlan = { "a.html": [1, "old a"], "old/b.html": [1, "old b"], "index.html": [2, "old"] };
const NEW: RankedPlan = {
  "a.html": [1, "new a, longer"],
  "new/c.html": [1, "new c"],
  "index.html": [2, "new"],
};

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true });
});

const editions = new Map<number, string>();

/** A newsroom with the old edition: a copy of one that was published once, which spares the disk. */
async function prepared(releases = 0): Promise<string> {
  const made = editions.get(releases) ?? makeNewsroom({});
  if (!editions.has(releases)) await publishPlan(made, releases, OLD);
  editions.set(releases, made);
  const root = makeNewsroom({});
  roots.push(root);
  fs.cpSync(made, root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return root;
}

afterAll(() => {
  for (const root of editions.values()) fs.rmSync(root, { recursive: true });
});

function textsOf(plan: RankedPlan): Files {
  return Object.fromEntries(Object.entries(plan).map(([file, [, text]]) => [file, text]));
}

function publicFiles(root: string): Files {
  return fs.existsSync(`${root}/public`) ? filesIn(fs.realpathSync(`${root}/public`)) : {};
}

interface Outcome {
  readonly struck: Operation | undefined;
  readonly result: Reconciled | undefined;
  readonly error: unknown;
}

async function striking(
  work: () => Promise<Reconciled>,
  decide: (operation: Operation, count: number) => Verdict,
): Promise<Outcome> {
  let struck: Operation | undefined;
  let count = 0;
  const end = injectFaults(fs, (operation) => {
    const verdict = decide(operation, ++count);
    if (verdict !== "pass") struck ??= operation;
    return verdict;
  });
  try {
    return { result: await work(), error: undefined, struck };
  } catch (error) {
    return { result: undefined, error, struck };
  } finally {
    end();
  }
}

/** What a run may end with: everything done, or an error of kind external that names a file. */
function checkOutcome({ struck, result, error }: Outcome, root: string): void {
  const failure = error ?? result?.failure;
  if (failure === undefined) {
    expectAt(struck, publicFiles(root), textsOf(NEW));
    return;
  }
  expectAt(struck, failure instanceof StetError && failure.kind, "external");
  const message = failure instanceof StetError ? failure.message : "";
  expect({ struck, message }).toEqual({
    struck,
    message: expect.stringMatching(/public|\.stet/),
  });
}

function checkFiles(at: unknown, files: Files): void {
  for (const file of new Set([...Object.keys(OLD), ...Object.keys(NEW), ...Object.keys(files)])) {
    expectOneOf({ at, file }, files[file], [OLD[file]?.[1], NEW[file]?.[1]]);
  }
}

describe("any one operation fails", () => {
  test.each([
    ["EIO", 0],
    ["ENOSPC", 0],
    ["EACCES", 0],
    ["EIO", 2],
  ] as const)("%s, %i releases", async (error, releases) => {
    let points = 0;
    for (let at = 1; ; at++) {
      const root = await prepared(releases);
      const run = (): Promise<Reconciled> => publishPlan(root, releases, NEW);
      const outcome = await striking(run, (_, count) => (count === at ? { error } : "pass"));
      if (outcome.struck === undefined) break;
      points = at;
      checkFiles(outcome.struck, publicFiles(root));
      checkOutcome(outcome, root);
      expectAt(outcome.struck, (await run()).refused, []);
      expectAt(outcome.struck, publicFiles(root), textsOf(NEW));
    }
    expect(points).toBeGreaterThan(50);
  });
});

describe("a full disk", () => {
  const grows = (operation: Operation): boolean =>
    operation.data !== undefined ||
    /^(mkdir|link)/.test(operation.name) ||
    (operation.name === "openSync" && operation.mutates);

  test("stops the writing at the first file, and still takes away what must go", async () => {
    const root = await prepared();
    const outcome = await striking(
      () => publishPlan(root, 0, NEW),
      (operation) => {
        return grows(operation) && /\/\.stet\/publish\/[^/]+\/tmp\//.test(operation.path)
          ? { error: "ENOSPC" }
          : "pass";
      },
    );
    expect(outcome.result).toMatchObject({ added: [], rewritten: [], removed: ["old/b.html"] });
    expect(outcome.result?.failure).toMatchObject({
      kind: "external",
      code: "io-space",
      message: "public/a.html was not written: no space is left on the disk",
    });
    expect(outcome.result?.refused).toHaveLength(1);
    expect(publicFiles(root)).toEqual({ "a.html": "old a", "index.html": "old" });
  });

  test("with releases leaves the edition before shown, whole", async () => {
    const root = await prepared(2);
    const isIndex = ({ data }: Operation): boolean => data?.toString() === "new";
    const { result } = await striking(
      () => publishPlan(root, 2, NEW),
      (operation) => (isIndex(operation) ? { error: "ENOSPC" } : "pass"),
    );
    expect(result?.failure).toMatchObject({
      message: "public/index.html was not written: no space is left on the disk",
    });
    expect(result?.release).toBe(1);
    expect(publicFiles(root)).toEqual(textsOf(OLD));
    expect(await publishPlan(root, 2, NEW)).toMatchObject({ release: 2, refused: [] });
    expect(publicFiles(root)).toEqual(textsOf(NEW));
  });
});

describe("a disk that is short of what it is asked", () => {
  test("is asked again", async () => {
    const root = await prepared();
    const { result } = await striking(
      () => publishPlan(root, 0, NEW),
      ({ data }) => ((data?.length ?? 0) > 1 ? "short" : "pass"),
    );
    expect(result?.refused).toEqual([]);
    expect(publicFiles(root)).toEqual(textsOf(NEW));
  });
});

test("a site that is a file system of its own is staged inside itself, and nothing of that stays", async () => {
  const root = await prepared();
  const mountOf = (file: string): boolean => file.startsWith(`${root}/public`);
  const isAcross = ({ name, path, to = "" }: Operation): boolean =>
    /^(rename|link)/.test(name) && mountOf(path) !== mountOf(to);
  const { result } = await striking(
    () => publishPlan(root, 0, NEW),
    (operation) => (isAcross(operation) ? { error: "EXDEV" } : "pass"),
  );
  expect(result?.refused).toEqual([]);
  expect(publicFiles(root)).toEqual(textsOf(NEW));
  expect(fs.readdirSync(`${root}/public`).toSorted()).toEqual(["a.html", "index.html", "new"]);
});

test("a file system without hard links is written to all the same", async () => {
  const root = await prepared();
  const { result } = await striking(
    () => publishPlan(root, 0, NEW),
    ({ name }) => (name === "linkSync" ? { error: "EPERM" } : "pass"),
  );
  expect(result?.refused).toEqual([]);
  expect(publicFiles(root)).toEqual(textsOf(NEW));
});

test("a file of somebody's that appears at the last moment is not written over", async () => {
  const root = await prepared();
  const theirs = `${root}/public/new/c.html`;
  const { result } = await striking(
    () => publishPlan(root, 0, NEW),
    ({ name, to }) => {
      if (name === "linkSync" && to === theirs) fs.writeFileSync(theirs, "theirs");
      return "pass";
    },
  );
  expect(result?.refused).toMatchObject([
    {
      path: "new/c.html",
      reason: "foreign",
      problem: {
        message: "public/new/c.html is somebody else's; stet writes over nothing it has not written",
      },
    },
  ]);
  expect(publicFiles(root)).toEqual({
    "a.html": "new a, longer",
    "index.html": "new",
    "new/c.html": "theirs",
  });
});

test("nobody meets a listing before its pages, nor a page gone before its listing", async () => {
  const root = await prepared();
  const order: string[] = [];
  await striking(
    () => publishPlan(root, 0, NEW),
    ({ name, path, to }) => {
      const target = to ?? path;
      if (/^(rename|link|unlink)/.test(name) && target.startsWith(`${root}/public/`))
        order.push(target.slice(root.length + 8));
      return "pass";
    },
  );
  expect(order).toEqual(["a.html", "new/c.html", "index.html", "old/b.html"]);
});

test("a power cut at any moment leaves each file old or new, and after the end new", async () => {
  const root = await prepared();
  const before = filesIn(root);
  const operations: Operation[] = [];
  await striking(
    () => publishPlan(root, 0, NEW),
    (operation) => {
      if (operation.mutates) operations.push(operation);
      return "pass";
    },
  );
  let states = 0;
  for (const { files, after, finished } of powerCuts(root, before, operations)) {
    states++;
    const seen = Object.fromEntries(
      Object.entries(files).flatMap(([file, text]) =>
        file.startsWith("public/") ? [[file.slice(7), text]] : [],
      ),
    );
    checkFiles({ after, last: operations[after - 1] }, seen);
    if (finished) expectAt("end", seen, textsOf(NEW));
  }
  expect(states).toBeGreaterThan(100);
});
