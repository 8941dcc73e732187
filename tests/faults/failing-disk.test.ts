// P6: whatever single file operation fails, however it fails, the command says so as a StetError that names the
// file, the article is as it was, and nothing is left lying about. Or it was harmless, and the change is made.
import fs from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { keepDraft } from "../../src/newsroom/drafts.ts";
import { installArticle } from "../../src/newsroom/write/install-article.ts";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { sweep } from "../../src/newsroom/write/sweep.ts";
import { moveToTrash, restoreFromTrash } from "../../src/newsroom/trash.ts";
import { walkArticles } from "../../src/newsroom/walk/walk-articles.ts";
import { expectAt, expectOneOf } from "./expect-at.ts";
import { injectFaults, type Operation, type Verdict } from "./inject-faults.ts";
import { filesIn, makeNewsroom, type Files } from "./newsroom-folder.ts";

const OLD = "headline: Old\n";
const NEW = "headline: New, and longer\n";
const BEFORE: Files = { "articles/a.yaml": OLD, "articles/b.yaml": OLD };
const ERRNOS = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EDQUOT", "EROFS"] as const;

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true });
});

interface Strike {
  /** Which of the operations concerned is struck, counted from 1; `persistent` strikes all after it too. */
  readonly at: number;
  readonly verdict: Verdict;
  readonly persistent?: boolean;
  readonly concerns?: (operation: Operation) => boolean;
  /** What the operations meet that are not struck. */
  readonly otherwise?: (operation: Operation) => Verdict;
}

interface Struck<T> {
  readonly error: unknown;
  /** Undefined where there were fewer operations than `at`. */
  readonly struck: Operation | undefined;
  readonly result?: T;
}

function striking<T>(work: () => T, strike: Strike): Struck<T> {
  const {
    at,
    verdict,
    persistent = false,
    concerns = () => true,
    otherwise = (): Verdict => "pass",
  } = strike;
  let count = 0;
  let struck: Operation | undefined;
  const end = injectFaults(fs, (operation) => {
    if (!concerns(operation)) return otherwise(operation);
    count++;
    if (count < at || (count > at && !persistent)) return otherwise(operation);
    struck ??= operation;
    return verdict;
  });
  try {
    return { result: work(), error: undefined, struck };
  } catch (error) {
    return { error, struck };
  } finally {
    end();
  }
}

/** Tries 1, 2, 3 ... until there was nothing left to strike; returns how many points there were. */
function atEachPoint(attempt: (at: number) => Operation | undefined): number {
  let at = 1;
  while (attempt(at) !== undefined) at++;
  return at - 1;
}

interface Deed {
  readonly name: string;
  readonly work: (lock: Lock) => void;
  readonly after: (before: Files) => Files;
  /** An operation from which on the change is made: failing there or later may leave it made. */
  readonly isPointOfNoReturn: (operation: Operation) => boolean;
}

const DEEDS: readonly Deed[] = [
  {
    name: "an edit",
    work: (lock) => {
      const reading = readArticleFile(lock.root, "articles/a.yaml");
      const replaces = reading.ok ? reading.file.hash : "unread";
      installArticle(lock, { path: "articles/a.yaml", text: NEW, replaces, verify: () => {} });
    },
    after: (before) => ({ ...before, "articles/a.yaml": NEW }),
    isPointOfNoReturn: (operation) => operation.name === "renameSync",
  },
  {
    name: "a new article",
    work: (lock) =>
      void installArticle(lock, {
        path: "articles/2026/n.yaml",
        text: NEW,
        replaces: null,
        verify: () => {},
      }),
    after: (before) => ({ ...before, "articles/2026/n.yaml": NEW }),
    isPointOfNoReturn: (operation) =>
      operation.name === "unlinkSync" && operation.path.includes("/.stet/tmp/"),
  },
  {
    name: "a move",
    work: (lock) => moveArticle(lock, { from: "articles/a.yaml", to: "articles/2026/z.yaml" }),
    after: ({ "articles/a.yaml": text = "", ...rest }) => ({ ...rest, "articles/2026/z.yaml": text }),
    isPointOfNoReturn: (operation) => operation.name === "unlinkSync" && operation.path.endsWith("/a.yaml"),
  },
];

