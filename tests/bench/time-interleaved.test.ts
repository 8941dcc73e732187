// Turns, warm-ups, and what becomes of a program that fails or is not there.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { changeArticle, restoreArticle } from "../../bench/change-article.ts";
import { generateNewsroom, type Corpus } from "../../bench/generate-newsroom.ts";
import { childEnvironment, faultOf, type Run } from "../../bench/run-child.ts";
import { timeInterleaved } from "../../bench/time-interleaved.ts";
import type { Call, Ground } from "../../bench/tools.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function makeGround(): Ground {
  const folder = temporaryFolder();
  const probe = { slug: "a", path: "a.yaml", hugoPath: "a.md", phrase: "b c" };
  const corpus: Corpus = {
    folder,
    newsroom: folder,
    hugo: folder,
    articles: 1,
    bytes: 1,
    probe,
    isNew: true,
  };
  return { root: folder, corpus, output: path.join(folder, "out") };
}

const run =
  (program: string, ...words: string[]): Call =>
  ({ corpus }) => ({ program, words, folder: corpus.folder });

describe("contenders", () => {
  test("take turns, once to warm up and once a round", () => {
    const turns: string[] = [];
    const contender = (name: string): Parameters<typeof timeInterleaved>[0][number] => ({
      before: () => turns.push(name),
      calls: [run("true")],
    });
    const timings = timeInterleaved([contender("stet"), contender("peer")], makeGround(), 2);
    expect(turns).toEqual(["stet", "peer", "stet", "peer", "stet", "peer"]);
    expect(timings.map(({ rounds }) => rounds)).toEqual([2, 2]);
  });

  test("are set up once", () => {
    const ground = makeGround();
    const append = run("sh", "-c", "echo once >> log");
    timeInterleaved([{ setUp: [append], calls: [run("true")] }], ground, 2);
    expect(readFileSync(path.join(ground.corpus.folder, "log"), "utf8")).toBe("once\n");
  });

  test("with several commands take the time of all", () => {
    const sleep = run("sleep", "0.03");
    const [both] = timeInterleaved([{ calls: [sleep, sleep] }], makeGround(), 1);
    expect(both?.seconds).toBeGreaterThan(0.06);
  });

  test("that fail are reported, and the others go on", () => {
    const [own, peer] = timeInterleaved(
      [{ calls: [run("true")] }, { calls: [run("stet-peer-that-is-not-installed")] }],
      makeGround(),
      1,
    );
    expect(own?.rounds).toBe(1);
    expect(peer).toEqual({ rounds: 0, fault: "not installed" });
  });

  test("are not asked when the first cannot run", () => {
    const fails = run("sh", "-c", "echo 'sorry: no' >&2; exit 4");
    expect(
      timeInterleaved([{ setUp: [fails], calls: [run("true")] }, { calls: [run("true")] }], makeGround(), 1),
    ).toEqual([{ rounds: 0, fault: "exit 4: sorry: no" }, { rounds: 0 }]);
  });
});

test("a command that stet does not have is not there", () => {
  const ended: Run = { seconds: 0, bytes: 0, status: 2, stderr: "", isMissing: false };
  expect(faultOf({ ...ended, stderr: 'error: "search" is not a stet command\n' })).toBe("not there");
  expect(faultOf({ ...ended, stderr: "error: bad query\n→ help\n" })).toBe("exit 2: error: bad query");
  expect(faultOf({ ...ended, status: 4, stderr: "no: x is not a stet command" })).toMatch(/^exit 4: no/);
  expect(faultOf({ ...ended, status: 0 })).toBeUndefined();
  expect(faultOf({ ...ended, status: null })).toBe("stopped: took too long");
});

test("children see one instant and nothing that steers Node or stet", () => {
  const steering = { NODE_OPTIONS: "-r x", NODE_EXTRA_CA_CERTS: "/x", STET_STORE: "/x", npm_config_x: "" };
  expect(childEnvironment({ ...steering, STET_NOW: "today", PATH: "/bin" })).toEqual({
    PATH: "/bin",
    STET_NOW: "2026-11-22T09:00:00+01:00",
  });
});

test("an article that was changed many times is restored to the byte", () => {
  const folder = temporaryFolder();
  const corpus = generateNewsroom({ folder, seed: 7, articles: 100, withHugo: false });
  const file = path.join(corpus.newsroom, corpus.probe.path);
  const text = readFileSync(file, "utf8");
  changeArticle(corpus);
  const once = readFileSync(file, "utf8");
  changeArticle(corpus);
  const twice = readFileSync(file, "utf8");
  expect(new Set([text, once, twice]).size).toBe(3);
  expect(twice.length - once.length).toBeLessThan(3);
  writeFileSync(file, twice);
  restoreArticle(corpus);
  expect(readFileSync(file, "utf8")).toBe(text);
});
