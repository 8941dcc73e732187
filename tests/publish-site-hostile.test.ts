// A newsroom in which every field of every article is an attack, published whole: each file of the site is judged by a
// reader of its format, and no article breaks another's page or entry.
import { parseXml } from "@rgrove/parse-xml";
import { expect, test } from "vitest";
import type { Published } from "../src/desk/site/publish-request.ts";
import { article, newsroomOf, publishAt, siteTree, type Files } from "./desk/site/site-newsroom.ts";
import { elementsOf, readAtom, readJsonFeed, readRss } from "./formats/read-feeds.ts";
import { HOSTILE_HEADLINES } from "./formats/hostile-bodies.ts";
import { HOSTILE_ADDRESSES, HOSTILE_BODIES, HOSTILE_TEXTS } from "./render/hostile-payloads.ts";
import { judge } from "./render/judge-html.ts";

/** A field of one line holds no line break; what text is left of each attack is the same. */
const oneLine = (text: string): string => text.replaceAll("\n", " ");
const TEXTS = [...HOSTILE_TEXTS, ...HOSTILE_HEADLINES].map(oneLine);
const ADDRESSES = HOSTILE_ADDRESSES.map(oneLine);
const quoted = (text: string): string => JSON.stringify(text);
const WITNESS = "A quiet day at the harbour";

const SETTINGS = `stet: 1
name: ${quoted(`Courier <script>alert("CANARY")</script> ]]> &amp;`)}
url: https://courier.example/
timezone: Europe/Brussels
sections:
  world: {name: ${quoted("World </title><img src=x onerror=CANARY>")}, summary: ${quoted('"><script>CANARY')}}
authors:
  jane: {name: ${quoted("Jane <b onclick=CANARY>")}, url: "javascript:CANARY", email: ${quoted("a@b.c?x=<CANARY>")}}
publish:
  archive: 30
  feeds:
    - {path: feed.xml, format: rss, limit: 200, content: full, title: ${quoted("]]></title><script>CANARY")}}
    - {path: all.atom, format: atom, limit: 30, content: full}
    - {path: all.json, format: jsonfeed, limit: 200, content: full}
`;

function hostile(text: string, at: number): Files {
  const address = quoted(ADDRESSES[at % ADDRESSES.length] ?? "");
  const value = quoted(text);
  const body = HOSTILE_BODIES.filter((_, place) => place % TEXTS.length === at)
    .join("\n\n")
    .replaceAll("\0", "");
  const lines = [
    `headline: ${value}`,
    `kicker: ${value}`,
    `summary: ${value}`,
    `dateline: ${value}`,
    `section: world`,
    `tags: [${value}, rail]`,
    `authors: [jane, {name: ${value}, role: ${value}, url: ${address}, email: ${address}}]`,
    `image: {src: ${address}, alt: ${value}, caption: ${value}, credit: ${value}}`,
    `source: ${address}`,
    `related: [witness]`,
    `corrections: [{at: 2026-02-01T10:00:00Z, text: ${value}}]`,
    `notes: ${value}`,
    `x: {own: ${value}}`,
    `status: published`,
    `published: 2026-01-05T09:${String(at % 60).padStart(2, "0")}:00Z`,
  ];
  return { [`articles/attack-${at}.yaml`]: article(at + 10, lines.join("\n"), body) };
}

interface HostileSite {
  readonly published: Published;
  readonly tree: ReadonlyMap<string, string>;
}

let made: Promise<HostileSite> | undefined;
/** Published once, in the test that asks first. */
const hostileSite = (): Promise<HostileSite> => (made ??= publishHostile());

async function publishHostile(): Promise<HostileSite> {
  const calm = `headline: ${WITNESS}\nstatus: published\npublished: 2026-01-06T09:00:00Z\ntags: [rail]\nsection: world`;
  const files: Files = Object.assign(
    { "articles/witness.yaml": article(1, calm, "The sea was flat.") },
    ...TEXTS.map(hostile),
  );
  const root = newsroomOf(files, SETTINGS);
  const published = await publishAt(root, "2026-11-22T08:00:00Z");
  return { published, tree: new Map([...siteTree(root)].map(([path, bytes]) => [path, utf8(bytes)])) };
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** What `judgeText` says of every file with that ending, each with its path. */
async function faultsIn(ending: RegExp, judgeText: (text: string) => readonly string[]): Promise<string[]> {
  const { tree } = await hostileSite();
  const files = [...tree].filter(([path]) => ending.test(path));
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap(([path, text]) => judgeText(text).map((fault) => `${path}: ${fault}`));
}

test("every article is published, and none is refused", async () => {
  const { published, tree } = await hostileSite();
  expect(published.problems).toEqual([]);
  const pages = [...tree.keys()].filter((path) => /^2026\/01\/attack-\d+\/index\.html$/.test(path));
  expect(pages).toHaveLength(TEXTS.length);
});

test("no page holds anything active, and each has the policy that lets nothing run", async () => {
  expect(await faultsIn(/\.html$/, (text) => judge(text).faults)).toEqual([]);
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'`;
  expect(await faultsIn(/\.html$/, (text) => (text.includes(policy) ? [] : ["no policy"]))).toEqual([]);
});

/** What XML allows: every reader refuses a document with anything else. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

test("feeds and sitemaps are well-formed, and what they say of an article runs nothing", async () => {
  expect(await faultsIn(/\.(?:xml|atom)$/, faultsOfXml)).toEqual([]);
  const { tree } = await hostileSite();
  const entries = [
    ...readRss(tree.get("feed.xml") ?? ""),
    ...readJsonFeed(tree.get("all.json") ?? ""),
    ...[...tree].flatMap(([path, text]) => (path.endsWith(".atom") ? readAtom(text) : [])),
  ];
  expect(new Set(entries.map(({ id }) => id)).size).toBe(TEXTS.length + 1);
  expect(entries.flatMap(({ html = "" }) => judge(html).faults)).toEqual([]);
  expect(entries.filter(({ link = "" }) => !link.startsWith("https://courier.example/2026/01/"))).toEqual([]);
});

function faultsOfXml(text: string): string[] {
  if (NO_XML.test(text)) return ["a character that XML does not allow"];
  try {
    parseXml(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

test("a headline is read in every feed as it was typed", async () => {
  const { tree } = await hostileSite();
  const typed = TEXTS.map((text) =>
    text
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE]/g, "")
      .replaceAll("\t", " ")
      .trim(),
  );
  const titles = (entries: readonly { readonly title: string | undefined }[]): Set<string | undefined> =>
    new Set(entries.map(({ title }) => title));
  const wanted = new Set([...typed, WITNESS]);
  expect(titles(readRss(tree.get("feed.xml") ?? ""))).toEqual(wanted);
  expect(titles(readJsonFeed(tree.get("all.json") ?? ""))).toEqual(wanted);
});

test("sitemaps hold addresses of the site and nothing else", async () => {
  expect(await faultsIn(/^sitemap[^/]*\.xml$/, badAddresses)).toEqual([]);
});

function badAddresses(xml: string): string[] {
  const isGood = (text: string): boolean => /^https:\/\/courier\.example\/[!-~]*$/.test(text);
  return elementsOf(xml, "loc").flatMap(({ text }) => (isGood(text) ? [] : [text]));
}

test("the quiet article among them is whole", async () => {
  const { tree } = await hostileSite();
  const page = tree.get("2026/01/witness/index.html") ?? "";
  expect(page).toContain(`<h1>${WITNESS}</h1>`);
  expect(page).toContain("<p>The sea was flat.</p>");
});
