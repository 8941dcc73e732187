import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listTrash, moveToTrash, restoreFromTrash, type TrashedFile } from "../../src/newsroom/trash.ts";
import { isThere, locked, temporaryNewsroom, textOf } from "./temporary-newsroom.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 2, 7, 123);

function trash(root: string, file: string, now = NOON): TrashedFile {
  return locked(root, (lock) => moveToTrash(lock, file, now));
}

function restore(root: string, id: string): string {
  return locked(root, (lock) => restoreFromTrash(lock, id));
}

describe("the trash", () => {
  test("takes a file and says where it was and when it went", () => {
    const root = temporaryNewsroom({ "articles/2026/a.yaml": "x" });
    const trashed = trash(root, "articles/2026/a.yaml");
    expect(trashed).toMatchObject({ path: "articles/2026/a.yaml", trashedAt: NOON });
    expect(trashed.id).toMatch(/^20261122T120207123Z-[0-9a-f]{16}$/);
    expect(isThere(root, "articles/2026/a.yaml")).toBe(false);
    expect(listTrash(root)).toEqual([trashed]);
  });

  test("gives it back and is empty again", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    expect(restore(root, trash(root, "articles/a.yaml").id)).toBe("articles/a.yaml");
    expect(textOf(root, "articles/a.yaml")).toBe("x");
    expect(fs.readdirSync(path.join(root, ".stet/trash"))).toEqual([]);
  });

  test("gives it back though its folder is gone", () => {
    const root = temporaryNewsroom({ "articles/deep/a.yaml": "x" });
    const { id } = trash(root, "articles/deep/a.yaml");
    fs.rmdirSync(path.join(root, "articles/deep"));
    restore(root, id);
    expect(textOf(root, "articles/deep/a.yaml")).toBe("x");
  });

  test("never gives back over another file", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    const trashed = trash(root, "articles/a.yaml");
    fs.writeFileSync(path.join(root, "articles/a.yaml"), "y");
    expect(() => restore(root, trashed.id)).toThrow("articles/a.yaml exists already");
    expect([textOf(root, "articles/a.yaml"), listTrash(root)]).toEqual(["y", [trashed]]);
  });

  test("holds several of one path, the latest first", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "1" });
    const first = trash(root, "articles/a.yaml");
    fs.writeFileSync(path.join(root, "articles/a.yaml"), "2");
    const second = trash(root, "articles/a.yaml", NOON + 1);
    expect(listTrash(root)).toEqual([second, first]);
  });

  test("takes a link and leaves what it leads to; gives it back as it was", () => {
    const root = temporaryNewsroom({ "shared/a.yaml": "x", "articles/b.yaml": "" });
    fs.symlinkSync("../shared/a.yaml", path.join(root, "articles/a.yaml"));
    const { id } = trash(root, "articles/a.yaml");
    expect([isThere(root, "articles/a.yaml"), textOf(root, "shared/a.yaml")]).toEqual([false, "x"]);
    restore(root, id);
    expect(textOf(root, "articles/a.yaml")).toBe("x");
  });

  test("is empty where there is none, or only what a removal cut short left", () => {
    const root = temporaryNewsroom();
    expect(listTrash(root)).toEqual([]);
    fs.mkdirSync(path.join(root, ".stet/trash/20261122T120207123Z-0123456789abcdef/articles"), {
      recursive: true,
    });
    expect(listTrash(root)).toEqual([]);
  });

  test.each(["nope", "..", "20261122T120207123Z-0123456789abcdef"])("does not know %s", (id) => {
    expect(() => restore(temporaryNewsroom(), id)).toThrow(`there is no ${id} in the trash`);
  });

  test.each([
    ["articles/none.yaml", "there is no articles/none.yaml"],
    ["articles", "articles is not a file"],
    [".stet/lock.db", "lies outside this newsroom"],
  ])("does not take %s", (file, message) => {
    expect(() => trash(temporaryNewsroom({ "articles/a.yaml": "" }), file)).toThrow(message);
  });
});
