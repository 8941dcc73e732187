// stet's own folder, made by several at the same moment: whoever comes second finds it made.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeStetFolder } from "../../src/newsroom/stet-folder.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { temporaryNewsroom } from "./temporary-newsroom.ts";

/** Makes the folder while `other` does its part just before each operation on `name` that would write. */
function madeBeside(root: string, name: string, other: (file: string) => void): string {
  let isOther = false;
  const end = injectFaults(fs, ({ path: file, mutates }) => {
    if (mutates && !isOther && file.endsWith(name)) {
      isOther = true;
      other(path.resolve(root, file));
      isOther = false;
    }
    return "pass";
  });
  try {
    return makeStetFolder(root, "tmp");
  } finally {
    end();
  }
}

test.each<[string, (file: string) => void]>([
  [".stet", (file) => fs.mkdirSync(file)],
  [".stet/tmp", (file) => fs.mkdirSync(file)],
  [".stet/.gitignore", (file) => fs.writeFileSync(file, "*\n")],
])("another stet makes %s first", (name, other) => {
  const root = temporaryNewsroom();
  expect(madeBeside(root, name, other)).toBe(path.join(root, ".stet/tmp"));
  expect(fs.readdirSync(path.join(root, ".stet")).toSorted()).toEqual([".gitignore", "tmp"]);
  expect(fs.readFileSync(path.join(root, ".stet/.gitignore"), "utf8")).toBe("*\n");
});

test("a link that comes first is refused as one that was there", () => {
  const root = temporaryNewsroom();
  const make = (): string => madeBeside(root, ".stet", (file) => fs.symlinkSync("/", file));
  expect(make).toThrow(".stet is not a folder; stet keeps its own files there");
});

test("what is there is not made again", () => {
  const root = temporaryNewsroom();
  makeStetFolder(root, "tmp");
  const made: string[] = [];
  const end = injectFaults(fs, ({ name, mutates }) => {
    if (mutates) made.push(name);
    return "pass";
  });
  try {
    makeStetFolder(root, "tmp");
  } finally {
    end();
  }
  expect(made).toEqual([]);
});

test.each([".stet", ".stet/.gitignore"])("%s that cannot be made is told", (name) => {
  const root = temporaryNewsroom();
  const end = injectFaults(fs, ({ path: file, mutates }) =>
    mutates && file.endsWith(name) ? { error: "EACCES" } : "pass",
  );
  try {
    expect(() => makeStetFolder(root, "tmp")).toThrow(` ${name} (`);
  } finally {
    end();
  }
});
