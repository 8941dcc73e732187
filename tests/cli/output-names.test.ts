// Two articles of one slug, written into a folder: the second file does not silently replace the first.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([
  ["render --to markdown", "one.md"],
  ["export --to markdown", "one.md"],
])("%s keeps the first and says so", async (command, name) => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\narticles: '{slug}.yaml'\n");
  for (const file of ["a", "b"])
    writeFileSync(path.join(cwd, `${file}.yaml`), `headline: From ${file}\nslug: one\nbody: |\n  Text.\n`);
  const line = [...command.split(" "), "-Q", "slug:one", "-o", "out/"];
  const { exit, stderr } = await runStet(line, { cwd });
  expect(exit).toBe(6);
  expect(stderr).toContain(`${name} is the file of another article, too, and holds that one`);
  expect(readdirSync(path.join(cwd, "out"))).toEqual([name]);
  expect(readFileSync(path.join(cwd, "out", name), "utf8")).toMatch(/From [ab]/);
});
