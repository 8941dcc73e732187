// A manifest that somebody else has made and this user may only read.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { put, withNewsroom } from "../index/make-newsroom.ts";
import { runProgram } from "../index/run-program.ts";
import { AS_OTHER, canRunAsOther } from "../support/run-as-other.ts";

const SETTINGS =
  "stet: 1\nname: The Courier\nurl: https://courier.example/\npublish: {to: public, releases: 3}\n";
const LIVE = "headline: Live\nstatus: published\npublished: 2026-11-01T06:00:00Z\n";

function filesIn(root: string): string[] {
  const names = fs.readdirSync(root, { recursive: true, encoding: "utf8" });
  return names.filter((name) => !name.startsWith(".stet/index") && !name.endsWith("runs.ndjson")).sort();
}

test.skipIf(!canRunAsOther)(
  "whoever may not write it is told so before anything is made, and may ask what would be",
  () =>
    withNewsroom({ "stet.yaml": SETTINGS, "articles/live.yaml": LIVE }, async (root) => {
      expect(await runProgram(["publish"], { cwd: root })).toMatchObject({ end: 0 });
      const manifest = filesIn(root).find((name) => name.endsWith("manifest.db")) ?? "";
      put(root, "articles/live.yaml", `${LIVE}expires: 2026-11-02\n`);
      execFileSync("chmod", ["-R", "a+rwX", root]);
      fs.chmodSync(path.join(root, manifest), 0o444);
      const before = filesIn(root);
      const { stderr, end } = await runProgram(["publish"], { cwd: root, ...AS_OTHER });
      expect({ stderr, end }).toEqual({
        stderr: expect.stringContaining(`you may not write ${manifest} (owner `),
        end: 9,
      });
      expect(filesIn(root)).toEqual(before);
      const plan = await runProgram(["publish", "--dry-run"], { cwd: root, ...AS_OTHER });
      expect(plan).toMatchObject({ end: 0, stdout: expect.stringContaining("- ") });
    }),
);
