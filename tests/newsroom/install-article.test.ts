// That nothing is torn or lost on the way is tested in tests/faults; here, what is said and done.
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { contentHash } from "../../src/newsroom/read/content-hash.ts";
import { installArticle, type Installed } from "../../src/newsroom/write/install-article.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { isThere, locked, temporaryNewsroom, textOf } from "./temporary-newsroom.ts";

const A = "articles/a.yaml";

interface Wish {
  readonly text: string;
  readonly path?: string;
  readonly replaces?: string | null;
  readonly verify?: (text: string) => void;
}

function install(root: string, wish: Wish): Installed {
  const { path: file = A, text, replaces = null, verify = () => {} } = wish;
  return locked(root, (lock) => installArticle(lock, { path: file, text, replaces, verify }));
}

function hashIn(root: string): string {
  const reading = readArticleFile(root, A);
  return reading.ok ? reading.file.hash : "";
}

describe("an existing article", () => {
  test("is replaced, and its new hash returned", () => {
    const root = temporaryNewsroom({ [A]: "old" });
    const installed = install(root, { text: "new", replaces: hashIn(root) });
    expect(installed).toEqual({ change: "replaced", hash: contentHash(Buffer.from("new")) });
    expect([textOf(root, A), hashIn(root)]).toEqual(["new", installed.hash]);
  });

  test("that changed meanwhile is a conflict, and stays", () => {
    const root = temporaryNewsroom({ [A]: "old" });
    const replaces = hashIn(root);
    fs.writeFileSync(path.join(root, A), "theirs");
    expect(() => install(root, { text: "mine", replaces })).toThrow(
      new StetError("conflict", "stale-edit", `${A} changed on disk since it was read; nothing was written`, {
        where: { file: A },
      }),
    );
    expect(textOf(root, A)).toBe("theirs");
  });

  test("that went meanwhile is a conflict, and is not made again", () => {
    const root = temporaryNewsroom({ [A]: "old" });
    const replaces = hashIn(root);
    fs.rmSync(path.join(root, A));
    expect(() => install(root, { text: "mine", replaces })).toThrow(
      `${A} was removed since it was read; nothing was written`,
    );
    expect(isThere(root, A)).toBe(false);
  });

  test("that became a folder is a conflict", () => {
    const root = temporaryNewsroom({ [`${A}/x`]: "" });
    expect(() => install(root, { text: "mine", replaces: "0" })).toThrow(
      `${A} is no longer a file of the newsroom`,
    );
  });

  test("keeps what verify refuses out", () => {
    const root = temporaryNewsroom({ [A]: "old" });
    const seen: string[] = [];
    const verify = (text: string): void => {
      seen.push(text);
      throw new StetError("invalid", "schema", "not meant");
    };
    expect(() => install(root, { text: "new", replaces: hashIn(root), verify })).toThrow("not meant");
    expect([textOf(root, A), seen, fs.readdirSync(path.join(root, ".stet/tmp"))]).toEqual([
      "old",
      ["new"],
      [],
    ]);
  });

  test("keeps a text out that UTF-8 cannot hold", () => {
    const root = temporaryNewsroom({ [A]: "old" });
    expect(() => install(root, { text: "half a pair: \uD83D", replaces: hashIn(root) })).toThrow(
      "what was read back is not what was written",
    );
    expect(textOf(root, A)).toBe("old");
  });
});

describe("a new article", () => {
  test("is made with the folders on its way", () => {
    const root = temporaryNewsroom();
    expect(install(root, { path: "articles/2026/11/n.yaml", text: "new" }).change).toBe("created");
    expect(textOf(root, "articles/2026/11/n.yaml")).toBe("new");
  });

  test("may lie at the root", () => {
    const root = temporaryNewsroom();
    install(root, { path: "n.yaml", text: "new" });
    expect(textOf(root, "n.yaml")).toBe("new");
  });

  test.each(["theirs", "new"])("never takes the place of one that is there (%s)", (text) => {
    const root = temporaryNewsroom({ [A]: text });
    expect(() => install(root, { text: "new" })).toThrow(
      new StetError("conflict", "exists", `${A} exists already; nothing was written`, { where: { file: A } }),
    );
    expect(textOf(root, A)).toBe(text);
  });

  test("never takes the place of a dangling link", () => {
    const root = temporaryNewsroom({ "articles/.keep": "" });
    fs.symlinkSync("nowhere.yaml", path.join(root, A));
    expect(() => install(root, { text: "new" })).toThrow("exists already");
    expect(isThere(root, "articles/nowhere.yaml")).toBe(false);
  });

  test("made by somebody else at the last moment stays theirs", () => {
    const root = temporaryNewsroom({ "articles/.keep": "" });
    const verify = (): void => fs.writeFileSync(path.join(root, A), "theirs");
    expect(() => install(root, { text: "mine", verify })).toThrow("exists already");
    expect(textOf(root, A)).toBe("theirs");
  });

  test("that cannot be made leaves no folders", () => {
    const root = temporaryNewsroom();
    const verify = (): void => {
      throw new StetError("invalid", "schema", "not meant");
    };
    expect(() => install(root, { path: "x/y/n.yaml", text: "new", verify })).toThrow("not meant");
    expect(isThere(root, "x")).toBe(false);
  });

  test("under a file is refused", () => {
    const root = temporaryNewsroom({ [A]: "" });
    expect(() => install(root, { path: `${A}/n.yaml`, text: "new" })).toThrow(
      `${A}/n.yaml was not written: a file stands where a folder should be`,
    );
  });

  test("with a name no file system takes is refused in words", () => {
    const root = temporaryNewsroom();
    const name = `articles/${"é".repeat(130)}.yaml`;
    expect(() => install(root, { path: name, text: "new" })).toThrow(
      "its name is too long for this file system",
    );
  });
});

test("several articles in one lock", () => {
  const root = temporaryNewsroom();
  locked(root, (lock) => {
    for (const name of ["a", "b"]) {
      installArticle(lock, { path: `articles/${name}.yaml`, text: name, replaces: null, verify: () => {} });
    }
  });
  expect([textOf(root, "articles/a.yaml"), textOf(root, "articles/b.yaml")]).toEqual(["a", "b"]);
});
