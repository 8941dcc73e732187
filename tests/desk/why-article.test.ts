// What keeps an article off the site: every condition alone, and the instant that changes it.
import { describe, expect, test } from "vitest";
import { whyArticle, type Why } from "../../src/desk/steps/why-article.ts";
import { deskWith, entryOf, NOW } from "./open-desk.ts";

const LIVE = "headline: A\nstatus: published\npublished: 2026-11-20 06:00\n";

function why(
  files: Readonly<Record<string, string>>,
  { at = NOW, settings }: { at?: number; settings?: string } = {},
): Promise<Why> {
  const desk = deskWith(files, settings);
  return whyArticle(desk, entryOf(desk, "a.yaml"), at);
}

const failing = ({ conditions }: Why): string[] =>
  conditions.filter(({ outcome }) => outcome === "fail").map(({ name, says }) => `${name}: ${says}`);

test("a slug that another claims, be it as a former one, keeps nobody off the site", async () => {
  const answer = await why({ "a.yaml": LIVE, "b.yaml": "headline: B\nformer_slugs: [A]\n" });
  expect(failing(answer)).toEqual([]);
  expect(answer.isLive).toBe(true);
  expect(answer.conditions[1]).toEqual({
    name: "slug",
    outcome: "warning",
    says: "a is also claimed by articles/b.yaml",
  });
});

test("nothing stands in the way", async () => {
  const answer = await why({ "a.yaml": LIVE });
  expect(answer).toEqual({
    path: "articles/a.yaml",
    slug: "a",
    at: NOW,
    state: "live",
    isLive: true,
    url: "https://courier.example/2026/11/a/",
    conditions: [
      { name: "file", outcome: "pass", says: "articles/a.yaml" },
      { name: "slug", outcome: "pass", says: "a" },
      { name: "status", outcome: "pass", says: "published" },
      { name: "published", outcome: "pass", says: "Fri 20 Nov 2026 06:00 CET (05:00 UTC), 2 d 3 h ago" },
      { name: "embargo", outcome: "pass", says: "none" },
      { name: "expires", outcome: "pass", says: "never" },
      { name: "section", outcome: "pass", says: "none" },
      { name: "site", outcome: "pass", says: "https://courier.example/" },
    ],
  });
});

describe("one thing stands in the way", () => {
  test.each([
    ["status", LIVE.replace("published\n", "review\n"), ["status: review"]],
    [
      "published",
      LIVE.replace("11-20", "11-27"),
      ["published: not before Fri 27 Nov 2026 06:00 CET (05:00 UTC), in 4 d 21 h"],
    ],
    [
      "embargo",
      `${LIVE}embargo: 2026-11-22 10:00\n`,
      ["embargo: until Sun 22 Nov 2026 10:00 CET (09:00 UTC), in 1 h"],
    ],
    ["an open embargo", `${LIVE}embargo: open\n`, ["embargo: open, until somebody lifts it"]],
    [
      "expires",
      `${LIVE}expires: 2026-11-22 09:00\n`,
      ["expires: Sun 22 Nov 2026 09:00 CET (08:00 UTC), now"],
    ],
  ])("%s", async (_, file, reasons) => {
    const answer = await why({ "a.yaml": file });
    expect(failing(answer)).toEqual(reasons);
    expect(answer.isLive).toBe(false);
  });

  test("another live article has the address", async () => {
    const answer = await why({ "a.yaml": LIVE, "b.yaml": `${LIVE}slug: a\n` });
    expect(failing(answer)).toEqual(["slug: its address is also that of articles/b.yaml"]);
    expect([answer.state, answer.isLive]).toEqual(["live", false]);
  });

  test("another will have the address, or had it, at the instant that is asked about", async () => {
    const files = { "a.yaml": LIVE, "b.yaml": `${LIVE.replace("11-20", "11-24")}slug: a\n` };
    expect((await why(files)).isLive).toBe(true);
    expect((await why(files, { at: Date.parse("2026-11-25T09:00:00Z") })).isLive).toBe(false);
  });

  test("another has the address, whatever its slug is", async () => {
    const settings = "stet: 1\nname: The Courier\nurl: https://courier.example/\npermalinks: /{day}/\n";
    const answer = await why({ "a.yaml": LIVE, "b.yaml": LIVE }, { settings });
    expect(failing(answer)).toEqual(["slug: its address is also that of articles/b.yaml"]);
  });

  test("stet.yaml has neither name nor url", async () => {
    const answer = await why({ "a.yaml": LIVE }, { settings: "stet: 1\n" });
    expect(failing(answer)).toEqual(["site: stet.yaml has no name and no url"]);
    expect(answer.isLive).toBe(false);
  });

  test("the file is no article", async () => {
    const answer = await why({ "a.yaml": "headline: A: b\n" });
    expect(failing(answer)).toEqual(["file: articles/a.yaml:1: the headline needs quotes"]);
    expect([answer.slug, answer.state, answer.next]).toEqual(["a", undefined, undefined]);
  });
});

test("an unknown section is worth a warning", async () => {
  const answer = await why({ "a.yaml": `${LIVE}section: sprot\n` });
  expect(answer.conditions.find(({ name }) => name === "section")).toEqual({
    name: "section",
    outcome: "warning",
    says: "sprot is no section of stet.yaml",
  });
  expect(answer.isLive).toBe(true);
});

test("the next change, from now and from then", async () => {
  const file = `${LIVE}embargo: 2026-11-23T05:00:00Z\nexpires: 2026-11-24T05:00:00Z\n`;
  const lifts = Date.parse("2026-11-23T05:00:00Z");
  expect((await why({ "a.yaml": file })).next).toEqual({ at: lifts, before: "embargoed", state: "live" });
  const then = await why({ "a.yaml": file }, { at: lifts });
  expect([then.state, then.isLive, then.next?.state]).toEqual(["live", true, "expired"]);
  expect(then.conditions.find(({ name }) => name === "expires")?.until).toBe(
    Date.parse("2026-11-24T05:00:00Z"),
  );
});