function prepared(): { root: string; before: Files } {
  const root = makeNewsroom(BEFORE);
  roots.push(root);
  withLock(root, { command: "init", waitMs: 0, now: 0 }, () => {});
  return { root, before: filesIn(root) };
}

/** Strikes each operation in turn; returns how many there were. */
function strikeEach(deed: Deed, verdict: Verdict, persistent: boolean): number {
  const points = atEachPoint((at) => {
    const { root, before } = prepared();
    let mayBeMade = false;
    let last: Operation | undefined;
    const concerns = (operation: Operation): boolean => {
      if (last !== undefined && deed.isPointOfNoReturn(last)) mayBeMade = true;
      // A disk that fails for good cannot be made to take the second name back; the next command completes the move.
      if (persistent && last?.name === "linkSync") mayBeMade = true;
      last = operation;
      return true;
    };
    const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, deed.work);
    const { error, struck } = striking(run, { at, verdict, persistent, concerns });
    if (struck !== undefined) {
      checkOutcome({ root, before, after: deed.after(before), error, mayBeMade, persistent, point: struck });
    }
    return struck;
  });
  return reported(deed, verdict, points);
}

function reported(deed: Deed, verdict: Verdict, points: number): number {
  if (process.env["STET_FAULT_REPORT"] !== undefined) {
    process.stderr.write(`${deed.name}, ${JSON.stringify(verdict)}: ${points} failures\n`);
  }
  return points;
}

interface Outcome {
  readonly root: string;
  readonly before: Files;
  readonly after: Files;
  readonly error: unknown;
  readonly mayBeMade: boolean;
  readonly persistent: boolean;
  readonly point: Operation;
}

function checkOutcome({ root, before, after, error, mayBeMade, persistent, point }: Outcome): void {
  const litter = Object.keys(filesIn(root)).filter((name) => name.startsWith(".stet/tmp/"));
  sweep(root);
  const files = filesIn(root);
  if (error === undefined) {
    expectAt(point, files, after);
    return;
  }
  expectStetError(point, error);
  expectOneOf(point, files, mayBeMade ? [before, after] : [before]);
  // Removing can fail too; then only the sweep of the next command does it.
  if (!persistent && point.name !== "unlinkSync") expectAt(point, litter, []);
}

function expectStetError(point: unknown, error: unknown): void {
  const said = error instanceof StetError ? error.message : `no StetError: ${String(error)}`;
  expect({ point, said }).toEqual({ point, said: expect.stringMatching(/articles|\.stet|newsroom/) });
  expectAt(point, said.startsWith("no StetError"), false);
}

describe("any one operation fails", () => {
  for (const deed of DEEDS) {
    test.each(ERRNOS)(`${deed.name}, %s`, (error) => {
      expect(strikeEach(deed, { error }, false)).toBeGreaterThan(25);
    });
  }
});

describe("everything fails from one operation on", () => {
  for (const deed of DEEDS) {
    test.each(["EIO", "EMFILE"])(`${deed.name}, %s`, (error) => {
      expect(strikeEach(deed, { error }, true)).toBeGreaterThan(25);
    });
  }
});

describe("a disk with no space left", () => {
  const grows = (operation: Operation): boolean =>
    operation.data !== undefined ||
    /^(mkdir|link|rename)/.test(operation.name) ||
    (operation.name === "openSync" && operation.mutates);

  test("an edit is refused in words that name the file and the cause", () => {
    const { root, before } = prepared();
    const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, DEEDS[0]!.work);
    const { error } = striking(run, {
      at: 1,
      verdict: { error: "ENOSPC" },
      persistent: true,
      concerns: grows,
    });
    expect(error).toMatchObject({
      kind: "external",
      code: "io-space",
      message: "articles/a.yaml was not written: no space is left on the disk",
    });
    expect(filesIn(root)).toEqual(before);
  });
});

