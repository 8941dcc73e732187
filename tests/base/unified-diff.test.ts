// A patch is what git takes: applied to the one text it gives the other, byte for byte.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff, type PatchSide } from "../../src/base/unified-diff.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const text = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "", "é", "x\r"), { maxLength: 30 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join("\n") + (isEnded ? "\n" : ""));
const side = (name: string): fc.Arbitrary<PatchSide | undefined> =>
  fc.option(
    text.map((found) => ({ path: name, text: found })),
    { nil: undefined, freq: 6 },
  );

test("git apply makes the new text of the old one, for many files at once", () => {
  const folder = temporaryFolder();
  const pairs = fc
    .sample(fc.tuple(side("name"), side("name")), { numRuns: 120, seed: 7 })
    .map(([before, after], at) => ({ before, after, name: `f${at}` }));
  const named = (from: PatchSide | undefined, name: string): PatchSide | undefined =>
    from === undefined ? undefined : { path: name, text: from.text };
  for (const { before, name } of pairs)
    if (before !== undefined) writeFileSync(path.join(folder, name), before.text);
  const patch = pairs
    // An empty file that comes or goes has a header and no lines.
    .map(({ before, after, name }) => unifiedDiff(named(before, name), named(after, name)))
    .join("");
  const { stderr, status } = spawnSync("git", ["apply", "--whitespace=nowarn", "-"], {
    cwd: folder,
    input: patch,
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  for (const { after, name } of pairs) {
    const file = path.join(folder, name);
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined, name).toBe(after?.text);
  }
});

test("a file that moved is renamed, and a strange name is quoted as git quotes it", () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "a b"));
  writeFileSync(path.join(folder, 'a b/"old".yaml'), "one\ntwo\n");
  const patch = unifiedDiff(
    { path: 'a b/"old".yaml', text: "one\ntwo\n" },
    { path: "a b/new\tname.yaml", text: "one\n2\n" },
  );
  const { stderr } = spawnSync("git", ["apply", "-"], { cwd: folder, input: patch, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(readFileSync(path.join(folder, "a b/new\tname.yaml"), "utf8")).toBe("one\n2\n");
  expect(existsSync(path.join(folder, 'a b/"old".yaml'))).toBe(false);
});

test("equal sides make no patch", () => {
  expect(unifiedDiff({ path: "a", text: "x" }, { path: "a", text: "x" })).toBe("");
});
