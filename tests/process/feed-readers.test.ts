// The feeds of the sample newsroom as real feed readers fetch and read them over HTTP on this machine. A reader that is
// not installed is a test that says it was skipped; .ci/run installs them all.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { publishAt, siteTree } from "../desk/site/site-newsroom.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = "2026-11-22T09:00:00+01:00";
const PYTHON = "/usr/bin/python3";

function works(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** What a reader knows of an entry: its id, headline, address and when it was published, in seconds. */
type Entry = readonly [string, string, string, number];

const FEEDS = [
  ["feed.xml", "is:live"],
  ["europe.atom", "is:live section:world/europe"],
] as const;

interface Fed {
  /** Bytes by path. */
  readonly site: ReadonlyMap<string, string>;
  /** Of each feed, what its articles' files say, by id. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

let sample: Promise<Fed> | undefined;
/** The sample newsroom published, once. */
const fed = (): Promise<Fed> => (sample ??= publishSample());

async function publishSample(): Promise<Fed> {
  const root = sampleNewsroom();
  await publishAt(root, NOW);
  const entries = new Map<string, readonly Entry[]>();
  for (const [feed, query] of FEEDS) entries.set(feed, await entriesOf(root, query));
  return { site: siteTree(root), entries };
}

async function entriesOf(root: string, query: string): Promise<readonly Entry[]> {
  const words = ["list", ...query.split(" "), "--json=id,headline,url,published"];
  const { stdout } = await runStet(words, { cwd: root });
  const rows: readonly Record<string, string>[] = JSON.parse(stdout);
  return byId(
    rows
      .filter(({ id }) => id !== null)
      .map(({ id = "", headline = "", url = "", published = "" }): Entry => {
        return [`urn:uuid:${id}`, headline, url, Date.parse(published) / 1000];
      }),
  );
}

/** The address, with `/` at its end, at which the site is served to this machine. */
async function served({ site }: Fed): Promise<string> {
  const server = http.createServer(({ url = "" }, response) => {
    response.setHeader("Content-Type", "application/xml");
    response.end(site.get(url.slice(1)), "latin1");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
}

/** Not spawnSync: the server answers from this very process. */
async function run(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(program, args, {
    env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "UTC", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (data: Buffer) => (text += data.toString()));
  child.stderr.on("data", (data: Buffer) => (text += data.toString()));
  await once(child, "close");
  return text;
}

function byId(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

test.skipIf(!works("newsboat", "-v"))("newsboat reads every article of RSS and Atom", async () => {
  const sent = await fed();
  const at = await served(sent);
  for (const [feed] of FEEDS) {
    const read = await readWithNewsboat(at + feed);
    expect(byId(read)).toEqual(sent.entries.get(feed));
  }
});

/** With a cache of its own: newsboat keeps an id that stands in two feeds for one of them only. */
async function readWithNewsboat(address: string): Promise<Entry[]> {
  const folder = temporaryFolder();
  const [urls, cache] = [path.join(folder, "urls"), path.join(folder, "cache.db")];
  writeFileSync(urls, `${address}\n`);
  const words = ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"];
  expect(await run("newsboat", words, { HOME: folder, TERM: "xterm" })).toBe("");
  const database = openDatabase(cache, { waitMs: 0, pragmas: [] });
  const rows = database.prepare("SELECT guid, title, url, pubDate FROM rss_item").all();
  database.close();
  return rows.map(({ guid, title, url, pubDate }) => {
    return [String(guid), String(title), String(url), Number(pubDate)];
  });
}

const HAS_SFEED = works("which", "sfeed_update") && works("which", "curl");

test.skipIf(!HAS_SFEED)("sfeed reads every article of RSS and Atom", async () => {
  const sent = await fed();
  const at = await served(sent);
  const folder = temporaryFolder();
  const feeds = FEEDS.map(([feed]) => `feed "${feed}" "${at}${feed}"\n`).join("");
  writeFileSync(path.join(folder, "sfeedrc"), `sfeedpath="${folder}"\nfeeds() {\n${feeds}}\n`);
  await run("sfeed_update", [path.join(folder, "sfeedrc")], { HOME: folder });
  for (const [feed] of FEEDS) {
    const lines = readFileSync(path.join(folder, feed), "utf8").trim().split("\n");
    const read = lines.map((line): Entry => {
      const [seconds, title = "", link = "", , , id = ""] = line.split("\t");
      return [id, title, link, Number(seconds)];
    });
    expect(byId(read)).toEqual(sent.entries.get(feed));
  }
});

const FEEDPARSER = `
import calendar, feedparser, json, sys
answers = [feedparser.parse(address) for address in sys.argv[1:]]
print(json.dumps([[bool(feed.bozo), feed.version,
  [[e.id, e.title, e.link, calendar.timegm(e.published_parsed)] for e in feed.entries]] for feed in answers]))`;

test.skipIf(!works(PYTHON, "-c", "import feedparser"))(
  "python's feedparser reads every article of RSS and Atom, and finds nothing wrong",
  async () => {
    const sent = await fed();
    const at = await served(sent);
    const answer = await run(PYTHON, ["-c", FEEDPARSER, ...FEEDS.map(([feed]) => at + feed)]);
    const read: readonly (readonly [boolean, string, readonly Entry[]])[] = JSON.parse(answer);
    expect(read.map(([isOdd, version]) => [isOdd, version])).toEqual([
      [false, "rss20"],
      [false, "atom10"],
    ]);
    expect(read.map(([, , found]) => byId(found))).toEqual([...sent.entries.values()]);
  },
);
