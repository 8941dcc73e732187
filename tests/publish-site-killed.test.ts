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
