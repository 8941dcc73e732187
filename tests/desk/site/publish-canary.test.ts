// Nothing of an article that is not public leaves the newsroom: a word, slug, headline, tag, author, section, image and
// correction of its own, looked for in every name and byte of the site, before, at and after each of its moments.
import { describe, expect, test } from "vitest";
import { article, newsroomOf, publishAt, SETTINGS, siteTree, type Files } from "./site-newsroom.ts";

const ZONES = ["Europe/Brussels", "America/New_York", "Pacific/Auckland"];
const LIVE = "status: published\npublished: 2026-01-05T09:00:00Z";

/** An article every part of which carries `canary`. */
function hidden(number: number, canary: string, state: string): Files {
  const fields = [
    `headline: "Headline ${canary}"`,
    `former_slugs: [former-${canary}]`,
    `summary: "Summary ${canary}"`,
    `section: world/${canary}`,
    `authors: ["Author ${canary}"]`,
    `tags: [tag-${canary}, rail]`,
    `related: [public-one]`,
    `translation_of: public-one`,
    `language: fr`,
    `image: {src: images/${canary}.png, alt: "Alt ${canary}", caption: "Caption ${canary}"}`,
    `notes: "notes-never"`,
    state,
  ];
  return {
    [`articles/slug-${canary}.yaml`]: article(
      number,
      fields.join("\n"),
      `Body ${canary}. [on](article:public-one)`,
    ),
    [`images/${canary}.png`]: `image of ${canary}`,
  };
}

/** Live articles that point at the hidden one in every way there is. */
function pointing(canary: string): Files {
  const id = "01958f5c-9a3e-7c11-b0f4-000000000001";
  const pins = `headline: Pins\n${LIVE}\ntags: [rail]\nrelated: [slug-${canary}, former-${canary}, ${id}]`;
  const links = `headline: Links\n${LIVE}\ntags: [rail]\nlanguage: de\ntranslation_of: slug-${canary}`;
  return {
    "articles/public-one.yaml": article(8, pins),
    "articles/public-two.yaml": article(
      9,
      links,
      `[here](article:slug-${canary}) [there](article:former-${canary})`,
    ),
  };
}

/** The paths at which the word stands in the name or in the bytes. A target in the author's own Markdown is not shown. */
function placesOf(root: string, canary: string): string[] {
  return [...siteTree(root)].flatMap(([path, bytes]) => (`${path}\n${bytes}`.includes(canary) ? [path] : []));
}

function newsroomIn(zone: string, canary: string, state: string): string {
  const settings = SETTINGS.replace("Europe/Brussels", zone);
  return newsroomOf({ ...pointing(canary), ...hidden(1, canary, state) }, settings);
}

describe("never public", () => {
  const past = "published: 2026-01-05T10:00:00Z";
  test.each([
    ["draft", "status: draft"],
    ["draft with a date", `status: draft\n${past}`],
    ["review", `status: review\n${past}`],
    ["ready", `status: ready\n${past}`],
    ["embargoed open", `status: published\n${past}\nembargo: open`],
    ["published without a date", "status: published"],
    ["withdrawn under an open embargo", `status: withdrawn\n${past}\nembargo: open`],
    ["killed under an open embargo", `status: killed\n${past}\nembargo: open`],
    ["killed without a date", "status: killed"],
    ["killed before its time", "status: killed\npublished: 2027-01-05T10:00:00Z"],
    ["withdrawn under an embargo", `status: withdrawn\n${past}\nembargo: 2027-01-05T10:00:00Z`],
    ["expired before it began", `status: killed\npublished: 2027-01-05T10:00:00Z\nexpires: 2026-01-01`],
  ])("%s", async (_, state) => {
    const root = newsroomIn("Europe/Brussels", "qcanaryq", state);
    await publishAt(root, "2026-11-22T08:00:00Z");
    expect(placesOf(root, "qcanaryq")).toEqual([]);
    expect(placesOf(root, "Links")).not.toEqual([]);
  });
});

const MINUTE = 60_000;
const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

