// The `publish:` block of stet.yaml -> PublishSettings, for parse-settings.ts. What reaches out or runs a program is
// never read here: a cloned newsroom must not do either.
import { nearest } from "../base/nearest.ts";
import { readLine, readList, readMap, report, reportUnknownKeys, type FieldReader } from "./field-reader.ts";
import {
  DEFAULT_PUBLISH,
  FEED_FORMATS,
  type FeedFormat,
  type FeedSettings,
  type PublishSettings,
} from "./settings.ts";
import { entryOf, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

/** The most any number of the block may be. */
export const HIGHEST_COUNT = 100_000;

const KEYS = ["to", "feeds", "theme", "releases", "sitemap", "robots", "front", "archive"] as const;
const FEED_KEYS = ["path", "format", "query", "limit", "content", "title"] as const;
const OWN_CONFIGURATION_KEYS = ["hubs", "hooks", "run"] as const;

/** The block's settings, with the default for each key that is absent or wrong; `articles` is the articles folder. */
export function readPublishSettings(
  reader: FieldReader,
  node: YamlNode | undefined,
  articles: string,
): PublishSettings {
  const map = node === undefined ? undefined : readMap(reader, node, "publish");
  if (map === undefined) return DEFAULT_PUBLISH;
  reportUnknownKeys(reader, map, [...KEYS, ...OWN_CONFIGURATION_KEYS], (key) => nearest(key, KEYS)[0]);
  reportOwnConfiguration(reader, map);
  const block: Block = { reader, map };
  const to =
    readPath(block, "to", (path) => targetFault(path, articles), elsewhereHint) ?? DEFAULT_PUBLISH.to;
  const theme = readPath(block, "theme", (path) => themeFault(path, to));
  return {
    to,
    feeds: readFeeds(reader, map) ?? DEFAULT_PUBLISH.feeds,
    ...(theme === undefined ? {} : { theme }),
    releases: readCount(block, "releases", 0) ?? DEFAULT_PUBLISH.releases,
    sitemap: readSwitch(block, "sitemap") ?? DEFAULT_PUBLISH.sitemap,
    robots: readSwitch(block, "robots") ?? DEFAULT_PUBLISH.robots,
    front: readCount(block, "front", 1) ?? DEFAULT_PUBLISH.front,
    archive: readCount(block, "archive", 1) ?? DEFAULT_PUBLISH.archive,
  };
}

/** One mapping being read: the block itself, or one of its feeds. */
interface Block {
  readonly reader: FieldReader;
  readonly map: MapNode;
}

function reportOwnConfiguration(reader: FieldReader, map: MapNode): void {
  for (const key of OWN_CONFIGURATION_KEYS) {
    const entry = entryOf(map, key);
    if (entry === undefined) continue;
    report(reader, entry.keyStart, {
      severity: "warning",
      code: "bad-config",
      field: key,
      message: `${key} in stet.yaml is not honoured: what reaches out or runs a program is set in your own configuration`,
    });
  }
}

/** The list as written; undefined where the key is absent, so that `feeds: []` is no feed at all. */
function readFeeds(reader: FieldReader, map: MapNode): FeedSettings[] | undefined {
  const entry = entryOf(map, "feeds");
  if (entry === undefined || entry.value.kind === "empty") return undefined;
  const feeds: FeedSettings[] = [];
  for (const item of readList(reader, entry.value, "feeds")) {
    const inner = readMap(reader, item, "feeds");
    const feed = inner === undefined ? undefined : readFeed({ reader, map: inner });
    if (feed === undefined) continue;
    const isTaken = feeds.some(({ path }) => path.toLowerCase() === feed.path.toLowerCase());
    if (isTaken) refuse(reader, item, { field: "feeds", message: `two feeds are written to ${feed.path}` });
    else feeds.push(feed);
  }
  return feeds;
}

function readFeed(block: Block): FeedSettings | undefined {
  const { reader, map } = block;
  reportUnknownKeys(reader, map, FEED_KEYS, (key) => nearest(key, FEED_KEYS)[0]);
  const path = readPath(block, "path", (written) => pathFault("path", written));
  if (path === undefined) {
    if (entryOf(map, "path") === undefined)
      report(reader, map.start, {
        code: "bad-config",
        field: "feeds",
        message: "a feed needs path, as feed.xml",
      });
    return undefined;
  }
  const query = readSetLine(block, "query");
  const title = readSetLine(block, "title");
  return {
    path,
    format: readChoice(block, "format", FEED_FORMATS) ?? formatOf(path),
    ...(query === undefined ? {} : { query }),
    limit: readCount(block, "limit", 1) ?? 50,
    content: readChoice(block, "content", ["full", "summary"]) ?? "full",
    ...(title === undefined ? {} : { title }),
  };
}

function formatOf(path: string): FeedFormat {
  if (path.endsWith(".json")) return "jsonfeed";
  return path.endsWith(".atom") ? "atom" : "rss";
}

/** A line that says something. */
function readSetLine({ reader, map }: Block, key: string): string | undefined {
  const entry = entryOf(map, key);
  const line = entry === undefined ? undefined : readLine(reader, entry.value, key);
  return line?.trim() === "" ? undefined : line;
}

function readPath(
  block: Block,
  key: string,
  faultOf: (path: string) => string | undefined,
  hintOf: (path: string) => string | undefined = () => undefined,
): string | undefined {
  const line = readSetLine(block, key);
  if (line === undefined) return undefined;
  const path = line.replace(/\/+$/, "");
  const fault = faultOf(path);
  if (fault === undefined) return path;
  const hint = hintOf(path);
  const complaint = { field: key, message: fault, ...(hint === undefined ? {} : { hint }) };
  refuse(block.reader, entryOf(block.map, key)?.value ?? block.map, complaint);
  return undefined;
}

/** stet.yaml names nothing on the machine it is cloned to; a link that somebody made there is their own word. */
function elsewhereHint(path: string): string | undefined {
  if (!/^(?:\/|~|\.\.)/.test(path)) return undefined;
  return "a site that lies elsewhere is reached by a link: ln -s /srv/www/courier public";
}

const SAMPLE_PATHS: Readonly<Record<string, string>> = { to: "public", path: "europe/feed.xml" };

function pathFault(key: string, path: string): string | undefined {
  const steps = path.split("/");
  const leadsOut = steps.some((step) => step === "" || /^[.~]/.test(step));
  if (!leadsOut && !/[\\:\p{Cc}]/u.test(path)) return undefined;
  return `${key} is a relative path such as ${SAMPLE_PATHS[key] ?? key}, and no step of it begins with a dot or ~`;
}

function targetFault(path: string, articles: string): string | undefined {
  const meet = articles !== "" && (isWithin(path, articles) || isWithin(articles, path));
  return meet ? "to is a folder apart from the articles" : pathFault("to", path);
}

/** The assets of a theme in the site would be files that stet has not written there. */
function themeFault(path: string, to: string): string | undefined {
  return isWithin(path, to) ? "theme is a folder apart from the site" : pathFault("theme", path);
}

function isWithin(inner: string, outer: string): boolean {
  return `${inner}/`.startsWith(`${outer}/`);
}

function readCount(block: Block, key: string, least: number): number | undefined {
  const line = readSetLine(block, key);
  if (line === undefined) return undefined;
  const count = /^\d{1,6}$/.test(line) ? Number(line) : -1;
  if (count >= least && count <= HIGHEST_COUNT) return count;
  const message = `${key} is a whole number from ${least} to ${HIGHEST_COUNT}`;
  refuse(block.reader, entryOf(block.map, key)?.value ?? block.map, { field: key, message });
  return undefined;
}

function readSwitch(block: Block, key: string): boolean | undefined {
  const word = readChoice(block, key, ["true", "false"]);
  return word === undefined ? undefined : word === "true";
}

function readChoice<Word extends string>(
  block: Block,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const line = readSetLine(block, key);
  const word = words.find((each) => each === line);
  if (line === undefined || word !== undefined) return word;
  const near = nearest(line, words)[0];
  refuse(block.reader, entryOf(block.map, key)?.value ?? block.map, {
    field: key,
    message: `${key} is one of ${words.join(", ")}`,
    ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
  });
  return undefined;
}

function refuse(
  reader: FieldReader,
  node: YamlNode,
  complaint: { readonly field: string; readonly message: string; readonly hint?: string },
): void {
  report(reader, node.start, { code: "bad-config", ...complaint });
}
