// The real program, killed by SIGKILL at whatever it is doing: the next publish makes the site whole.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import {
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
  type Files,
} from "./desk/site/site-newsroom.ts";
import { environmentOf, PROGRAM } from "./support/run-stet.ts";

const NOW = "2026-11-22T09:00:00+01:00";

function articles(word: string): Files {
  const text = (at: number): string =>
    article(at, `headline: ${word} ${at}\nstatus: published\npublished: 2026-01-05T09:00:00Z\ntags: [rail]`);
  return Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`articles/story-${at}.yaml`, text(at)]));
}

test("killed at ten moments, each of an edition in which every page changes", async () => {
  const root = newsroomOf(articles("First"));
  await publishAt(root, NOW);
  for (let turn = 0; turn < 10; turn++) {
    write(root, articles(`Turn ${turn}`));
    const child = spawn(process.execPath, [PROGRAM, "publish", "-q"], {
      cwd: root,
      env: environmentOf({ cwd: root }),
    });
    const ended = once(child, "exit");
    await new Promise((resolve) => setTimeout(resolve, 150 + turn * 60));
    child.kill("SIGKILL");
    await ended;
  }
  await publishAt(root, NOW);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOW));
});

test("what a killed run brought and took away late is told by the next that gets to its end, once", async () => {
  const lives = (more: string): string => `status: published\npublished: ${more}`;
  const root = newsroomOf({
    "articles/old.yaml": article(1, `headline: Old\n${lives("2026-11-01\nexpires: 2026-11-21")}`),
    "articles/kept.yaml": article(2, `headline: Kept\n${lives("2026-11-01")}`),
  });
  await publishAt(root, "2026-11-20T09:00:00+01:00");
  write(root, {
    "articles/kept.yaml": article(2, `headline: Kept\n${lives("2026-11-20T10:00:00+01:00")}`),
    "articles/new.yaml": article(3, `headline: New\n${lives("2026-11-21T09:00:00+01:00")}`),
    // Kills the process when the front page is to take its place: the pages of articles are in theirs.
    "kill.cjs": `const fs = require("node:fs");
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        if (String(to).endsWith("public/index.html")) process.kill(process.pid, "SIGKILL");
        renameSync(from, to);
      };`,
  });
  const killed = spawn(process.execPath, ["--require", `${root}/kill.cjs`, PROGRAM, "publish", "-q"], {
    cwd: root,
    env: environmentOf({ cwd: root }),
  });
  expect(await once(killed, "exit")).toEqual([null, "SIGKILL"]);
  expect([...siteTree(root).keys()]).toContain("2026/11/new/index.html");
  const { late } = await publishAt(root, NOW);
  expect(late.map(({ slug, wasOut }) => [slug, wasOut])).toEqual([
    ["new", undefined],
    ["old", true],
  ]);
  expect((await publishAt(root, NOW, { force: true })).late).toEqual([]);
});
