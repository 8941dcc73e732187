// --log: a line of JSON for each thing that happened, appended, and never among the data.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function newsroom(): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: The Courier\nurl: https://courier.example/\n");
  writeFileSync(path.join(cwd, "articles/ferry.yaml"), "headline: The ferry\nstatus: review\n");
  return cwd;
}

/** Each record as `cmd level event slug exit`, once the rest of it is known to be right. */
function eventsIn(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const record: Readonly<Record<string, unknown>> = JSON.parse(line);
      expect(Object.keys(record).slice(0, 6)).toEqual(["ts", "level", "cmd", "event", "slug", "ms"]);
      expect(String(record["ts"])).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(record["ms"]).toBeGreaterThanOrEqual(0);
      return ["cmd", "level", "event", "slug", "exit"].map((key) => String(record[key])).join(" ");
    });
}

test("changes, problems, errors and the end are appended to one file", async () => {
  const cwd = newsroom();
  const file = path.join(cwd, "stet.ndjson");
  const run = (...words: string[]) => runStet([...words, "--log", "stet.ndjson"], { cwd });
  expect(await run("set", "kicker=Sea", "ferry", "--dry-run")).toMatchObject({ exit: 0 });
  expect(await run("set", "kicker=Sea", "ferry")).toEqual({ stdout: "ferry\n", stderr: "", exit: 0 });
  await run("approve", "ferry");
  await run("new", "Second");
  await run("rename", "second", "third");
  await run("rm", "third");
  await run("restore", "third");
  await run("undo", "-y");
  writeFileSync(path.join(cwd, "articles/bad.yaml"), "headline: Brexit: what now?\n");
  await run("list");
  await run("show", "nope");
  const end = (cmd: string): string => `${cmd} info end null 0`;
  expect(eventsIn(readFileSync(file, "utf8"))).toEqual([
    end("set"),
    "set info changed ferry undefined",
    end("set"),
    "approve info changed ferry undefined",
    end("approve"),
    "new info created second undefined",
    end("new"),
    "rename info renamed third undefined",
    end("rename"),
    expect.stringMatching(/^rm info trashed articles\/.*third\.yaml undefined$/),
    end("rm"),
    expect.stringMatching(/^restore info restored articles\/.*third\.yaml undefined$/),
    end("restore"),
    expect.stringMatching(/^undo info undone articles\/.*third\.yaml undefined$/),
    end("undo"),
    "list error problem articles/bad.yaml undefined",
    "list warn end null 6",
    "show error error null undefined",
    "show warn end null 3",
  ]);
});

test("what could not be done while other things were is in it, and in the form that errors have", async () => {
  const cwd = newsroom();
  writeFileSync(path.join(cwd, "articles/bad.yaml"), "headline: Brexit: what now?\n");
  const line = ["set", "kicker=Sea", "ferry", "bad", "--yes", "--log", "stet.ndjson"];
  const { exit, stderr } = await runStet(line, { cwd, env: { STET_JSON_ERRORS: "1" } });
  expect(exit).toBe(6);
  expect(JSON.parse(stderr)).toMatchObject({ error: { message: expect.any(String) } });
  expect(eventsIn(readFileSync(path.join(cwd, "stet.ndjson"), "utf8"))).toEqual([
    "set info changed ferry undefined",
    "set error error articles/bad.yaml undefined",
    "set warn end null 6",
  ]);
});

test("- is stderr, publish says how it went", async () => {
  const cwd = newsroom();
  const { stdout, stderr } = await runStet(["publish", "--log", "-"], { cwd });
  expect(stdout).toBe("");
  expect(eventsIn(stderr)).toEqual(["publish info published null undefined", "publish info end null 0"]);
});

test("a log that cannot be written, or would be an article, stops the run before it did anything", async () => {
  const cwd = newsroom();
  const change = ["set", "kicker=Sea", "ferry"];
  const before = readFileSync(path.join(cwd, "articles/ferry.yaml"), "utf8");
  expect(await runStet([...change, "--log", "no/such/folder"], { cwd })).toMatchObject({ exit: 9 });
  expect(await runStet([...change, "--log", "articles/ferry.yaml"], { cwd })).toMatchObject({ exit: 2 });
  expect(readFileSync(path.join(cwd, "articles/ferry.yaml"), "utf8")).toBe(before);
  expect(existsSync(path.join(cwd, "no"))).toBe(false);
});

test("a link to an article, and stet's own folder, are not appended to", async () => {
  const cwd = newsroom();
  const article = path.join(cwd, "articles/ferry.yaml");
  const before = readFileSync(article, "utf8");
  symlinkSync(article, path.join(cwd, "link.log"));
  await runStet(["list"], { cwd });
  for (const name of ["link.log", ".stet/lock.db", ".stet/index/new.log"]) {
    const { exit, stderr } = await runStet(["list", "--log", name], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining(`not to ${name}\n`) });
  }
  expect(readFileSync(article, "utf8")).toBe(before);
});
