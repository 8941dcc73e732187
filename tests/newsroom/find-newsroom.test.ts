import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findNewsroom } from "../../src/newsroom/find-newsroom.ts";
import { temporaryFolder } from "./temporary-newsroom.ts";

function tree(): { root: string; deep: string } {
  const root = temporaryFolder({
    "stet.yaml": "stet: 1\n",
    "articles/2026/11/.keep": "",
    "other/stet.yaml": "",
  });
  return { root, deep: path.join(root, "articles/2026/11") };
}

describe("a newsroom is found", () => {
  test("here", () => {
    const { root } = tree();
    expect(findNewsroom({ start: root, env: {} })).toBe(root);
  });
  test("above", () => {
    const { root, deep } = tree();
    expect(findNewsroom({ start: deep, env: {} })).toBe(root);
  });
  test("by STET_STORE before the folder one is in", () => {
    const { root, deep } = tree();
    expect(findNewsroom({ start: deep, env: { STET_STORE: path.join(root, "other") } })).toBe(
      path.join(root, "other"),
    );
  });
  test("by name before STET_STORE, relative to the start", () => {
    const { root } = tree();
    expect(findNewsroom({ store: "other", start: root, env: { STET_STORE: root } })).toBe(
      path.join(root, "other"),
    );
  });
  test("not by an empty STET_STORE", () => {
    const { root } = tree();
    expect(findNewsroom({ start: root, env: { STET_STORE: "" } })).toBe(root);
  });
  test("through a link, by its real path", () => {
    const { root } = tree();
    fs.symlinkSync(root, path.join(root, "link"));
    expect(findNewsroom({ store: "link", start: root, env: {} })).toBe(root);
  });
});

describe("no newsroom", () => {
  test("here or above", () => {
    const start = temporaryFolder();
    expect(() => findNewsroom({ start, env: {} })).toThrow(`no stet.yaml here or above ${start}`);
  });
  test("is a store error with the way out", () => {
    const start = temporaryFolder();
    const error = thrownBy(() => findNewsroom({ start, env: {} }));
    expect(error).toMatchObject({
      kind: "store",
      code: "no-store",
      details: { hint: "stet init makes one" },
    });
  });
  test("in the folder named, though there is one above it", () => {
    const { deep } = tree();
    expect(() => findNewsroom({ store: deep, start: deep, env: {} })).toThrow(`no stet.yaml in ${deep}`);
  });
  test("beyond a ceiling, which is not looked into", () => {
    const { root, deep } = tree();
    const env = { STET_CEILING_DIRS: ["/nowhere", root].join(path.delimiter) };
    expect(() => findNewsroom({ start: deep, env })).toThrow("no stet.yaml here or above");
    expect(findNewsroom({ start: root, env })).toBe(root);
  });
  test("above HOME, where others might have planted one", () => {
    const { root, deep } = tree();
    const home = path.join(root, "articles");
    expect(() => findNewsroom({ start: deep, env: { HOME: home } })).toThrow("no stet.yaml here or above");
  });
  test("where stet.yaml is a folder", () => {
    const start = temporaryFolder({ "stet.yaml/x": "" });
    expect(() => findNewsroom({ start, env: {} })).toThrow("no stet.yaml here or above");
  });
  test("in a folder that is gone", () => {
    expect(() => findNewsroom({ start: "/nowhere/at/all", env: {} })).toThrow(
      "there is no folder /nowhere/at/all",
    );
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
