import { describe, expect, test } from "vitest";
import { checkFeed } from "../../src/formats/check-feed.ts";
import { printOpml } from "../../src/formats/opml.ts";
import { printRobots } from "../../src/formats/robots.ts";
import { elementsOf } from "./read-feeds.ts";
import { AT, HOME, HOSTILE_TEXTS } from "./sample-feed.ts";

const FRAME = { self: `${HOME}feeds.opml`, home: HOME, at: AT };

describe("OPML", () => {
  test("XML feeds, in order", () => {
    const feeds = (["rss", "jsonfeed", "atom"] as const).map((format) => ({
      title: format,
      format,
      url: HOME + format,
    }));
    expect(printOpml("The Courier", HOME, feeds)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "<head>\n<title>The Courier</title>\n<ownerName>The Courier</ownerName>\n</head>",
        "<body>",
        `<outline type="rss" text="rss" title="rss" version="RSS2" xmlUrl="${HOME}rss" htmlUrl="${HOME}"/>`,
        `<outline type="rss" text="atom" title="atom" xmlUrl="${HOME}atom" htmlUrl="${HOME}"/>`,
        "</body>",
        "</opml>\n",
      ].join("\n"),
    );
  });
  test.each(HOSTILE_TEXTS)("%j as names", (text) => {
    const xml = printOpml(`N ${text}`, HOME, [{ title: `F ${text}`, format: "rss", url: `${HOME}a` }]);
    expect(checkFeed("opml", xml, FRAME)).toEqual([]);
    expect(elementsOf(xml, "outline")).toHaveLength(1);
  });
});

test("robots.txt forbids nothing and names the sitemaps", () => {
  expect(printRobots([`${HOME}sitemap.xml`])).toBe(
    `User-agent: *\nDisallow:\n\nSitemap: ${HOME}sitemap.xml\n`,
  );
  expect(printRobots([])).toBe("User-agent: *\nDisallow:\n");
});
