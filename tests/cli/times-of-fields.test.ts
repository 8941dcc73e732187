// Times of fields as people type them: `set` and `new` read what `schedule` reads, and write it whole.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const NOW = { STET_NOW: "2026-11-22T09:00:00+01:00" };
const SALT = "articles/2025/11/the-salt-ledger.yaml";

test.each([
  ["expires=fri 18:00", "expires: 2026-11-27T18:00:00+01:00"],
  ["embargo=24 dec 6am", "embargo: 2026-12-24T06:00:00+01:00"],
  ["updated=2026-11-21 07:30", "updated: 2026-11-21 07:30"],
  ["updated=now", "updated: 2026-11-22T09:00:00+01:00"],
])("stet set %j writes %j", async (change, line) => {
  const cwd = sampleNewsroom();
  expect(await runStet(["set", change, "the-salt-ledger"], { cwd, env: NOW })).toMatchObject({ exit: 0 });
  expect(readFileSync(path.join(cwd, SALT), "utf8")).toContain(`\n${line}\n`);
});

test("stet new takes them, too", async () => {
  const cwd = sampleNewsroom();
  const words = ["new", "Ferry", "--status", "ready", "--published", "tomorrow 6:00", "--expires", "+2h"];
  expect(await runStet(words, { cwd, env: NOW })).toMatchObject({ exit: 0, stdout: "ferry\n" });
  const text = readFileSync(path.join(cwd, "articles/2026/11/ferry.yaml"), "utf8");
  expect(text).toContain("\npublished: 2026-11-23T06:00:00+01:00\n");
  expect(text).toContain("\nexpires: 2026-11-22T11:00:00+01:00\n");
});

test.each([
  ["expires=9", 'cannot read the time "9"', '"tomorrow 9:00"'],
  ["expires=tomorrow", "has no time of day", '"tomorrow 06:00"'],
  ["expires=soon", 'cannot read the time "soon"', 'expires="tomorrow 6:00"'],
  ["expires=2027-03-28 02:30", "the clock jumps from 01:59 to 03:00", "take a time up to 01:59"],
])("stet set %j is refused: %s", async (change, why, hint) => {
  const cwd = sampleNewsroom();
  const before = readFileSync(path.join(cwd, SALT));
  const { exit, stderr } = await runStet(["set", change, "the-salt-ledger"], { cwd, env: NOW });
  expect([exit, stderr]).toEqual([2, expect.stringContaining(why)]);
  expect(stderr).toContain(hint);
  expect(readFileSync(path.join(cwd, SALT))).toEqual(before);
});

test("stet new names its own flag where it refuses one", async () => {
  const { stderr } = await runStet(["new", "Ferry", "--published", "soon"], {
    cwd: sampleNewsroom(),
    env: NOW,
  });
  expect(stderr).toContain('\n→ --published "tomorrow 6:00", "fri 9"');
});
