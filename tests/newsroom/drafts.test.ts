import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/newsroom/read/content-hash.ts";
import {
  baseHash,
  keepDraft,
  latestDraft,
  listDrafts,
  readDraft,
  removeDraft,
} from "../../src/newsroom/drafts.ts";
import { temporaryNewsroom, textOf } from "./temporary-newsroom.ts";

describe("drafts", () => {
  test("are kept by slug, read, listed and removed", () => {
    const root = temporaryNewsroom();
    const draft = keepDraft(root, "eu-budget", "headline: A\n");
    expect(draft).toEqual({
      name: "eu-budget",
      path: ".stet/drafts/eu-budget.yaml",
      file: path.join(root, ".stet/drafts/eu-budget.yaml"),
      base: path.join(root, ".stet/drafts/eu-budget.base"),
    });
    expect([readDraft(root, draft), listDrafts(root)]).toEqual(["headline: A\n", [draft]]);
    removeDraft(root, draft);
    removeDraft(root, draft);
    expect(listDrafts(root)).toEqual([]);
  });

  test("of one slug never replace each other", () => {
    const root = temporaryNewsroom();
    const names = ["1", "2", "3"].map((text) => keepDraft(root, "a", text).name);
    expect(names).toEqual(["a", "a-2", "a-3"]);
    expect(listDrafts(root).map((draft) => readDraft(root, draft))).toEqual(["2", "3", "1"]);
  });

  test("of one slug: the latest is the one with the highest number", () => {
    const root = temporaryNewsroom();
    expect(latestDraft(root, "a")).toBeUndefined();
    for (let count = 1; count <= 11; count++) keepDraft(root, "a", "x");
    keepDraft(root, "a-b", "x");
    expect(latestDraft(root, "a")?.name).toBe("a-11");
    expect(latestDraft(root, "b")).toBeUndefined();
  });

  test("know what they began as, until they are removed", () => {
    const root = temporaryNewsroom();
    const draft = keepDraft(root, "a", "before");
    fs.writeFileSync(draft.file, "after");
    expect(baseHash(root, draft)).toBe(contentHash(Buffer.from("before")));
    removeDraft(root, draft);
    expect(fs.readdirSync(path.join(root, ".stet/drafts"))).toEqual([]);
    expect(baseHash(root, draft)).toBeUndefined();
  });

  test("need no lock", () => {
    const root = temporaryNewsroom();
    keepDraft(root, "a", "x");
    expect(fs.readdirSync(path.join(root, ".stet")).sort()).toEqual([".gitignore", "drafts"]);
  });

  test.each([
    ["../../x", "-..-x"],
    ["a/b", "a-b"],
    [".hidden", "hidden"],
    ["", "untitled"],
    ["...", "untitled"],
    ["好".repeat(120), "好".repeat(56)],
    ["😀".repeat(120), "😀".repeat(56)],
  ])("of %j stay in their folder", (slug, name) => {
    const root = temporaryNewsroom();
    keepDraft(root, slug, "x");
    expect(textOf(root, `.stet/drafts/${name}.yaml`)).toBe("x");
  });

  test("that are no text are named", () => {
    const root = temporaryNewsroom();
    const draft = keepDraft(root, "a", "x");
    fs.writeFileSync(draft.file, Buffer.from([0xe9, 0x0a]));
    expect(() => readDraft(root, draft)).toThrow(".stet/drafts/a.yaml: line 1 is not UTF-8 (byte E9)");
    fs.rmSync(draft.file);
    expect(() => readDraft(root, draft)).toThrow(".stet/drafts/a.yaml was not read: it is not there");
  });

  test("are none where there is no folder", () => expect(listDrafts(temporaryNewsroom())).toEqual([]));
});
