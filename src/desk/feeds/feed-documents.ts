// A feed of stet.yaml as the files it is: one document, and for Atom its archives. Planned from rows, so that the text
// of a document is made only when somebody asks for it; checked before anybody gets it.
import type { FeedSettings } from "../../article/settings.ts";
import { StetError } from "../../base/stet-error.ts";
import { printAtom } from "../../formats/atom.ts";
import { checkFeed, type DocumentFormat, type DocumentFrame } from "../../formats/check-feed.ts";
import type { FeedEntry, FeedHead } from "../../formats/feed-entry.ts";
import { archivePath, planFeed, type ArchivePage, type Planning } from "../../formats/feed-plan.ts";
import { printJsonFeed } from "../../formats/jsonfeed.ts";
import { printRss } from "../../formats/rss.ts";
import { hubsOf } from "./hubs-of.ts";
import type { Desk } from "../desk.ts";
import { feedEntryOf, type FiledRow } from "./feed-entry-of.ts";
import { feedHeadOf, siteUrl } from "./feed-head-of.ts";
import { isReadable, readEntry } from "../find/read-entries.ts";

/** One file of the site that lists articles. */
export interface SiteDocument {
  /** Relative to the site, with `/`. */
  readonly path: string;
  /** What stands in it: with these rows, the settings and the articles linked from them unchanged, so is the text. */
  readonly rows: readonly FiledRow[];
  /** Makes the text, at the cost of reading the rows' articles. Throws StetError invalid if it fails its check. */
  readonly text: () => string;
}

/** The documents of a feed, the one readers subscribe to first. `rows` are those its query matches (feed-rows.ts). */
export function feedDocuments(
  desk: Desk,
  feed: FeedSettings,
  rows: readonly FiledRow[],
): readonly [SiteDocument, ...SiteDocument[]] {
  const { current, archives } = planFeed(rows, planningOf(desk, feed));
  const killed = rows.filter(({ status }) => status === "killed");
  return [
    currentDocument(desk, feed, { rows: current, killed, previous: archives.at(-1)?.name }),
    ...archives.map((page, at) => archiveDocument(desk, feed, page, archives[at - 1]?.name)),
  ];
}

/** How the feed is cut into documents. */
export function planningOf({ settings, now }: Desk, { limit, format }: FeedSettings): Planning {
  return { format, limit, timezone: settings.timezone, at: now };
}

interface Current {
  readonly rows: readonly FiledRow[];
  readonly killed: readonly FiledRow[];
  /** The name of the newest archive. */
  readonly previous: string | undefined;
}

/** The one readers subscribe to. */
export function currentDocument(desk: Desk, feed: FeedSettings, current: Current): SiteDocument {
  return { path: feed.path, rows: current.rows, text: () => printCurrent(desk, feed, current) };
}

/** An archive of the feed; `previous` is the name of the one before it. */
export function archiveDocument(
  desk: Desk,
  feed: FeedSettings,
  { name, rows }: ArchivePage<FiledRow>,
  previous: string | undefined,
): SiteDocument {
  const path = archivePath(feed.path, name);
  const text = (): string => {
    const head = headOf(desk, feed);
    const archive = siteUrl(desk.settings, path);
    const chain = { archive, ...previousIn(desk, feed, previous) };
    const frame = { self: archive, home: head.home, at: desk.now };
    return checked("atom", printAtom(head, entriesOf(desk, rows), desk.now, chain), frame);
  };
  return { path, rows, text };
}

function printCurrent(desk: Desk, feed: FeedSettings, { rows, killed, previous }: Current): string {
  const head = headOf(desk, feed);
  const entries = entriesOf(desk, rows);
  const frame = { self: head.self, home: head.home, at: desk.now };
  switch (feed.format) {
    case "rss":
      return checked("rss", printRss(head, entries, desk.now), frame);
    case "jsonfeed":
      return checked("jsonfeed", printJsonFeed(head, entries, desk.now), frame);
    case "atom": {
      const chain = { killed, ...previousIn(desk, feed, previous) };
      return checked("atom", printAtom(head, entries, desk.now, chain), frame);
    }
  }
}

function headOf(desk: Desk, feed: FeedSettings): FeedHead {
  return feedHeadOf(desk.settings, feed, hubsOf(desk));
}

function previousIn(
  { settings }: Desk,
  { path }: FeedSettings,
  name: string | undefined,
): { previous?: string } {
  return name === undefined ? {} : { previous: siteUrl(settings, archivePath(path, name)) };
}

/** The entries of rows, read anew; one that has gone since is left out. */
function entriesOf(desk: Desk, rows: readonly FiledRow[]): FeedEntry[] {
  return rows.flatMap(({ path }) => {
    const entry = readEntry(desk, path);
    const made = isReadable(entry) ? feedEntryOf(desk, entry) : undefined;
    return made === undefined ? [] : [made];
  });
}

/** `text`, when checkFeed finds nothing wrong with it. Throws StetError invalid/problems-found otherwise. */
export function checked(format: DocumentFormat, text: string, frame: DocumentFrame): string {
  const problems = checkFeed(format, text, frame);
  if (problems.length === 0) return text;
  throw new StetError(
    "invalid",
    "problems-found",
    `${frame.self} would be no good ${format}; it is not written`,
    {
      detail: problems.map(({ message }) => `  ${message}`).join("\n"),
      hint: "this is a mistake of stet's: please report it",
    },
  );
}
