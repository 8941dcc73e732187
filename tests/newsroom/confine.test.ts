import fs from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHidden, pathInNewsroom, relativeInside, requireInside } from "../../src/newsroom/confine.ts";
import { temporaryFolder } from "./temporary-newsroom.ts";

describe("a typed path", () => {
  test.each([
    ["articles/a.yaml", "/n", "articles/a.yaml"],
    ["./a.yaml", "/n/articles", "articles/a.yaml"],
    ["../b.yaml", "/n/articles", "b.yaml"],
    ["/n/articles/a.yaml", "/elsewhere", "articles/a.yaml"],
    ["..a.yaml", "/n", "..a.yaml"],
  ])("%s from %s is %s", (typed, from, inside) => expect(pathInNewsroom("/n", typed, from)).toBe(inside));

  test.each(["..", ".", "/", "/n", "../n2/a.yaml", "/etc/passwd", "articles/../../a.yaml", "a\0.yaml"])(
    "%j lies outside",
    (typed) => expect(() => pathInNewsroom("/n", typed, "/n")).toThrow(`${typed} lies outside this newsroom`),
  );

  test("by way of a link to the newsroom is inside", () => {
    const folder = temporaryFolder({ "real/articles/a.yaml": "" });
    fs.symlinkSync("real", path.join(folder, "link"));
    const typed = path.join(folder, "link/articles/a.yaml");
    expect(pathInNewsroom(path.join(folder, "real"), typed, "/")).toBe("articles/a.yaml");
  });
});

test("what requireInside lets pass never joins to a path outside", () => {
  const segment = fc.constantFrom("..", ".", "a", "", "b.yaml", "...", "..a");
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
      const file = segments.join("/");
      let passed = true;
      try {
        requireInside("/n/m", file);
      } catch {
        passed = false;
      }
      expect(passed).toBe(
        path.join("/n/m", file).startsWith("/n/m/") &&
          !file.startsWith("/") &&
          path.resolve("/n/m", file) !== "/n/m",
      );
    }),
  );
});

test.each([
  ["/n/a/b", "a/b"],
  ["/n", undefined],
  ["/n2/a", undefined],
  ["/", undefined],
])("relativeInside of %s", (absolute, inside) => expect(relativeInside("/n", absolute)).toBe(inside));

test.each([
  [".stet/lock.db", true],
  ["articles/.a.yaml", true],
  ["articles/a.yaml", false],
  ["a.b/c.d", false],
])("isHidden(%s) is %s", (file, hidden) => expect(isHidden(file)).toBe(hidden));