describe("a disk that writes less than it is asked", () => {
  test.each(DEEDS)("$name is completed all the same", (deed) => {
    const points = atEachPoint((at) => {
      const { root, before } = prepared();
      const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, deed.work);
      const concerns = ({ name }: Operation): boolean => name === "writeSync";
      const { error, struck } = striking(run, { at, verdict: "short", concerns });
      expectAt(struck, error, undefined);
      expectAt(struck, filesIn(root), deed.after(before));
      return struck;
    });
    expect(points).toBeGreaterThan(0);
  });

  test("a disk that loses what it said it wrote is found out before the swap", () => {
    const { root, before } = prepared();
    const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, DEEDS[0]!.work);
    const losing = (operation: Operation): Verdict => {
      if (operation.name === "fsyncSync" && operation.path.includes("/.stet/tmp/"))
        fs.truncateSync(operation.path, 3);
      return "pass";
    };
    const end = injectFaults(fs, losing);
    try {
      expect(run).toThrow("what was read back is not what was written; nothing was changed");
    } finally {
      end();
    }
    expect(filesIn(root)).toEqual(before);
  });
});

describe("an articles folder that is a file system of its own", () => {
  const isAcross = ({ name, path, to = "" }: Operation): boolean =>
    /^(rename|link)/.test(name) && mountOf(path) !== mountOf(to);
  const mountOf = (file: string): string => /\/(\.stet|2026)\//.exec(file)?.[1] ?? "";

  test.each(DEEDS)("$name is done with a temporary file beside the target", (deed) => {
    const { root, before } = prepared();
    const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, deed.work);
    const strike = { at: 1, verdict: { error: "EXDEV" }, persistent: true, concerns: isAcross };
    expect(striking(run, strike).error).toBeUndefined();
    expect(filesIn(root)).toEqual(deed.after(before));
  });

  test("the trash takes and gives back", () => {
    const { root, before } = prepared();
    const run = (): void =>
      withLock(root, { command: "rm", waitMs: 0, now: 0 }, (lock) => {
        const { id } = moveToTrash(lock, "articles/a.yaml", 0);
        expect(fs.existsSync(`${root}/articles/a.yaml`)).toBe(false);
        restoreFromTrash(lock, id);
      });
    const strike = { at: 1, verdict: { error: "EXDEV" }, persistent: true, concerns: isAcross };
    expect(striking(run, strike).error).toBeUndefined();
    expect(filesIn(root)).toEqual(before);
  });

  test.each(DEEDS)(
    "$name: any one operation fails, and the old state stays or the new one is made",
    (deed) => {
      const points = atEachPoint((at) => {
        const { root, before } = prepared();
        const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, deed.work);
        const otherwise = (operation: Operation): Verdict =>
          isAcross(operation) ? { error: "EXDEV" } : "pass";
        const concerns = (operation: Operation): boolean => operation.mutates && !isAcross(operation);
        const { error, struck } = striking(run, { at, verdict: { error: "EIO" }, concerns, otherwise });
        sweep(root);
        expectOneOf(
          struck,
          filesIn(root),
          error === undefined ? [deed.after(before)] : [before, deed.after(before)],
        );
        if (error !== undefined) expectStetError(struck, error);
        return struck;
      });
      expect(points).toBeGreaterThan(20);
    },
  );
});

describe("a file system without hard links", () => {
  const isLink = ({ name }: Operation): boolean => name === "linkSync";
  const strike = { at: 1, verdict: { error: "EPERM" }, persistent: true, concerns: isLink };

  test.each(DEEDS)("$name", (deed) => {
    const { root, before } = prepared();
    const run = (): void => withLock(root, { command: "edit", waitMs: 0, now: 0 }, deed.work);
    expect(striking(run, strike).error).toBeUndefined();
    expect(filesIn(root)).toEqual(deed.after(before));
  });

  test("a name that is taken stays with its file", () => {
    const { root, before } = prepared();
    const move = { from: "articles/a.yaml", to: "articles/b.yaml" };
    const run = (): void =>
      withLock(root, { command: "mv", waitMs: 0, now: 0 }, (lock) => moveArticle(lock, move));
    expect(striking(run, strike).error).toMatchObject({ kind: "conflict", code: "exists" });
    expect(filesIn(root)).toEqual(before);
  });
});

