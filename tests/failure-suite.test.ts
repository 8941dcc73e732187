// The fifteen ways in which today's tools fail a newsroom, each as the sentence it is known by. What is tried here once
// and cheaply is tried from all sides elsewhere: faults/ (crashes, disks, hostile files), desk/site/ (canaries, purity),
// formats/ (feeds), process/ (pipes).
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import {
  article,
  newsroomOf,
  siteFromNothing,
  siteTree,
  SETTINGS,
  write,
} from "./desk/site/site-newsroom.ts";
import { readAtom, readJsonFeed, readRss } from "./formats/read-feeds.ts";
import { numberedNewsroom } from "./index/numbered-newsroom.ts";
import { judge } from "./render/judge-html.ts";
import { environmentOf, PROGRAM, runStet, type Outcome } from "./support/run-stet.ts";
import { threadTime } from "./support/thread-time.ts";

const LIVE = "status: published\npublished: 2026-01-05T09:00:00Z";
const NOW = "2026-11-22T08:00:00Z";

function stet(root: string, line: readonly string[], now = NOW): Promise<Outcome> {
  return runStet(line, { cwd: root, env: { STET_NOW: now } });
}

function page(root: string, name: string): string {
  return fs.readFileSync(path.join(root, "public", name), "utf8");
}

/** The files of the site in whose bytes or name the word stands. */
function holding(root: string, word: string): string[] {
  return [...siteTree(root)].flatMap(([name, bytes]) => (`${name} ${bytes}`.includes(word) ? [name] : []));
}

async function rowOf(root: string, slug: string): Promise<Record<string, unknown>> {
  const { stdout } = await stet(root, ["list", `slug:${slug}`, "--json=all"]);
  const [row]: readonly Record<string, unknown>[] = JSON.parse(stdout);
  return row ?? {};
}

describe("1. a headline with a bare colon, #, @, &, yes or 016", () => {
  test.each(["Brexit: what now?", "Fans say #MeToo", "@home", "&Co wins", "yes", "016", "1e3"])(
    "%s is kept as text by stet new",
    async (headline) => {
      const root = newsroomOf({});
      expect((await stet(root, ["new", headline, "--slug", "a"])).exit).toBe(0);
      expect(await rowOf(root, "a")).toMatchObject({ headline });
    },
  );

  test.each(["yes", "016", "1e3", "2025-01-01"])("%s by hand is text", async (headline) => {
    const root = newsroomOf({ "articles/a.yaml": `headline: ${headline}\n` });
    expect(await rowOf(root, "a")).toMatchObject({ headline });
  });

  test.each(["Brexit: what now?", "Fans say #MeToo", "@home", "&Co wins"])(
    "%s by hand is refused with line, caret and fix, and not published",
    async (headline) => {
      const root = newsroomOf({ "articles/a.yaml": `headline: ${headline}\n${LIVE}\n` });
      const { stderr, stdout, exit } = await stet(root, ["check"]);
      expect(exit).toBe(1);
      expect(stdout + stderr).toMatch(/ 1 \| headline: .*\n +\| +\^.*\nhelp: 1 \| headline: ".*"\n/);
      expect((await stet(root, ["publish", "--force"])).exit).toBe(6);
      expect(fs.existsSync(path.join(root, "public/2026/01"))).toBe(false);
    },
  );
});

test("2. two articles with one address are refused, both are named, nothing is overwritten", async () => {
  const root = newsroomOf(
    { "articles/one.yaml": article(1, `headline: One\n${LIVE}`) },
    SETTINGS.replace("publish:", "permalinks: /{year}/story/\npublish:"),
  );
  await stet(root, ["publish"]);
  const before = page(root, "2026/story/index.html");
  write(root, { "articles/two.yaml": article(2, `headline: Two\n${LIVE}`) });
  const { exit, stderr } = await stet(root, ["publish"]);
  expect(exit).toBe(6);
  expect(stderr).toMatch(
    /articles\/one\.yaml[^]*articles\/two\.yaml|articles\/two\.yaml[^]*articles\/one\.yaml/,
  );
  expect(page(root, "2026/story/index.html")).toBe(before);
});

