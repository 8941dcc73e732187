// `stet publish` notes what it did and what went wrong; `stet log --runs` shows it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function newsroom(): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: The Courier\nurl: https://courier.example/\n");
  writeFileSync(
    path.join(cwd, "articles/ferry.yaml"),
    "headline: The ferry\nstatus: published\npublished: 2026-11-20T09:00:00Z\nbody: One.\n",
  );
  return cwd;
}

test("a run that did something or had trouble is kept, one that found nothing to do is not", async () => {
  const cwd = newsroom();
  const runs = async (): Promise<readonly Record<string, unknown>[]> => {
    const found: readonly Record<string, unknown>[] = JSON.parse(
      (await runStet(["log", "--runs", "--json"], { cwd })).stdout,
    );
    return found;
  };
  expect(await runs()).toEqual([]);
  expect((await runStet(["log", "--runs", "--json=nope"], { cwd })).exit).toBe(2);
  await runStet(["publish", "--dry-run"], { cwd });
  expect(await runs()).toEqual([]);
  expect((await runStet(["publish"], { cwd })).exit).toBe(0);
  expect((await runStet(["publish"], { cwd })).exit).toBe(0);
  expect(await runs()).toMatchObject([{ cmd: "publish", exit: 0, problems: 0, trouble: [] }]);
  writeFileSync(path.join(cwd, "articles/bad.yaml"), "headline: Brexit: what now?\n");
  expect((await runStet(["publish"], { cwd })).exit).toBe(6);
  rmSync(path.join(cwd, "articles/bad.yaml"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: The Courier\n");
  expect((await runStet(["publish"], { cwd })).exit).toBe(8);
  const [stopped, partly, first, ...others] = await runs();
  expect(others).toEqual([]);
  expect(first?.["added"]).toBeGreaterThan(5);
  expect(partly).toMatchObject({ exit: 6, problems: 1 });
  expect(partly?.["trouble"]).toEqual([
    expect.stringContaining("articles/bad.yaml: the headline needs quotes"),
  ]);
  expect(stopped).toMatchObject({ exit: 8, trouble: [expect.stringContaining("stet.yaml has no url")] });
  const shown = await runStet(["log", "--runs", "-n", "1"], { cwd, terminal: 80, env: { NO_COLOR: "1" } });
  expect(shown.stdout.split("\n")[0]).toMatch(/^WHEN +TOOK +EXIT +ADDED +REWRITTEN +REMOVED +TROUBLE$/);
  expect(shown.stdout.split("\n")).toHaveLength(3);
  const piped = await runStet(["log", "--runs"], { cwd });
  expect(
    piped.stdout
      .replace(/\n$/, "")
      .split("\n")
      .map((row) => row.split("\t").length),
  ).toEqual([8, 8, 8]);
  expect(await runStet(["log", "--runs", "ferry"], { cwd })).toMatchObject({ exit: 2 });
});
