// The zone of a new newsroom by the variable TZ, which may hold more than a name: a process's own zone is Intl's to tell.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** The line of stet.yaml, or the error; without TZ where it is undefined. */
function zoneOf(TZ: string | undefined): string {
  const cwd = temporaryFolder();
  const { stderr } = spawnSync(process.execPath, [PROGRAM, "init", "new"], {
    cwd,
    env: { ...environmentOf({ cwd }), TZ },
    input: "",
    encoding: "utf8",
  });
  if (stderr !== "") return stderr;
  return /^timezone: .*$/m.exec(readFileSync(path.join(cwd, "new/stet.yaml"), "utf8"))?.[0] ?? "";
}

test("is that of the machine where TZ names none", () => {
  const usual = zoneOf(undefined);
  expect(usual).toMatch(/^timezone: [A-Z]/);
  expect(zoneOf(":/etc/localtime")).toBe(usual);
  expect(zoneOf("ABC3")).toBe(usual);
});

test.each([
  ["", "timezone: UTC"],
  [":/usr/share/zoneinfo/Asia/Tokyo", "timezone: Asia/Tokyo"],
  ["Etc/GMT+5", "timezone: Etc/GMT+5"],
])("for TZ=%s is %s", (TZ, zone) => expect(zoneOf(TZ)).toContain(zone));