test("3. a future-dated article is held back, and goes live by itself, also after three hours without cron", async () => {
  const future = "headline: Qfutureq\nstatus: published\npublished: 2026-11-22T09:00:00Z";
  const root = newsroomOf({
    "articles/a.yaml": article(1, future),
    "articles/b.yaml": article(2, `headline: B\n${LIVE}`),
  });
  await stet(root, ["publish"], "2026-11-22T08:59:59Z");
  expect(holding(root, "Qfutureq")).toEqual([]);
  const { exit, stderr } = await stet(root, ["publish", "-q"], "2026-11-22T12:00:00Z");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "a is late: it was due 3 h ago\n" });
  expect(holding(root, "Qfutureq")).toEqual(expect.arrayContaining(["2026/11/a/index.html", "feed.xml"]));
});

test("4. a draft is in no feed, sitemap, related block or other file", async () => {
  const root = newsroomOf({
    "articles/qdraftq.yaml": article(
      1,
      "headline: Qdraftq\nstatus: draft\npublished: 2026-01-01\ntags: [rail]",
    ),
    "articles/b.yaml": article(
      2,
      `headline: B\n${LIVE}\ntags: [rail]\nrelated: [qdraftq]`,
      "[x](article:qdraftq)",
    ),
  });
  expect((await stet(root, ["publish"])).exit).toBe(0);
  expect(holding(root, "Qdraftq")).toEqual([]);
  expect(holding(root, "qdraftq")).toEqual([]);
  const { stdout } = await stet(root, ["export", "-Q", "headline:Qdraftq", "--to", "rss"]);
  expect(stdout).not.toContain("Qdraftq");
});

test.each(["draft", "withdrawn"])(
  "5. published, then set back to %s: page, listings, feeds and sitemap follow",
  async (to) => {
    const text = (status: string): string =>
      article(1, `headline: Qbackq\nstatus: ${status}\npublished: 2026-01-05T09:00:00Z\ntags: [rail]`);
    const root = newsroomOf({
      "articles/a.yaml": text("published"),
      "articles/b.yaml": article(2, `headline: B\n${LIVE}\ntags: [rail]`),
    });
    await stet(root, ["publish"]);
    const files = [
      "2026/01/a/index.html",
      "2026/01/b/index.html",
      "feed.xml",
      "index.html",
      "tags/rail/index.html",
    ];
    expect(holding(root, "Qbackq")).toEqual(expect.arrayContaining(files));
    write(root, { "articles/a.yaml": text(to) });
    expect((await stet(root, ["publish"])).exit).toBe(0);
    expect(holding(root, "Qbackq")).toEqual([]);
    expect(
      holding(root, "2026/01/a/").filter((name) => !/^(?:_redirects|gone|redirects)/.test(name)),
    ).toEqual([]);
  },
);

test.each([
  ["Pacific/Auckland", "+13:00"],
  ["America/Los_Angeles", "-08:00"],
  ["Pacific/Pago_Pago", "-11:00"],
])("6. a date alone is that day in %s: in page, address, feed and list", async (zone, offset) => {
  const root = newsroomOf(
    { "articles/a.yaml": article(1, "headline: A\nstatus: published\npublished: 2026-02-01") },
    SETTINGS.replace("Europe/Brussels", zone),
  );
  await stet(root, ["publish"]);
  expect(page(root, "2026/02/a/index.html")).toContain(`datetime="2026-02-01T00:00:00${offset}"`);
  expect(page(root, "2026/02/a/index.html")).toMatch(/<time[^>]*>Published 1 February 2026/);
  expect(readRss(page(root, "feed.xml"))[0]?.published).toBe(Date.parse(`2026-02-01T00:00:00${offset}`));
  const { stdout } = await stet(root, ["list", "--format", "{published|date:YYYY-MM-DD}"]);
  expect(stdout).toBe("2026-02-01\n");
});

