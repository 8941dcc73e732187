// Two publishes at once: while another process has the site, `--if-busy` decides, and nothing on the site moves.
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { article, newsroomOf, siteTree, write } from "../desk/site/site-newsroom.ts";
import { runStet, type Outcome } from "../support/run-stet.ts";

/** Holds the lock of the manifest as a publish does, until its stdin says for how many milliseconds more. */
const HOLDER = `
const sqlite = (() => { try { return require("node:sqlite"); } catch { return require("@photostructure/sqlite"); } })();
const database = new sqlite.DatabaseSync(process.argv[1]);
database.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
process.stdout.write("held");
process.stdin.once("data", (ms) => setTimeout(() => database.close(), Number(ms)));`;

async function holding(root: string): Promise<ChildProcess> {
  const home = path.join(root, ".stet/publish");
  const name = readdirSync(home, { recursive: true, encoding: "utf8" }).find((each) =>
    each.endsWith("manifest.db"),
  );
  const manifest = path.join(home, name ?? "");
  const cwd = path.resolve(import.meta.dirname, "../..");
  const holder = spawn(process.execPath, ["-e", HOLDER, manifest], {
    cwd,
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  await once(holder.stdout, "data");
  return holder;
}

const LIVE = "status: published\npublished: 2026-01-05T09:00:00Z";
let root = "";
const stet = (line: string): Promise<Outcome> => runStet(line.split(" "), { cwd: root });
const isOut = (): boolean => existsSync(path.join(root, "public/2026/01/two/index.html"));

beforeEach(async () => {
  root = newsroomOf({ "articles/one.yaml": article(1, `headline: One\n${LIVE}`) });
  await stet("publish");
  write(root, { "articles/two.yaml": article(2, `headline: Two\n${LIVE}`) });
});

test("skip leaves quietly, fail says so with exit 7, wait gives up in its time", async () => {
  const before = siteTree(root);
  await holding(root);
  expect(await stet("publish -q --if-busy skip")).toEqual({ stdout: "", stderr: "", exit: 0 });
  const busy = "error: another stet is publishing to public\n→ nothing was changed: try again\n";
  expect(await stet("publish -q --if-busy fail")).toEqual({ stdout: "", stderr: busy, exit: 7 });
  expect(await stet("publish")).toEqual({ stdout: "", stderr: busy, exit: 7 });
  const waited = busy.replace("public\n", "public; waited 1 s\n");
  expect(await stet("publish --if-busy wait --lock-timeout 1")).toEqual({
    stdout: "",
    stderr: waited,
    exit: 7,
  });
  expect(siteTree(root)).toEqual(before);
});

test("wait goes on when the other is done", async () => {
  const holder = await holding(root);
  holder.stdin?.write("300");
  expect(await stet("publish --if-busy wait")).toEqual({ stdout: "", stderr: "", exit: 0 });
  expect(isOut()).toBe(true);
});

test("a holder that was killed is in nobody's way", async () => {
  const holder = await holding(root);
  const gone = once(holder, "exit");
  holder.kill("SIGKILL");
  await gone;
  expect(await stet("publish")).toEqual({ stdout: "", stderr: "", exit: 0 });
  expect(isOut()).toBe(true);
});
