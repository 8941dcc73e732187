// A feed of stet.yaml as the files it is: one document, and for Atom its archives. Planned from rows, so that the text
// of a document is made only when somebody asks for it; checked before anybody gets it.
import type { FeedSettings } from "../../article/settings.ts";
import { StetError } from "../../base/stet-error.ts";
import { printAtom } from "../../formats/atom.ts";
import { checkFeed, type DocumentFormat, type DocumentFrame } from "../../formats/check-feed.ts";
import type { FeedEntry, FeedHead } from "../../formats/feed-entry.ts";
import { archivePath, planFeed } from "../../formats/feed-plan.ts";
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
  const { settings, now } = desk;
  const { limit, format } = feed;
  const head = feedHeadOf(settings, feed, hubsOf(desk));
  const plan = planFeed(rows, { format, limit, timezone: settings.timezone, at: now });
  const paths = plan.archives.map(({ name }) => archivePath(feed.path, name));
  const urls = paths.map((path) => siteUrl(settings, path));
  const killed = rows.filter(({ status }) => status === "killed");
  const current: SiteDocument = {
    path: feed.path,
    rows: plan.current,
    text: () => printCurrent(desk, { feed, head, rows: plan.current, killed, previous: urls.at(-1) }),
  };
  const archives = plan.archives.map((page, index): SiteDocument => {
    const self = urls[index] ?? "";
    const text = (): string =>
      checked("atom", printAtom(head, entriesOf(desk, page.rows), now, archiveChain(self, urls[index - 1])), {
        self,
        home: head.home,
        at: now,
      });
    return { path: paths[index] ?? "", rows: page.rows, text };
  });
  return [current, ...archives];
}

interface Current {
  readonly feed: FeedSettings;
  readonly head: FeedHead;
  readonly rows: readonly FiledRow[];
  readonly killed: readonly FiledRow[];
  readonly previous: string | undefined;
}

function printCurrent(desk: Desk, { feed, head, rows, killed, previous }: Current): string {
  const entries = entriesOf(desk, rows);
  const frame = { self: head.self, home: head.home, at: desk.now };
  switch (feed.format) {
    case "rss":
      return checked("rss", printRss(head, entries, desk.now), frame);
    case "jsonfeed":
      return checked("jsonfeed", printJsonFeed(head, entries, desk.now), frame);
    case "atom": {
      const chain = { killed, ...(previous === undefined ? {} : { previous }) };
      return checked("atom", printAtom(head, entries, desk.now, chain), frame);
    }
  }
}

function archiveChain(archive: string, previous: string | undefined): { archive: string; previous?: string } {
  return previous === undefined ? { archive } : { archive, previous };
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
