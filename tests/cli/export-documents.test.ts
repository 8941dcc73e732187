// `stet export --to rss` and its like on the sample newsroom: to the byte, and what they say when something is amiss.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readAtom, readJsonFeed, readRss } from "../formats/read-feeds.ts";
import { runStet } from "../support/run-stet.ts";
import { PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";

const WITH_ID = "is:live -slug:notes-from-a-small-velodrome";
const CULTURE = ["-Q", "section:culture"];

async function exported(line: readonly string[], cwd = PROJECT): Promise<string> {
  const { stdout, stderr, exit } = await runStet(["export", ...line], { cwd });
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  return stdout;
}

test.each([
  ["culture.rss", "--to", "rss", "-n", "3", ...CULTURE],
  ["europe.atom", "--to", "atom", "-Q", "section:world/europe"],
  ["science.json", "--to", "jsonfeed", "-Q", "section:science"],
  ["sitemap.xml", "--to", "sitemap"],
  ["news-sitemap.xml", "--to", "news-sitemap"],
  ["feeds.opml", "--to", "opml"],
])("%s", async (file, ...line) => {
  await expect(await exported(line)).toMatchFileSnapshot(path.join(PROJECT, "tests/golden/feeds", file));
});

describe("a feed of stet.yaml with the same query gives its name, limit and content", () => {
  test("as written", async () => {
    const text = await exported(["--to", "atom", "-Q", "section:world/europe"]);
    expect(text).toContain(
      "<id>https://courier.example/europe.atom</id>\n<title>The Courier: europe</title>",
    );
    expect(text).not.toContain("<content");
  });
  test("in other words for the same query", async () => {
    const text = await exported(["--to", "atom", "-Q", "in:world/europe"]);
    expect(text).toContain("<id>https://courier.example/europe.atom</id>");
  });
  test("what is said goes before it", async () => {
    const text = await exported([
      "--to",
      "atom",
      "-Q",
      "section:world/europe",
      "--content",
      "full",
      "-n",
      "1",
    ]);
    expect(text).toContain("<content");
    expect(readAtom(text)).toHaveLength(1);
  });
  test("another query has the defaults", async () => {
    const text = await exported(["--to", "atom", ...CULTURE]);
    expect(text).toContain("<id>https://courier.example/feed.atom</id>\n<title>The Courier</title>");
  });
});

test("a feed of stet.yaml with a bad query stops no other", async () => {
  const cwd = sampleNewsroom();
  const file = path.join(cwd, "stet.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace('query: "section:science"', 'query: "secton:x"'));
  expect(await exported(["--to", "jsonfeed", ...CULTURE], cwd)).toContain("/feed.json");
});

test("-n 0 is every article", async () => {
  const all = readRss(await exported(["--to", "rss", "-n", "0", "-Q", WITH_ID, "--content", "summary"]));
  expect(all.length).toBeGreaterThan(20);
});

test("the same entries in all three", async () => {
  const options = ["-Q", WITH_ID, "-n", "0"];
  const rss = readRss(await exported(["--to", "rss", ...options]));
  expect(readJsonFeed(await exported(["--to", "jsonfeed", ...options]))).toEqual(rss);
  expect(readAtom(await exported(["--to", "atom", ...options]))).toEqual(rss);
});

test("an article without an id is told, and the rest goes on", async () => {
  const { stdout, stderr, exit } = await runStet(["export", "--to", "rss", "-Q", "section:sport"], {
    cwd: PROJECT,
  });
  expect(exit).toBe(6);
  expect(stderr).toMatch(
    /notes-from-a-small-velodrome\.yaml: the article has no id.*\n.*stet check --fix articles\/2026\/06\/notes-from-a-small-velodrome\.yaml/,
  );
  expect(readRss(stdout).length).toBeGreaterThan(0);
});

test("a named article that is not live is left out, and said to be", async () => {
  const cwd = sampleNewsroom();
  const file = path.join(cwd, "articles/secret.yaml");
  writeFileSync(file, "id: 019a5b62-1d8c-761e-a169-915846cc5c11\nheadline: CANARY\nstatus: draft\n");
  const { stdout, stderr, exit } = await runStet(["export", "secret", "--to", "rss"], { cwd });
  expect({ stderr, exit }).toEqual({ stderr: "secret is not live and is left out\n", exit: 0 });
  expect(stdout).not.toMatch(/CANARY|<item>/);
});

test("-o writes the file", async () => {
  const cwd = sampleNewsroom();
  expect(await exported(["--to", "opml", "-o", "feeds.opml"], cwd)).toBe("");
  expect(readFileSync(path.join(cwd, "feeds.opml"), "utf8")).toBe(await exported(["--to", "opml"], cwd));
});

describe("what cannot be", () => {
  test.each([
    [
      ["--to", "rrs"],
      "--to is one of json, ndjson, csv, markdown, hugo, jekyll, rss, atom, jsonfeed, sitemap, news-sitemap, opml",
    ],
    [["--to", "csv", "-n", "3"], "--limit is for feeds, not for csv"],
    [["--content", "summary"], "--content is for feeds, not for json"],
    [["--to", "rss", "--content", "half"], "full, summary"],
    [["--to", "sitemap", "-n", "3"], "--limit is for feeds, not for sitemap"],
    [["--to", "opml", "--content", "full"], "--content is for feeds, not for opml"],
    [["--raw"], "--raw is for CSV, not for json"],
    [["--to", "rss", "--bom"], "--bom is for CSV, not for rss"],
    [["--to", "opml", "-Q", "is:live"], "opml lists the feeds of stet.yaml, and no articles"],
    [["the-salt-ledger", "--to", "opml"], "opml lists the feeds of stet.yaml, and no articles"],
  ])("%j", async (line, message) => {
    const { stdout, stderr, exit } = await runStet(["export", ...line], { cwd: PROJECT });
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
    expect(stderr).toContain(message);
  });

  test("a feed without the newsroom's address", async () => {
    const cwd = sampleNewsroom();
    const file = path.join(cwd, "stet.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^url:.*$/m, ""));
    appendFileSync(file, "\n");
    const { stdout, stderr, exit } = await runStet(["export", "--to", "rss"], { cwd });
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 8 });
    expect(stderr).toContain("stet.yaml has no url");
  });
});
