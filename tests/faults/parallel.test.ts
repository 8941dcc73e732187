// P7: several stets at once lose nothing, say who is in the way, and are never blocked by a dead one.
import fs from "node:fs";
import { afterEach, expect, test } from "vitest";
import { buildProcess } from "./build-process.ts";
import { filesIn, makeNewsroom } from "./newsroom-folder.ts";
import { nothingLost, raceWriters } from "./parallel-writers.ts";
import { runDriver, startHolder } from "./run-driver.ts";

const driver = await buildProcess("driver.ts", "parallel");
const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true });
});

function newsroom(): string {
  const root = makeNewsroom({ "articles/a.yaml": "0" });
  roots.push(root);
  return root;
}

test("six writers, fifty edits each in one file and in their own: none is lost", async () => {
  const race = { driver, writers: 6, edits: 50 };
  expect(await raceWriters(race)).toEqual(nothingLost(race));
});

test("a holder makes others wait, then refuse in words that name it; killed with -9, it blocks nobody", async () => {
  const root = newsroom();
  const holder = await startHolder(driver, root);
  const before = filesIn(root);
  const refused = await runDriver(driver, [root, "edit", "articles/a.yaml", "1"], {
    STET_WAIT: "300",
  });
  expect(refused.exit).toBe(1);
  expect(JSON.parse(refused.stderr)).toEqual({
    kind: "busy",
    code: "busy",
    message: `another stet (hold, pid ${holder.pid}, since 14:00:00) is writing; waited 0.3 s`,
  });
  expect(filesIn(root)).toEqual(before);
  holder.kill("SIGKILL");
  const next = await runDriver(driver, [root, "edit", "articles/a.yaml", "1"], { STET_WAIT: "120000" });
  expect(next).toEqual({ exit: 0, stderr: "" });
  expect(filesIn(root)).toEqual({ "stet.yaml": "stet: 1\n", "articles/a.yaml": "1" });
});

test("a waiting writer goes on as soon as the lock is free", async () => {
  const root = newsroom();
  const holder = await startHolder(driver, root);
  const waiting = runDriver(driver, [root, "edit", "articles/a.yaml", "1"], { STET_WAIT: "120000" });
  setTimeout(() => holder.kill("SIGKILL"), 200);
  expect(await waiting).toEqual({ exit: 0, stderr: "" });
});