test("7. control characters pasted into a headline: every feed stays well-formed", async () => {
  const root = newsroomOf({
    "articles/a.yaml": article(1, `headline: "A \\u0002\\u000B\\uFFFEword"\n${LIVE}`),
    "articles/b.yaml": article(2, `headline: B \u0002\u000Bword\n${LIVE}`),
  });
  await stet(root, ["publish"]);
  const json = await stet(root, ["export", "--to", "jsonfeed"]);
  const feeds = [
    readRss(page(root, "feed.xml")),
    readAtom(page(root, "all.atom")),
    readJsonFeed(json.stdout),
  ];
  const titles = new Set(["A word", "B word"]);
  expect(feeds.map((feed) => new Set(feed.map(({ title }) => title)))).toEqual([titles, titles, titles]);
});

test("8. ]]>, </script>, {{<, <b> and &amp; in a headline are shown as typed in page, RSS, Atom and JSON Feed", async () => {
  const headline = "]]> </script> {{< x >}} <b>bold</b> &amp; AT&T";
  const root = newsroomOf({
    "articles/a.yaml": article(1, `headline: ${JSON.stringify(headline)}\n${LIVE}`),
  });
  await stet(root, ["publish"]);
  const html = page(root, "2026/01/a/index.html");
  expect(judge(html).faults).toEqual([]);
  expect(judge(html).text).toContain(headline);
  expect(JSON.stringify(parse(html), ["childNodes", "nodeName", "value"])).toContain(
    JSON.stringify(headline),
  );
  expect(readRss(page(root, "feed.xml"))[0]?.title).toBe(headline);
  expect(readAtom(page(root, "all.atom"))[0]?.title).toBe(headline);
  const json = await stet(root, ["export", "--to", "jsonfeed"]);
  expect(readJsonFeed(json.stdout)[0]?.title).toBe(headline);
});

