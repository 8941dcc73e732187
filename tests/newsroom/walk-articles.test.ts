// Hostile names are walked in tests/faults/hostile-files.test.ts.
import fs from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWalkedAnyway } from "../../src/newsroom/walk/classify-entry.ts";
import { walkArticles } from "../../src/newsroom/walk/walk-articles.ts";
import { walkFolders } from "../../src/newsroom/walk/walk-folders.ts";
import { temporaryNewsroom } from "./temporary-newsroom.ts";

function walked(root: string, folder = "articles"): readonly string[] {
  return [...walkArticles(root, folder)].map((each) => (each.ok ? each.path : each.problem.message));
}

describe("the walk", () => {
  test("takes .yaml and .yml, and nothing hidden", () => {
    const root = temporaryNewsroom({
      "articles/a.yaml": "",
      "articles/b.yml": "",
      "articles/c.YAML": "",
      "articles/d.txt": "",
      "articles/.e.yaml": "",
      "articles/.git/f.yaml": "",
      "articles/g/h.yaml": "",
      "elsewhere/i.yaml": "",
    });
    expect(walked(root)).toEqual(["articles/a.yaml", "articles/b.yml", "articles/g/h.yaml"]);
  });

  test("sorts by the whole path, in which a folder ends with a slash", () => {
    const names = ["a/z.yaml", "a-b.yaml", "a.yaml", "a0.yaml", "Z.yaml", "é.yaml", "a b.yaml"];
    const root = temporaryNewsroom(Object.fromEntries(names.map((name) => [`articles/${name}`, ""])));
    expect(walked(root)).toEqual(names.map((name) => `articles/${name}`).sort());
  });

  test("sorts any tree so", () => {
    const name = fc.string({
      unit: fc.constantFrom("a", "-", "0", "~", " ", "é", ".", "ａ", "𠮷"),
      minLength: 1,
      maxLength: 3,
    });
    const file = fc.array(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (files) => {
        // The prefixes keep a folder and a file from wanting the same name.
        const paths = files.map(
          (each) =>
            `articles/${each.map((part, i) => (i < each.length - 1 ? `d${part}d` : `f${part}.yaml`)).join("/")}`,
        );
        const root = temporaryNewsroom(Object.fromEntries(paths.map((each) => [each, ""])));
        // SQLite sorts texts by their bytes, which is by code points.
        const inOrder = [...new Set(paths)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(walked(root)).toEqual(inOrder);
      }),
      { numRuns: 50 },
    );
  });

  test("of a folder that is not there is empty", () => expect(walked(temporaryNewsroom())).toEqual([]));

  test("of the root passes stet.yaml over, there and only there", () => {
    const root = temporaryNewsroom({ "a.yaml": "", "sub/stet.yaml": "" });
    expect(walked(root, "")).toEqual(["a.yaml", "sub/stet.yaml"]);
  });

  test("gives size, times and inode folder by folder where they are asked for", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "12345", "articles/b/c.yaml": "" });
    fs.utimesSync(path.join(root, "articles/a.yaml"), 1, 2);
    const folders = [...walkFolders(root, "articles")];
    const { ctimeMs, ino } = fs.statSync(path.join(root, "articles/a.yaml"));
    expect(folders.map((each) => [each.path, ...each.names])).toEqual([
      ["articles", "a.yaml"],
      ["articles/b", "c.yaml"],
    ]);
    expect([...(folders[0]?.stamps ?? [])]).toEqual([5, 2_000, ctimeMs, ino]);
  });

  test("stamps what a link leads to", () => {
    const root = temporaryNewsroom({ "elsewhere/a.yaml": "12345" });
    fs.mkdirSync(path.join(root, "articles"));
    fs.symlinkSync("../elsewhere/a.yaml", path.join(root, "articles/l.yaml"));
    expect([...walkFolders(root, "articles")][0]?.stamps[0]).toBe(5);
  });
});

describe("a link", () => {
  function linked(links: Readonly<Record<string, string>>): readonly string[] {
    const root = temporaryNewsroom({
      "articles/a.yaml": "",
      "articles/.old/o.yaml": "",
      "articles/2026/b.yaml": "",
      "shared/s.yaml": "",
      "shared/deep/t.yaml": "",
      "shared/note.txt": "",
    });
    for (const [name, target] of Object.entries(links)) fs.symlinkSync(target, path.join(root, name));
    return walked(root).filter((file) => file !== "articles/a.yaml" && file !== "articles/2026/b.yaml");
  }

  test.each([
    ["to a file elsewhere", { "articles/l.yaml": "../shared/s.yaml" }, ["articles/l.yaml"]],
    ["to a text with an article's name", { "articles/l.yaml": "../shared/note.txt" }, ["articles/l.yaml"]],
    ["with another name", { "articles/l.txt": "../shared/s.yaml" }, []],
    ["to an article that is walked", { "articles/l.yaml": "2026/b.yaml" }, []],
    ["to a hidden article", { "articles/l.yaml": ".old/o.yaml" }, ["articles/l.yaml"]],
    ["to a folder elsewhere", { "articles/l": "../shared" }, ["articles/l/deep/t.yaml", "articles/l/s.yaml"]],
    ["to a folder that is walked", { "articles/l": "2026" }, []],
    ["to its own folder", { "articles/l": "." }, []],
    [
      "two to one folder",
      { "articles/l": "../shared/deep", "articles/m": "../shared/deep" },
      ["articles/l/t.yaml"],
    ],
    [
      "one inside the other",
      { "articles/l": "../shared/deep", "articles/m": "../shared" },
      ["articles/l/t.yaml", "articles/m/s.yaml"],
    ],
    [
      "a loop outside the articles",
      { "articles/l": "../shared", "shared/loop": "." },
      ["articles/l/deep/t.yaml", "articles/l/s.yaml"],
    ],
    [
      "back to the articles from outside",
      { "articles/l": "../shared", "shared/back": "../articles/2026" },
      ["articles/l/deep/t.yaml", "articles/l/s.yaml"],
    ],
    ["to the root", { "articles/l": ".." }, ["the link leads back to a folder above it and is not followed"]],
    [
      "named like an article to a folder",
      { "articles/l.yaml": "../shared" },
      ["the link leads to a folder, not to a file"],
    ],
    ["dead, with another name", { "articles/l.txt": "nowhere" }, []],
  ])("%s", (_name, links, files) => expect(linked(links)).toEqual(files));

  test("tree that doubles at every level is walked once", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "", "shared/d30/end.yaml": "" });
    for (let level = 29; level >= 0; level--) {
      fs.mkdirSync(path.join(root, `shared/d${level}`));
      for (const side of ["l", "r"])
        fs.symlinkSync(`../d${level + 1}`, path.join(root, `shared/d${level}/${side}`));
    }
    fs.symlinkSync("../shared/d0", path.join(root, "articles/bomb"));
    expect(walked(root)).toEqual(["articles/a.yaml", `articles/bomb/${"l/".repeat(30)}end.yaml`]);
  });
});

test.each([
  ["articles", "articles", true],
  ["articles", "articles/a", true],
  ["articles", "articles2/a", false],
  ["articles", "articles/.a/b", false],
  ["", "shared/a", true],
  ["", ".stet/a", false],
  ["articles", "shared", false],
])("isWalkedAnyway(%j, %j) is %s", (folder, real, expected) =>
  expect(isWalkedAnyway(folder, real)).toBe(expected),
);
