import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sweep } from "../../src/newsroom/write/sweep.ts";
import { isThere, locked, temporaryNewsroom, textOf } from "./temporary-newsroom.ts";

const TEMP = ".stet/tmp/0123456789abcdef";
const NOTE = ".stet/tmp/fedcba9876543210.json";
const SIBLING = "articles/.stet-0123456789abcdef";

test("a newsroom without leftovers is left alone, lock file and all", () => {
  const root = temporaryNewsroom();
  expect(sweep(root)).toBe(0);
  expect(isThere(root, ".stet")).toBe(false);
});

test("unfinished files go, others stay", () => {
  const root = temporaryNewsroom({ [TEMP]: "half", ".stet/tmp/mine.txt": "kept" });
  expect(sweep(root)).toBe(1);
  expect(fs.readdirSync(path.join(root, ".stet/tmp"))).toEqual(["mine.txt"]);
});

test("nothing goes while a writer is at work", () => {
  const root = temporaryNewsroom();
  locked(root, () => {
    fs.writeFileSync(path.join(root, TEMP), "half");
    expect(sweep(root)).toBe(0);
  });
  expect(isThere(root, TEMP)).toBe(true);
});

describe("a note", () => {
  const swept = (note: unknown, files: Record<string, string>): string => {
    const root = temporaryNewsroom({
      ...files,
      [NOTE]: typeof note === "string" ? note : JSON.stringify(note),
    });
    sweep(root);
    expect(isThere(root, NOTE)).toBe(false);
    return root;
  };

  test("of a file beside its target removes it", () => {
    expect(isThere(swept({ kind: "beside", temp: SIBLING }, { [SIBLING]: "half" }), SIBLING)).toBe(false);
  });
  test.each(["articles/a.yaml", "stet.yaml", ".stet-x"])("never removes what is not stet's: %s", (temp) => {
    expect(isThere(swept({ kind: "beside", temp }, { [temp]: "mine" }), temp)).toBe(true);
  });
  test("never reaches outside", () => {
    const other = temporaryNewsroom({ ".stet-0123456789abcdef": "theirs" });
    const root = temporaryNewsroom();
    const temp = `../${path.basename(other)}/.stet-0123456789abcdef`;
    fs.mkdirSync(path.join(root, ".stet/tmp"), { recursive: true });
    fs.writeFileSync(path.join(root, NOTE), JSON.stringify({ kind: "beside", temp }));
    sweep(root);
    expect(textOf(other, ".stet-0123456789abcdef")).toBe("theirs");
  });
  test("of a move that lacks its end ends it", () => {
    const root = swept({ kind: "move", from: "a.yaml", to: "b.yaml" }, { "a.yaml": "x", "b.yaml": "x" });
    expect([isThere(root, "a.yaml"), textOf(root, "b.yaml")]).toEqual([false, "x"]);
  });
  test("of a move that never began changes nothing", () => {
    const root = swept({ kind: "move", from: "a.yaml", to: "b.yaml" }, { "a.yaml": "x" });
    expect(textOf(root, "a.yaml")).toBe("x");
  });
  test("of a move whose files differ removes neither", () => {
    const root = swept({ kind: "move", from: "a.yaml", to: "b.yaml" }, { "a.yaml": "x", "b.yaml": "y" });
    expect([textOf(root, "a.yaml"), textOf(root, "b.yaml")]).toEqual(["x", "y"]);
  });
  test("of a move onto itself removes nothing", () => {
    expect(textOf(swept({ kind: "move", from: "a.yaml", to: "a.yaml" }, { "a.yaml": "x" }), "a.yaml")).toBe(
      "x",
    );
  });
  test.each(["", "{", "null", '{"kind":"move"}', '{"kind":"beside","temp":1}'])(
    "torn or foreign is only removed: %j",
    (note) => {
      expect(textOf(swept(note, { "a.yaml": "x" }), "a.yaml")).toBe("x");
    },
  );
});
