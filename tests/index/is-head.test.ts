import { describe, expect, test } from "vitest";
import { isHead } from "../../src/index/is-head.ts";

const INSTANT = { epochMs: 1_795_334_400_000, written: "2026-11-22T09:00:00+01:00" };
const LEAST = {
  headline: "A",
  slug: "a",
  formerSlugs: [],
  authors: [],
  tags: [],
  language: "en",
  kind: "news",
  status: "draft",
  related: [],
  corrections: [],
  x: {},
};
const MOST = {
  ...LEAST,
  id: "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11",
  formerSlugs: ["b"],
  kicker: "k",
  summary: "s",
  section: "world",
  authors: [{ name: "Jo", email: "jo@courier.example", url: "https://courier.example/jo", role: "Words" }],
  dateline: "D",
  tags: ["t"],
  created: INSTANT,
  published: INSTANT,
  updated: INSTANT,
  embargo: "open",
  expires: INSTANT,
  image: { src: "a.jpg", alt: "a", caption: "c", credit: "d" },
  related: ["b"],
  corrections: [{ at: INSTANT, text: "c" }],
  source: "https://wire.example/1",
  x: { page: 3, none: null },
};

describe("isHead", () => {
  test.each([
    ["the least", LEAST],
    ["the most", MOST],
    ["an embargo with an end", { ...LEAST, embargo: INSTANT }],
    ["a moment before 1970", { ...LEAST, created: { ...INSTANT, epochMs: -62_135_596_800_000 } }],
  ])("knows %s", (_, head) => expect(isHead(head)).toBe(true));

  test.each([undefined, null, 1, "text", [], [LEAST], {}])("%j is none", (value) =>
    expect(isHead(value)).toBe(false),
  );

  test.each(Object.keys(LEAST))("one without %s is none", (name) =>
    expect(isHead({ ...LEAST, [name]: undefined })).toBe(false),
  );

  test.each(Object.keys(MOST))("one whose %s is a number is none", (name) =>
    expect(isHead({ ...MOST, [name]: 1 })).toBe(false),
  );

  test.each([
    ["a status of no kind", { status: "live" }],
    ["a kind of no kind", { kind: "gossip" }],
    ["a tag that is no text", { tags: ["t", 1] }],
    ["an author without a name", { authors: [{ email: "jo@courier.example" }] }],
    ["a correction without a moment", { corrections: [{ text: "c" }] }],
    ["a moment that is no number", { created: { ...INSTANT, epochMs: "1" } }],
    ["a moment that is nothing", { created: { ...INSTANT, epochMs: null } }],
    ["a moment beyond the last date", { published: { ...INSTANT, epochMs: 9e15 } }],
    ["an embargo in words", { embargo: "closed" }],
    ["own fields in a list", { x: [] }],
  ])("%s makes it none", (_, wrong) => expect(isHead({ ...LEAST, ...wrong })).toBe(false));
});
