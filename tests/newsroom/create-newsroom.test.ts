import path from "node:path";
import { describe, expect, test } from "vitest";
import { createNewsroom, type CreatedNewsroom } from "../../src/newsroom/create-newsroom.ts";
import { findNewsroom } from "../../src/newsroom/find-newsroom.ts";
import { isThere, temporaryFolder, textOf } from "./temporary-newsroom.ts";

function create(
  directory: string,
  settings = "stet: 1\n",
  ignore: readonly string[] = ["public/"],
): CreatedNewsroom {
  const lock = { command: "init", waitMs: 0, now: 0 };
  return createNewsroom(directory, { settings, folder: "articles", ignore, lock, verify: () => {} });
}

describe("createNewsroom", () => {
  test("makes settings, articles folder and ignored lines, and the folder itself", () => {
    const directory = path.join(temporaryFolder(), "new/deep");
    expect(create(directory)).toEqual({ root: directory, made: ["articles/", ".gitignore", "stet.yaml"] });
    expect([textOf(directory, "stet.yaml"), textOf(directory, ".gitignore")]).toEqual([
      "stet: 1\n",
      "public/\n",
    ]);
    expect(findNewsroom({ start: directory, env: {} })).toBe(directory);
  });

  test("made again changes nothing", () => {
    const directory = temporaryFolder();
    create(directory);
    expect(create(directory, "stet: 1\nname: Other\n").made).toEqual([]);
    expect(textOf(directory, "stet.yaml")).toBe("stet: 1\n");
  });

  test.each([
    ["a\n", "a\npublic/\n"],
    ["a", "a\npublic/\n"],
    ["a\r\n", "a\r\npublic/\r\n"],
    ["public/", "public/"],
    ["  public/ \nb", "  public/ \nb"],
  ])("adds to a .gitignore only what it lacks: %j", (text, expected) => {
    const directory = temporaryFolder({ ".gitignore": text });
    create(directory);
    expect(textOf(directory, ".gitignore")).toBe(expected);
  });

  test("without lines to ignore makes no .gitignore", () => {
    const directory = temporaryFolder();
    create(directory, "stet: 1\n", []);
    expect(isThere(directory, ".gitignore")).toBe(false);
  });

  test("where a file stands is refused", () => {
    const directory = path.join(temporaryFolder({ file: "" }), "file");
    expect(() => create(directory)).toThrow(/was not made: /);
  });
});