test("a move onto a file of the same content never begins: a crash there must not pass for a finished one", () => {
  const root = makeNewsroom({ "articles/a.yaml": OLD, "articles/b.yaml": OLD });
  roots.push(root);
  const changes: string[] = [];
  const end = injectFaults(fs, ({ name, path, mutates }) => {
    if (mutates && path.endsWith(".json") && !path.endsWith("holder.json")) changes.push(name);
    return "pass";
  });
  const move = { from: "articles/a.yaml", to: "articles/b.yaml" };
  const run = (): void =>
    withLock(root, { command: "mv", waitMs: 0, now: 0 }, (lock) => moveArticle(lock, move));
  expect(run).toThrow("articles/b.yaml exists already");
  end();
  expect(changes).toEqual([]);
});

describe("what only reads", () => {
  test.each(["EIO", "EACCES"])("%s at each operation is a problem, never an exception", (errno) => {
    const { root } = prepared();
    const look = (): boolean[] => [
      readArticleFile(root, "articles/a.yaml").ok,
      ...[...walkArticles(root, "articles")].map((each) => each.ok),
    ];
    const points = atEachPoint((at) => {
      const { error, struck, result } = striking(look, { at, verdict: { error: errno } });
      expectAt(struck, error, undefined);
      expectAt(struck, result?.includes(false), struck !== undefined);
      return struck;
    });
    expect(points).toBeGreaterThan(4);
  });

  test.each(["EMFILE", "ENFILE"])("%s where a file or a folder is opened is the end of it", (errno) => {
    const { root } = prepared();
    const opens = ({ name }: Operation): boolean => name === "openSync" || name === "readdirSync";
    const looks: readonly (() => unknown)[] = [
      () => readArticleFile(root, "articles/a.yaml"),
      () => [...walkArticles(root, "articles")],
    ];
    for (const look of looks) {
      const { error } = striking(look, { at: 1, verdict: { error: errno }, concerns: opens });
      expect(error).toMatchObject({
        kind: "external",
        code: "io",
        message: expect.stringContaining("too many files"),
      });
    }
  });

  test("the sweep never fails a command", () => {
    const { root } = prepared();
    const points = atEachPoint((at) => {
      fs.writeFileSync(`${root}/.stet/tmp/0123456789abcdef`, "half");
      const { error, struck } = striking(() => sweep(root), { at, verdict: { error: "EIO" } });
      expectAt(struck, error, undefined);
      return struck;
    });
    expect(points).toBeGreaterThan(4);
  });
});

test("a draft that cannot be kept leaves no half one, and none of the others changes", () => {
  const points = atEachPoint((at) => {
    const { root } = prepared();
    keepDraft(root, "a", "first");
    const before = filesIn(root);
    const keep = (): string => keepDraft(root, "a", "second").name;
    const { error, struck, result } = striking(keep, { at, verdict: { error: "ENOSPC" } });
    expectAt(struck, result, error === undefined ? "a-2" : undefined);
    if (error !== undefined) {
      expectStetError(struck, error);
      expectAt(struck, filesIn(root), before);
    }
    return struck;
  });
  expect(points).toBeGreaterThan(8);
});

test("whatever fails on the way to the trash, the file is in one place", () => {
  const points = atEachPoint((at) => {
    const { root } = prepared();
    const remove = (lock: Lock): void => void moveToTrash(lock, "articles/a.yaml", 0);
    const run = (): void => withLock(root, { command: "rm", waitMs: 0, now: 0 }, remove);
    const { error, struck } = striking(run, { at, verdict: { error: "EIO" } });
    const places = Object.entries(filesIn(root)).filter(
      ([name, text]) => name.endsWith("articles/a.yaml") && text === OLD,
    );
    expectAt(struck, places.length, 1);
    if (error !== undefined) expectStetError(struck, error);
    return struck;
  });
  expect(points).toBeGreaterThan(25);
});