function bash(cwd: string, script: string, env: Record<string, string>): Outcome {
  const words = script.replaceAll("stet ", `"${process.execPath}" "${PROGRAM}" `);
  const { stdout, stderr, status } = spawnSync("/bin/bash", ["--norc", "-o", "pipefail", "-c", words], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { stdout, stderr, exit: status };
}

test("9. piped into head -1 under pipefail: exit 0 and silent; into a full disk: exit 9, and says so", () => {
  const root = newsroomOf(numberedNewsroom(40));
  const env = environmentOf({ cwd: root });
  expect(bash(root, "stet list --ndjson=all | head -1 >/dev/null", env)).toEqual({
    stdout: "",
    stderr: "",
    exit: 0,
  });
  if (!fs.existsSync("/dev/full")) return;
  const { stderr, exit } = bash(root, "stet list >/dev/full", env);
  expect(exit).toBe(9);
  expect(stderr).toMatch(/^error: .*space/);
});

test("10. stdin closed, no HOME, no terminal, LANG=C, TZ unset: works", () => {
  const root = newsroomOf({ "articles/a.yaml": article(1, `headline: Öl\n${LIVE}`) });
  const env = { PATH: process.env["PATH"] ?? "", LANG: "C" };
  expect(
    bash(root, "stet list --slugs <&- && stet publish -q <&- && stet show a <&- | grep -c Öl", env),
  ).toMatchObject({
    stdout: "a\n1\n",
    stderr: "",
    exit: 0,
  });
});

test("11. slug and headline changed: feed id and date are the same, and the old address leads to the new one", async () => {
  const root = newsroomOf({ "articles/old.yaml": article(1, `headline: Old\n${LIVE}`) });
  await stet(root, ["publish"]);
  const [before] = readRss(page(root, "feed.xml"));
  expect((await stet(root, ["rename", "old", "new"])).exit).toBe(0);
  expect((await stet(root, ["set", "headline=New", "new"])).exit).toBe(0);
  await stet(root, ["publish"]);
  const [after] = readRss(page(root, "feed.xml"));
  expect(after).toMatchObject({ id: before?.id, published: before?.published, title: "New" });
  expect(page(root, "2026/01/old/index.html")).toContain("https://courier.example/2026/01/new/");
  expect(page(root, "_redirects")).toContain("/2026/01/old/ /2026/01/new/ 301");
});

test("12. a second publish changes no byte and no time", async () => {
  const root = newsroomOf({ "articles/a.yaml": article(1, `headline: A\n${LIVE}`) });
  const stamps = (): string[] =>
    [...siteTree(root)].map(
      ([name, bytes]) => `${name} ${fs.statSync(path.join(root, "public", name)).mtimeMs} ${bytes}`,
    );
  await stet(root, ["publish"]);
  const before = stamps();
  await stet(root, ["publish"], "2026-11-22T08:01:00Z");
  await stet(root, ["publish", "--force"], "2026-11-22T08:02:00Z");
  expect(stamps()).toEqual(before);
});

test("13. kill -9 at any moment: each file is old or new, and the next run finishes the job", async () => {
  const root = newsroomOf({ "articles/a.yaml": article(1, `headline: Old\n${LIVE}`) });
  await stet(root, ["publish"]);
  const old = siteTree(root);
  write(root, { "articles/a.yaml": article(1, `headline: New\n${LIVE}`) });
  const wanted = await siteFromNothing(root, NOW);
  for (const wait of [60, 120, 180]) {
    const env = environmentOf({ cwd: root, env: { STET_NOW: NOW } });
    const child = spawn(process.execPath, [PROGRAM, "publish"], { cwd: root, env, stdio: "ignore" });
    setTimeout(() => child.kill("SIGKILL"), wait);
    await once(child, "close");
    for (const [name, bytes] of siteTree(root)) {
      if (!name.endsWith("/") && !name.startsWith("."))
        expect([old.get(name), wanted.get(name)]).toContain(bytes);
    }
  }
  expect(await stet(root, ["publish"])).toEqual({ stdout: "", stderr: "", exit: 0 });
  expect(siteTree(root)).toEqual(wanted);
});

test("14. two thousand articles: list and search in well under a second", async () => {
  const root = newsroomOf(numberedNewsroom(2000), "stet: 1\n");
  await stet(root, ["list", "-n", "1"]);
  for (const line of [["list"], ["search", "diplomat", "number"]]) {
    const before = threadTime();
    const { stdout, exit } = await stet(root, line);
    const took = threadTime() - before;
    expect({ exit, rows: stdout.trim().split("\n").length }).toEqual({ exit: 0, rows: 2000 });
    expect(took).toBeLessThan(1_000);
  }
});

test("15. files that are not YAML, not UTF-8, 50 MB, a folder or a dangling link are named in a line; the rest is published", async () => {
  const root = newsroomOf({
    "articles/good.yaml": article(1, `headline: Good\n${LIVE}`),
    "articles/yaml.yaml": "headline: [",
    "articles/latin1.yaml": Buffer.from("headline: caf\xe9\n", "latin1"),
  });
  const at = (name: string): string => path.join(root, "articles", name);
  fs.writeFileSync(at("huge.yaml"), "");
  fs.truncateSync(at("huge.yaml"), 50 * 1024 * 1024);
  fs.mkdirSync(at("folder.yaml"));
  fs.symlinkSync("nowhere.yaml", at("dangling.yaml"));
  const { exit, stderr } = await stet(root, ["publish", "-v"]);
  expect(exit).toBe(6);
  const named = stderr.split("\n").filter((line) => /^(?:error|warning): articles\//.test(line));
  expect(named.map((line) => line.replace(/^error: articles\/(\w+)\.yaml: .+$/, "$1")).toSorted()).toEqual([
    "dangling",
    "folder",
    "huge",
    "latin1",
    "yaml",
  ]);
  expect(page(root, "2026/01/good/index.html")).toContain("Good");
});
