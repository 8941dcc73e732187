// Hostile files are read in tests/faults/hostile-files.test.ts.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contentHash } from "../../src/newsroom/read/content-hash.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { temporaryNewsroom } from "./temporary-newsroom.ts";

test("gives text, hash, size, mode and owner", () => {
  const root = temporaryNewsroom({ "articles/a.yaml": "\uFEFFheadline: É\r\n" });
  fs.chmodSync(path.join(root, "articles/a.yaml"), 0o640);
  expect(readArticleFile(root, "articles/a.yaml")).toEqual({
    ok: true,
    file: {
      path: "articles/a.yaml",
      text: "\uFEFFheadline: É\r\n",
      hash: "a3171ceeca83dfc7bea8e32fa2826075ca5cdf43907927011910c705bd6a95be",
      size: 17,
      mode: 0o640,
      uid: process.getuid?.(),
      gid: process.getgid?.(),
    },
  });
});

test("the hash is that of the bytes as they were read, whatever is read after", () => {
  const odd = Buffer.from("a: \uFFFD\u2028\r\n\u{1F980}e\u0301\uFEFF\n");
  const root = temporaryNewsroom({ "other.yaml": "a: 1\n" });
  fs.writeFileSync(path.join(root, "a.yaml"), odd);
  const first = readArticleFile(root, "a.yaml");
  readArticleFile(root, "other.yaml");
  expect(first).toMatchObject({ ok: true, file: { hash: contentHash(odd) } });
});

test("an empty file is empty text", () => {
  const root = temporaryNewsroom({ "a.yaml": "" });
  expect(readArticleFile(root, "a.yaml")).toMatchObject({ ok: true, file: { text: "", size: 0 } });
});

test.each([
  [10, true],
  [9, false],
])("ten bytes under a limit of %i", (limit, ok) => {
  const root = temporaryNewsroom({ "a.yaml": "0123456789" });
  expect(readArticleFile(root, "a.yaml", limit).ok).toBe(ok);
});

test("what is wrong is a problem that names file, code and what to do", () => {
  const root = temporaryNewsroom();
  fs.writeFileSync(path.join(root, "a.yaml"), Buffer.from("a: 1\nb: \xe9\n", "latin1"));
  expect(readArticleFile(root, "a.yaml")).toEqual({
    ok: false,
    problem: {
      severity: "error",
      code: "not-text",
      file: "a.yaml",
      line: 2,
      message: "line 2 is not UTF-8 (byte E9)",
      hint: "save it as UTF-8; it may be Latin-1 or Windows-1252",
    },
  });
});