describe("at its instant, not before", () => {
  const past = "published: 2026-01-05T10:00:00Z";
  // The clock changes: 29 March and 25 October in Brussels, 8 March and 1 November in New York, 5 April in Auckland.
  const moments = [
    "2026-03-29T01:00:00Z",
    "2026-10-25T00:30:00Z",
    "2026-11-01T05:30:00Z",
    "2026-04-04T14:30:00Z",
  ];
  const cases = ZONES.flatMap((zone) => moments.map((moment): [string, string] => [zone, moment]));
  test.each(cases)("embargo and schedule in %s at %s", async (zone, moment) => {
    for (const state of [`published: ${moment}`, `${past}\nembargo: ${moment}`]) {
      const root = newsroomIn(zone, "qcanaryq", `status: published\n${state}`);
      for (const early of [-60 * MINUTE, -MINUTE, -1]) {
        await publishAt(root, after(moment, early));
        expect(placesOf(root, "qcanaryq")).toEqual([]);
      }
      await publishAt(root, moment);
      const places = placesOf(root, "qcanaryq");
      const wanted = [
        "images/qcanaryq.png",
        "feed.xml",
        "all.atom",
        "world.json",
        "sitemap-pages.xml",
        "index.html",
      ];
      for (const place of [...wanted, "tags/tag-qcanaryq/index.html", "authors/author-qcanaryq/index.html"]) {
        expect(places).toContain(place);
      }
      // The clock set back takes it down again.
      await publishAt(root, after(moment, -60 * MINUTE), { force: true });
      expect(placesOf(root, "qcanaryq")).toEqual([]);
    }
  });

  test("a local time that the clocks skip or repeat is not early", async () => {
    for (const [local, instant] of [
      ["2026-10-25T02:30:00", "2026-10-25T00:30:00Z"],
      ["2026-03-29T03:00:00", "2026-03-29T01:00:00Z"],
    ] as const) {
      const root = newsroomIn("Europe/Brussels", "qcanaryq", `status: published\n${past}\nembargo: ${local}`);
      await publishAt(root, after(instant, -1));
      expect(placesOf(root, "qcanaryq")).toEqual([]);
      await publishAt(root, instant);
      expect(placesOf(root, "qcanaryq")).toContain("feed.xml");
    }
  });

  test("expires takes everything down at its instant", async () => {
    const moment = "2026-10-25T00:30:00Z";
    const root = newsroomIn("Europe/Brussels", "qcanaryq", `status: published\n${past}\nexpires: ${moment}`);
    await publishAt(root, after(moment, -1));
    expect(placesOf(root, "qcanaryq").length).toBeGreaterThan(10);
    await publishAt(root, moment);
    expect(placesOf(root, "qcanaryq")).toEqual([]);
  });

  test.each(["withdrawn", "killed"])(
    "%s leaves its address in the lists of what is gone, and no word",
    async (status) => {
      const gone = newsroomIn("Europe/Brussels", "qcanaryq", `status: ${status}\n${past}`);
      await publishAt(gone, "2026-11-22T08:00:00Z");
      const lists = ["_redirects", "gone.txt", "redirects.caddy", "redirects.nginx"];
      expect(placesOf(gone, "qcanaryq")).toEqual(lists);
      const tombstone = /<at:deleted-entry ref="urn:uuid:01958f5c-9a3e-7c11-b0f4-000000000001"/;
      expect(tombstone.test(siteTree(gone).get("all.atom") ?? "")).toBe(status === "killed");
      for (const path of placesOf(gone, "qcanaryq"))
        expect(siteTree(gone).get(path)).not.toMatch(
          /(Headline|Summary|Body|Author|tag-|former-)[ ]?qcanaryq/,
        );
    },
  );

  test("notes never leave", async () => {
    const root = newsroomIn("Europe/Brussels", "qcanaryq", LIVE);
    await publishAt(root, "2026-11-22T08:00:00Z");
    expect(placesOf(root, "notes-never")).toEqual([]);
  });
});
