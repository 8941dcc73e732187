// OPML 2.0: the newsroom's feeds as a list that a feed reader subscribes to at once. JSON feeds are not in it: an
// outline's xmlUrl is XML.
import type { FeedFormat } from "../article/settings.ts";
import { oneLine } from "./clean-entry.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

export interface ListedFeed {
  readonly title: string;
  readonly format: FeedFormat;
  /** Absolute. */
  readonly url: string;
}

/** `home` is the site's front page. Undated, so that it changes only with the feeds. */
export function printOpml(name: string, home: string, feeds: readonly ListedFeed[]): string {
  const outlines = feeds.filter(({ format }) => format !== "jsonfeed").map((feed) => outline(feed, home));
  return xmlDocument(
    element("opml", { version: "2.0" }, [
      element("head", {}, [textElement("title", oneLine(name)), textElement("ownerName", oneLine(name))]),
      element("body", {}, outlines),
    ]),
  );
}

function outline({ title, format, url }: ListedFeed, home: string): string {
  const text = oneLine(title);
  const version = format === "rss" ? "RSS2" : undefined;
  return element("outline", { type: "rss", text, title: text, version, xmlUrl: url, htmlUrl: home });
}
