import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { isThere, locked, temporaryNewsroom, textOf } from "./temporary-newsroom.ts";

function move(root: string, from: string, to: string): void {
  locked(root, (lock) => moveArticle(lock, { from, to }));
}

describe("moveArticle", () => {
  test("moves, making folders", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    move(root, "articles/a.yaml", "articles/2026/11/b.yaml");
    expect([isThere(root, "articles/a.yaml"), textOf(root, "articles/2026/11/b.yaml")]).toEqual([false, "x"]);
  });

  test.each(["y", "x"])("never takes the place of another file (%s)", (text) => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x", "articles/b.yaml": text });
    expect(() => move(root, "articles/a.yaml", "articles/b.yaml")).toThrow(
      new StetError(
        "conflict",
        "exists",
        "articles/b.yaml exists already; articles/a.yaml stays where it is",
        { where: { file: "articles/b.yaml" } },
      ),
    );
    expect([textOf(root, "articles/a.yaml"), textOf(root, "articles/b.yaml")]).toEqual(["x", text]);
    locked(root, () => {});
    expect(textOf(root, "articles/a.yaml")).toBe("x");
  });

  test("onto itself does nothing", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    move(root, "articles/a.yaml", "articles/a.yaml");
    expect(textOf(root, "articles/a.yaml")).toBe("x");
  });

  test("to another spelling of its name", () => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    move(root, "articles/a.yaml", "articles/A.yaml");
    expect(textOf(root, "articles/A.yaml")).toBe("x");
  });

  test("of what is not there", () => {
    const root = temporaryNewsroom();
    expect(() => move(root, "articles/a.yaml", "articles/b.yaml")).toThrow(
      new StetError("not-found", "not-found", "there is no articles/a.yaml", {
        where: { file: "articles/a.yaml" },
      }),
    );
    expect(isThere(root, "articles")).toBe(false);
  });

  test("of a folder", () => {
    const root = temporaryNewsroom({ "articles/a/x": "" });
    expect(() => move(root, "articles/a", "articles/b")).toThrow("articles/a is not a file");
  });

  test.each([
    ["articles/a.yaml", ".stet/x.yaml"],
    [".stet/lock.db", "articles/b.yaml"],
  ])("of %s to %s", (from, to) => {
    const root = temporaryNewsroom({ "articles/a.yaml": "x" });
    expect(() => move(root, from, to)).toThrow("is hidden; articles are not");
  });
});
