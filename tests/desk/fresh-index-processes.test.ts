// Promises P5 and P7 for the index, with the built program: several at once, one killed wherever it is, threads or none;
// what the next command says is always what the files say.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { freshIndex, freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { buildProcess } from "../faults/build-process.ts";
import { killEverywhere } from "../faults/kill-everywhere.ts";
import { dumpIndex, type IndexDump } from "../index/dump-index.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { numberedNewsroom } from "../index/numbered-newsroom.ts";
import type { Files } from "../index/random-newsroom.ts";
import { runHere } from "../index/run-here.ts";
import { runProgram, type Run } from "../index/run-program.ts";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";

const LIST = ["list", "--json"];

/** What lies under `.stet`, the index's own files by what they are. */
function leftIn(root: string): string[] {
  return fs
    .readdirSync(path.join(root, ".stet"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replace(/\d+\.db/, "N.db"))
    .sort();
}

const TIDY = [".stet/.gitignore", ".stet/index/N.db", ".stet/index/lock.db"];

/** The list of an index made anew. */
async function anew(root: string): Promise<Run> {
  fs.rmSync(path.join(root, ".stet"), { recursive: true });
  return runHere(LIST, root);
}

describe("at once", () => {
  test("eight lists of a newsroom without an index are one list", () =>
    withNewsroom(numberedNewsroom(250), async (root) => {
      const runs = await Promise.all(Array.from({ length: 8 }, () => runProgram(LIST, { cwd: root })));
      expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
      expect(runs.map(({ end, stderr }) => ({ end, stderr }))).toEqual(
        runs.map(() => ({ end: 0, stderr: "" })),
      );
      expect(JSON.parse(runs[0]?.stdout ?? "")).toHaveLength(250);
      expect(leftIn(root)).toEqual(TIDY);
      expect(await anew(root)).toEqual(runs[0]);
    }));

  test("lists beside edits; the last one has them all", () =>
    withNewsroom(numberedNewsroom(100), async (root) => {
      const edit = (at: number): Promise<Run> =>
        runProgram(["set", `kicker=K${at}`, `story-${at}`], { cwd: root });
      const numbers = [1, 2, 3, 4, 5, 6];
      const runs = await Promise.all(numbers.flatMap((at) => [edit(at), runProgram(LIST, { cwd: root })]));
      expect(runs.map(({ end, stderr }) => ({ end, stderr }))).toEqual(
        runs.map(() => ({ end: 0, stderr: "" })),
      );
      const last = await runHere(LIST, root);
      expect(await anew(root)).toEqual(last);
      await withDesk(root, async (desk) => {
        const { index } = await freshIndex(desk);
        const edited = "SELECT slug FROM file WHERE head ->> 'kicker' GLOB 'K*' ORDER BY slug";
        const slugs = index.database
          .prepare(edited)
          .all()
          .map(({ slug }) => slug);
        expect(slugs).toEqual(numbers.map((at) => `story-${at}`));
      });
    }));

  test("a process that stopped while it wrote the index keeps nobody from reading it", () =>
    withNewsroom(numberedNewsroom(20), async (root) => {
      // Until the files are old enough for their stamps to tell that nothing has changed: no write, so no wait.
      await sleep(2_100);
      const before = await runHere(LIST, root);
      const writer = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
      writer.exec("BEGIN IMMEDIATE");
      writer.exec("DELETE FROM file");
      expect(await runProgram(LIST, { cwd: root, killAfter: 120_000 })).toEqual(before);
      writer.exec("ROLLBACK");
      writer.close();
    }));

  test("nor from reading what has changed since, which is waited for no longer than a moment", () =>
    withNewsroom(numberedNewsroom(20), async (root) => {
      await runHere(LIST, root);
      const writer = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
      writer.exec("BEGIN IMMEDIATE");
      writer.exec("DELETE FROM file");
      put(root, "articles/new.yaml", "headline: New\n");
      let took = Infinity;
      // A wait that is built in is as long each time; a machine that was busy is not.
      for (let tries = 0; took > 15_000 && tries < 3; tries++) {
        took = await timed(async () => {
          const run = await runProgram(LIST, { cwd: root, killAfter: 120_000 });
          expect(run).toMatchObject({ end: 0, stderr: "" });
          expect(JSON.parse(run.stdout)).toHaveLength(21);
        });
      }
      expect(took).toBeLessThan(15_000);
      const named = await runProgram(["new", "A headline"], { cwd: root, killAfter: 120_000 });
      expect(named).toMatchObject({ end: 0 });
      writer.exec("ROLLBACK");
      writer.close();
      expect(JSON.parse((await runHere(LIST, root)).stdout)).toHaveLength(22);
    }));
});

describe("while another process makes the first index", () => {
  const TWENTY = numberedNewsroom(20);

  /** Takes the lock of a making as that process would, with an unfinished file; returns what gives it up. */
  function beginMaking(root: string): () => void {
    put(root, ".stet/index/1.new", "");
    const maker = openDatabase(path.join(root, ".stet/index/lock.db"), { waitMs: 0, pragmas: [] });
    maker.exec("BEGIN IMMEDIATE");
    return () => maker.close();
  }

  /** A list that was stopped while it made the first index; one that was done before it could be is begun again. */
  async function stoppedMaker(root: string): Promise<{ child: ChildProcess; stdout: () => string }> {
    for (;;) {
      fs.rmSync(path.join(root, ".stet"), { recursive: true, force: true });
      let stdout = "";
      const words = [PROGRAM, ...LIST];
      const child = spawn(process.execPath, words, { cwd: root, env: environmentOf({ cwd: root }) });
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      const isMaking = (): boolean => fs.existsSync(path.join(root, ".stet/index/1.new"));
      while (!isMaking() && child.exitCode === null) await sleep(1);
      child.kill("SIGSTOP");
      if (isMaking()) return { child, stdout: () => stdout };
      child.kill("SIGKILL");
      await once(child, "close");
    }
  }

  test("it is waited for as long as it gets on, and not when it has been stopped", () =>
    withNewsroom(TWENTY, (stoppedRoot) =>
      withNewsroom(TWENTY, (busyRoot) =>
        withNewsroom(TWENTY, async (silentRoot) => {
          const ends = [stoppedRoot, busyRoot, silentRoot].map(beginMaking);
          const inTime = new Date(Date.now() + 55_000);
          fs.utimesSync(path.join(silentRoot, ".stet/index/1.new"), inTime, inTime);
          const waiting = [busyRoot, silentRoot].map((cwd) => runProgram(LIST, { cwd }));
          const beats = setInterval(
            () => fs.utimesSync(path.join(busyRoot, ".stet/index/1.new"), new Date(), new Date()),
            20,
          );
          const answer = await runProgram(LIST, { cwd: stoppedRoot, killAfter: 120_000 });
          await sleep(500);
          clearInterval(beats);
          for (const end of ends) end();
          expect(answer).toMatchObject({ end: 0, stderr: "" });
          expect(JSON.parse(answer.stdout)).toHaveLength(20);
          expect(leftIn(stoppedRoot)).toEqual([
            ".stet/.gitignore",
            ".stet/index/1.new",
            ".stet/index/lock.db",
          ]);
          expect(await Promise.all(waiting)).toEqual([answer, answer]);
          expect([leftIn(busyRoot), leftIn(silentRoot)]).toEqual([TIDY, TIDY]);
        }),
      ),
    ));

  test("when it goes on after a stop, neither has harmed the other", () =>
    withNewsroom(numberedNewsroom(500), async (root) => {
      const maker = await stoppedMaker(root);
      const other = await runProgram(LIST, { cwd: root, killAfter: 120_000 });
      maker.child.kill("SIGCONT");
      const [end] = await once(maker.child, "close");
      expect({ stdout: maker.stdout(), stderr: "", end }).toEqual(other);
      expect(await runProgram(LIST, { cwd: root })).toEqual(other);
      expect(leftIn(root)).toEqual(TIDY);
    }));
});

describe("killed", () => {
  test("at some moment of the first index, three times over: the next command is right and tidies up", () =>
    withNewsroom(numberedNewsroom(500), async (root) => {
      const wanted = await runHere(LIST, root);
      fs.rmSync(path.join(root, ".stet"), { recursive: true });
      let whole = await timed(() => runProgram(LIST, { cwd: root }));
      for (let part = 1; part <= 3;) {
        fs.rmSync(path.join(root, ".stet"), { recursive: true, force: true });
        const { end } = await runProgram(LIST, { cwd: root, killAfter: 40 + (part / 4) * (whole - 40) });
        expect(await runProgram(LIST, { cwd: root })).toEqual(wanted);
        expect(leftIn(root)).toEqual(TIDY);
        // What takes as long now may take less in a moment, when the machine has nothing else to do.
        if (end === "SIGKILL") part++;
        else whole *= 0.8;
      }
    }));

  test("at some moment of a sync, three times over", () =>
    withNewsroom(numberedNewsroom(300), async (root) => {
      let wanted = await runProgram(LIST, { cwd: root });
      for (let part = 1; part <= 3; part++) {
        for (const [name, text] of Object.entries(numberedNewsroom(250)))
          if (name !== "stet.yaml") put(root, name, String(text).replace("Story", `Story ${part}`));
        await runProgram(LIST, { cwd: root, killAfter: 60 + part * 40 });
        const next = await runProgram(LIST, { cwd: root });
        expect(next).not.toEqual(wanted);
        wanted = next;
      }
      expect(leftIn(root)).toEqual(TIDY);
      expect(await anew(root)).toEqual(wanted);
    }));

  test("before and in every file operation of the first index", async () => {
    const preload = await buildProcess("preload.ts", "index");
    const files = numberedNewsroom(5);
    let wanted = "";
    await withNewsroom(files, async (root) => {
      wanted = (await runHere(LIST, root)).stdout;
    });
    const checks: Promise<Run>[] = [];
    const roots: string[] = [];
    const report = await killEverywhere({
      preload,
      setup: (folder) => {
        for (const [name, text] of Object.entries(files)) put(folder, name, text);
      },
      command: (folder) => [PROGRAM, "-C", folder, ...LIST],
      check: (folder) => {
        // The folder goes with the check, which cannot wait: a copy is listed behind it.
        const copy = `${folder}.copy`;
        fs.cpSync(folder, copy, { recursive: true });
        roots.push(copy);
        checks.push(runHere(LIST, copy));
      },
    });
    const runs = await Promise.all(checks);
    for (const root of roots) fs.rmSync(root, { recursive: true });
    expect(runs.map(({ stdout, end }) => ({ stdout, end }))).toEqual(
      runs.map(() => ({ stdout: wanted, end: 0 })),
    );
    expect(report.kill).toBeGreaterThan(3);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe("in threads", () => {
  const files: Files = {
    ...numberedNewsroom(640),
    "articles/broken.yaml": "headline: [",
    "articles/latin.yaml": Uint8Array.from([0xe9]),
    "articles/odd.yaml": 'headline: "\\ud800 half"\nx: {"__proto__": 1, deep: {a: [.inf, {b: -0}]}}\n',
  };

  /** The index as the built program made it. */
  async function programs(root: string): Promise<IndexDump> {
    expect(await runProgram(["list", "--count"], { cwd: root })).toMatchObject({ stdout: "641\n" });
    const database = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
    const dump = dumpIndex({
      database,
      statements: new Map(),
      tally: { rows: 0, removed: [] },
      timezone: "UTC",
    });
    database.close();
    fs.rmSync(path.join(root, ".stet"), { recursive: true });
    return dump;
  }

  test("some hundreds of articles give the index that they give without, and where threads do not start", () =>
    withNewsroom(files, async (root) => {
      await sleep(2_100);
      const there = await programs(root);
      expect(await withDesk(root, (desk) => dumpIndex(freshIndexNow(desk).index))).toEqual(there);
      fs.rmSync(path.join(root, ".stet"), { recursive: true });
      // Run from its source there is no program for a thread.
      expect(await withDesk(root, async (desk) => dumpIndex((await freshIndex(desk)).index))).toEqual(there);
    }));
});
