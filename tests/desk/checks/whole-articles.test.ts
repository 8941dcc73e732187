// What is wrong with an article as a whole: too long, empty, without an id, said twice, half merged; and stet.yaml's queries.
import { describe, expect, test } from "vitest";
import { article, checked, checkedBody } from "./check-files.ts";

const PUBLISHED = ["status: published", "published: 2026-11-01"];
const ID = "id: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba";

describe("lengths", () => {
  test("the default limits, in characters and not in code units", async () => {
    const text = (headline: number, summary: number): string =>
      `headline: ${"🦀".repeat(headline)}\nsummary: ${"é".repeat(summary)}\n`;
    expect(await checked({ a: text(110, 300) })).toEqual([]);
    expect(await checked({ a: text(111, 301) })).toEqual([
      "a.yaml:1:11 warning too-long: the headline has 111 characters; the limit is 110",
      "a.yaml:2:10 warning too-long: the summary has 301 characters; the limit is 300",
    ]);
  });

  test("the newsroom's limits", async () => {
    const style = "style: {headline: {max: 3}, summary: {max: 4}}\n";
    expect(await checked({ a: "headline: Four\nsummary: Four\n" }, style)).toEqual([
      "a.yaml:1:11 warning too-long: the headline has 4 characters; the limit is 3",
    ]);
  });
});

test("a published article without a body", async () => {
  const head = ["headline: A", ID, ...PUBLISHED].join("\n");
  expect(await checked({ a: `${head}\nbody: " "\n` })).toEqual([
    "a.yaml:5:7 error empty-body: a published article has no body",
  ]);
  expect(await checked({ a: `${head}\n` })).toEqual([
    "a.yaml:1:1 error empty-body: a published article has no body",
  ]);
  expect(await checked({ a: `${head}\nimage: {src: https://x.example/a.png, alt: x}\n` })).toEqual([]);
  expect(await checked({ a: "headline: A\n" })).toEqual([]);
});

test("a published article without an id; a draft may wait", async () => {
  expect(await checkedBody("Text.", PUBLISHED)).toEqual([
    "a.yaml:1:1 warning missing-id: a published article has no id; feeds leave it out",
  ]);
  expect(await checkedBody("Text.", ["status: ready"])).toEqual([]);
});

describe("paragraphs", () => {
  const short = "This paragraph is long enough to be remarked on within one article.";
  const long = `${short} `.repeat(4).trim();

  test("twice in one article, wherever its lines end", async () => {
    expect(await checkedBody(`${short}\n\nText.\n\n${short.replace("long enough", "long\nenough")}`)).toEqual(
      ["a.yaml:7:3 warning duplicate-paragraph: this paragraph stands in the article twice"],
    );
    expect(await checkedBody("Read on.\n\nRead on.")).toEqual([]);
  });

  test("a long one in two articles; the second is told of", async () => {
    expect(await checked({ a: article(long), b: article(`Text.\n\n${long}`) })).toEqual([
      "b.yaml:5:3 warning duplicate-paragraph: this paragraph stands in articles/a.yaml, too",
    ]);
    expect(await checked({ a: article(short), b: article(short) })).toEqual([]);
  });
});

test("a merge nobody resolved; a line of equals signs is a heading", async () => {
  expect(await checkedBody("<<<<<<< ours\nA\n=======\nB\n>>>>>>> theirs")).toEqual([
    "a.yaml:3:3 error conflict-marker: an unresolved merge conflict begins here",
    "a.yaml:7:3 error conflict-marker: an unresolved merge conflict ends here",
  ]);
  expect(await checkedBody("Heading\n=======\n\n<<<<<<<< eight")).toEqual([]);
});

test("queries of stet.yaml that cannot be read, with their places", async () => {
  const more = [
    'queries: {hot: "status:review", cold: "status:draft ("}',
    "publish:",
    "  feeds:",
    "    - {path: a.xml}",
    '    - {path: b.xml, query: "sections:world"}',
    "",
  ].join("\n");
  expect(await checked({}, more)).toEqual([
    "stet.yaml:6:54 error bad-query: something is missing here, in the saved query @cold",
    'stet.yaml:10:29 error bad-query: "sections" is not a field',
  ]);
});

test("what is wrong in a query that others call is told once, where it stands", async () => {
  const more = [
    "queries:",
    '  bad: "words:abc"',
    '  worse: "is:live OR @bad"',
    '  lost: "is:live OR @nope"',
    '  self: "x OR -@self"',
    '  with.dot: "is:live"',
    "publish:",
    "  feeds:",
    '    - {path: b.xml, query: "tag:a @worse"}',
    '    - {path: c.xml, query: "tag:a @nope"}',
    "",
  ].join("\n");
  const saved = "in the saved query";
  expect(await checked({}, more)).toEqual([
    `stet.yaml:7:15 error bad-query: cannot read the number "abc", ${saved} @bad`,
    `stet.yaml:9:21 error bad-query: stet.yaml has no saved query "nope", ${saved} @lost`,
    `stet.yaml:10:16 error bad-query: the saved queries come back to themselves: @self > @self, ${saved} @self`,
    "stet.yaml:11:3 warning bad-config: @with.dot can never be called: a name holds letters, digits, - and _",
    'stet.yaml:15:35 error bad-query: stet.yaml has no saved query "nope"',
  ]);
});
