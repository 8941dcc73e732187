// What the newsroom's settings say of a feed: its head, its address and those of its archive documents.
import type { FeedSettings, Settings } from "../../article/settings.ts";
import { StetError } from "../../base/stet-error.ts";
import type { FeedHead } from "../../formats/feed-entry.ts";

/** The address of the site, in ASCII, ended by `/`. Throws StetError store/bad-config where stet.yaml has no url. */
export function homeOf({ url }: Settings): string {
  if (url !== undefined) return new URL(url).href;
  throw new StetError(
    "store",
    "bad-config",
    "stet.yaml has no url, and a feed is nothing without addresses",
    {
      where: { file: "stet.yaml" },
      hint: "stet config set url https://courier.example/",
    },
  );
}

/** The absolute address of a file of the site. Throws as homeOf does. */
export function siteUrl(settings: Settings, path: string): string {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), homeOf(settings)).href;
}

/** The head of a feed of this newsroom. Throws as homeOf does. */
export function feedHeadOf(settings: Settings, feed: FeedSettings, hubs: readonly string[] = []): FeedHead {
  const { name, language, timezone } = settings;
  return {
    title: feedTitle(settings, feed),
    publisher: name,
    language,
    timezone,
    home: homeOf(settings),
    self: siteUrl(settings, feed.path),
    content: feed.content,
    limit: feed.limit,
    hubs,
  };
}

/** As stet.yaml has it, else the newsroom's name; behind it what the file is called where the feed is of a query. */
export function feedTitle({ name }: Settings, { title, query, path }: FeedSettings): string {
  if (title !== undefined) return title;
  const stem = path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  return query === undefined ? name : `${name}: ${stem}`;
}
