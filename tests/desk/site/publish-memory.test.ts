// The quick way of publish, where nothing is due: after each kind of change the site is what it would be from nothing.
// The machine's clock barely moves here, so that the hourly look at everything never hides a wrong "nothing due".
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { writePublishMemory } from "../../../src/newsroom/site/publish-memory.ts";
import { sweep } from "../../../src/newsroom/write/sweep.ts";
import type { Decide } from "../../faults/inject-faults.ts";
import { injecting } from "../../index/injecting.ts";
import {
  article,
  newsroomOf,
  publishAt,
  SETTINGS,
  siteFromNothing,
  siteTree,
  write,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const later = (hours: number): string => new Date(Date.parse(NOON) + hours * 3_600_000).toISOString();

function newsroom(): string {
  const image = `image: {src: images/late.gif, alt: A}`;
  const moments = `embargo: ${later(2)}\nexpires: ${later(4)}`;
  return newsroomOf(
    {
      "theme/assets/logo.svg": "<svg/>",
      "theme/style.css": "",
      "articles/one.yaml": article(
        1,
        `headline: One\nstatus: published\npublished: ${later(-47)}\nsection: world`,
      ),
      "articles/two.yaml": article(
        2,
        `headline: Two\nstatus: published\npublished: ${later(-1)}\n${image}\nupdated: ${later(5)}`,
      ),
      "articles/six.yaml": article(
        6,
        `headline: Six\nstatus: published\npublished: ${later(-1)}\n${moments}`,
      ),
      "articles/ten.yaml": article(10, `headline: Ten\nstatus: published\npublished: ${later(3)}`),
      "articles/old.yaml": article(
        11,
        `headline: Old\nstatus: published\npublished: ${later(-90)}\ncorrections:\n  - {at: ${later(6)}, text: Wrong.}`,
      ),
    },
    SETTINGS.replace("publish:", "publish:\n  theme: theme").replace('"section:world"', '"published:-2d.."'),
  );
}

const GIF = Uint8Array.from([71, 73, 70, 56, 57, 97, 3, 0, 3, 0, 0, 0, 0, 59]);
const MEMORY = ".stet/publish/last.json";

type Change = (root: string) => void;
const CHANGES: readonly (readonly [string, Change])[] = [
  [
    "an article",
    (root) =>
      write(root, {
        "articles/one.yaml": article(1, `headline: Uno\nstatus: published\npublished: ${NOON}`),
      }),
  ],
  ["a removed article", (root) => rmSync(path.join(root, "articles/one.yaml"))],
  ["the settings", (root) => write(root, { "stet.yaml": SETTINGS })],
  ["a style", (root) => write(root, { "theme/style.css": "p{}" })],
  ["a file of the theme", (root) => write(root, { "theme/assets/logo.svg": "<svg></svg>" })],
  ["a new file of the theme", (root) => write(root, { "theme/assets/new.svg": "<svg/>" })],
  ["an image that was missing", (root) => write(root, { "images/late.gif": GIF })],
  ["a rebuilt index", (root) => rmSync(path.join(root, ".stet/index"), { recursive: true })],
  ["a site that was removed", (root) => rmSync(path.join(root, "public"), { recursive: true })],
  [
    "a torn memory",
    (root) =>
      writeFileSync(path.join(root, MEMORY), readFileSync(path.join(root, MEMORY), "utf8").slice(0, 40)),
  ],
  [
    "a memory of other things",
    (root) => writeFileSync(path.join(root, MEMORY), '{"seen":"","at":0,"done":0,"until":null,"images":{}}'),
  ],
];

describe("something is due after", () => {
  test.each(CHANGES)("%s", async (_, change) => {
    const root = newsroom();
    await publishAt(root, NOON);
    expect(existsSync(path.join(root, MEMORY))).toBe(true);
    change(root);
    await publishAt(root, NOON);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  });

  test.each<[string, (from: string, to: string) => void]>([
    ["written in place", (from, to) => writeFileSync(to, readFileSync(from))],
    ["moved there", (from, to) => renameSync(from, to)],
  ])("an image and a file of the theme of the same length and time as before, %s", async (_, replace) => {
    const root = newsroom();
    write(root, { "images/late.gif": GIF });
    const other = { "images/late.gif": Buffer.from(GIF).fill(7, 9), "theme/assets/logo.svg": "<SVG/>" };
    const dated = (name: string): void => utimesSync(path.join(root, name), 1_700_000_000, 1_700_000_000);
    for (const name of Object.keys(other)) dated(name);
    await publishAt(root, NOON);
    for (const [name, content] of Object.entries(other)) {
      write(root, { new: content });
      replace(path.join(root, "new"), path.join(root, name));
      dated(name);
      await publishAt(root, NOON);
      expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
    }
  });

  test.each([2, 3, 4, 5, 6, 1, 1.5, 30, 47, 51, 400])("%d hours, and back again", async (hours) => {
    const root = newsroom();
    await publishAt(root, NOON);
    for (const now of [later(hours), NOON]) {
      await publishAt(root, now, { force: false });
      expect(siteTree(root)).toEqual(await siteFromNothing(root, now));
    }
  });

  test("a publish that ended half-way, though its cause is gone", async () => {
    const root = newsroom();
    await publishAt(root, NOON);
    const front = (): string => readFileSync(path.join(root, "public/index.html"), "utf8");
    const before = front();
    const stop = (): number => {
      if (front() !== before) throw new Error("power cut");
      return Date.now();
    };
    write(root, { "theme/style.css": "p{}" });
    await expect(publishAt(root, later(0.5), {}, { clock: stop })).rejects.toThrow("power cut");
    write(root, { "theme/style.css": "" });
    await publishAt(root, later(0.5));
    expect(siteTree(root)).toEqual(await siteFromNothing(root, later(0.5)));
  });
});

test("each of two changes is published where the index may not be written, and each run has a copy of it", async () => {
  const root = newsroom();
  await publishAt(root, NOON);
  const locked: Decide = ({ name, path: file }) =>
    name === "accessSync" && file.includes(".stet/index") ? { error: "EACCES" } : "pass";
  for (const headline of ["Uno", "Due"]) {
    write(root, {
      "articles/one.yaml": article(1, `headline: ${headline}\nstatus: published\npublished: ${later(-47)}`),
    });
    await injecting(locked, () => publishAt(root, NOON));
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  }
});

test("nothing is due: nothing is written, nothing is moved, quickly or not", async () => {
  const root = newsroom();
  await publishAt(root, NOON);
  const times = (): number[] =>
    [...siteTree(root).keys()].map((file) => statSync(path.join(root, "public", file)).mtimeMs);
  const before = times();
  for (const request of [{}, { force: true }]) {
    const { added, rewritten, removed, problems } = await publishAt(root, later(0.5), request);
    expect([added, rewritten, removed, problems]).toEqual([[], [], [], []]);
  }
  expect(times()).toEqual(before);
});

test("one edit changes the article's page and what shows it, and no more", async () => {
  const root = newsroom();
  await publishAt(root, NOON);
  write(root, {
    "articles/old.yaml": article(
      11,
      `headline: Olden\nstatus: published\npublished: ${later(-90)}\ncorrections:\n  - {at: ${later(6)}, text: Wrong.}`,
    ),
  });
  const { added, rewritten, removed } = await publishAt(root, NOON);
  expect([added, removed]).toEqual([[], []]);
  expect(rewritten).toContain("2026/11/old/index.html");
  expect(rewritten.filter((file) => /2026\/11\/(one|two|six)\/|404|410|assets|robots/.test(file))).toEqual(
    [],
  );
});

test("a memory that was written half-way lies where the next command sweeps it", async () => {
  const root = newsroom();
  await publishAt(root, NOON);
  const kept = readdirSync(path.join(root, ".stet/publish"));
  const cut: Decide = ({ name }) => (name === "renameSync" ? { error: "EIO" } : "pass");
  await injecting(cut, async () => writePublishMemory(root, "half"));
  expect(readdirSync(path.join(root, ".stet/publish"))).toEqual(kept);
  expect(sweep(root)).toBe(1);
});

test("of two that came down late together the slugs decide which is told of first", async () => {
  const expiring = (number: number, slug: string): string =>
    article(
      number,
      `slug: ${slug}\nheadline: H\nstatus: published\npublished: ${later(-9)}\nexpires: ${later(1)}`,
    );
  const root = newsroomOf({
    "articles/a.yaml": expiring(1, "last"),
    "articles/b.yaml": expiring(2, "first"),
  });
  await publishAt(root, NOON);
  const { late } = await publishAt(root, later(2), { force: true });
  expect(late.map(({ slug }) => slug)).toEqual(["first", "last"]);
});
