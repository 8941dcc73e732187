import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/article/settings.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { matchesQuery } from "../../src/query/matches-query.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import { CONTEXT } from "./context.ts";

const TEXT = `
headline: "Crème brûlée at the Élysée"
summary: A dessert, a vote.
section: world/europe
authors: [Zoë Ó Briain]
tags: [Food, politics]
language: fr-BE
kind: feature
status: published
published: 2026-01-01T00:00:00Z
expires: 2026-12-01T00:00:00Z
corrections: [{at: 2026-02-01T00:00:00Z, text: It was custard.}]
x: {page: 3, shot: 2026-02-03, team: {lead: Ann}}
body: |
  Sugar.

  > It cracked.
  >
  > — Zoë
`;
const { article } = parseArticle({ text: TEXT, fileSlug: "creme" }, DEFAULT_SETTINGS);
const at = Date.parse("2026-06-01T00:00:00Z");

function matches(query: string, when = at): boolean {
  if (article === undefined) throw new Error("the article cannot be read");
  const { node } = parseQueryText(query, CONTEXT);
  return matchesQuery({ article, at: when, timezone: "UTC", url: "https://a.example/2026/creme/" }, node);
}

describe("matchesQuery", () => {
  test.each([
    "",
    "creme",
    "BRÛLÉE sugar",
    '"brulee at the"',
    "suga*",
    "headline:elysee",
    'headline:"creme brulee"',
    "headline~rème",
    "headline~/^creme/",
    "headline~/(?<Name>e)\\w\\k<Name>/",
    "section:europe",
    "section:world",
    "section:world/europe",
    "section:world/*",
    "tag:food",
    'author:"o briain"',
    "author:zoe",
    "lang:fr",
    "kind:news,feature",
    "is:live",
    "is:corrected",
    "correction:custard",
    "has:quote",
    "-tag:sport -is:draft",
    "sport OR sugar",
    "published:2026-01",
    "updated:2026-01-01",
    "expires>2026-11",
    "embargo:none",
    "words:3..5",
    "url:*creme*",
    "x.page:3",
    "x.page>2",
    "x.shot:2026-02",
    "x.shot:any",
    "x.team.lead:Ann",
    "body:cracked",
    "text:cracked",
  ])("%s finds it", (query) => expect(matches(query)).toBe(true));

  test.each([
    "custard",
    "crem",
    '"sugar cracked the"',
    "section:euro",
    "section=world",
    "section:asia",
    "tag:foo",
    "lang:f",
    "is:expired",
    "has:image",
    "-is:live",
    "creme tag:sport",
    "creme (sport OR draft)",
    "published:2025",
    "expires:none",
    "words>5",
    "x.page:4",
    "x.shot:2025",
    "x.nothing:any",
  ])("%s does not", (query) => expect(matches(query)).toBe(false));

  test("an embargo until somebody lifts it is open, a dated one and none are not", () => {
    const finds = (line: string, query: string): boolean => {
      const read = parseArticle({ text: `headline: A\n${line}\n`, fileSlug: "a" }, DEFAULT_SETTINGS);
      if (read.article === undefined) throw new Error("the article cannot be read");
      const asked = { article: read.article, at, timezone: "UTC" };
      return matchesQuery(asked, parseQueryText(query, CONTEXT).node);
    };
    const lines = ["embargo: open", "embargo: 2026-11-23T06:00:00Z", "summary: open"];
    expect(lines.map((line) => finds(line, "embargo:open"))).toEqual([true, false, false]);
    expect(lines.map((line) => finds(line, "embargo!=open"))).toEqual([false, true, true]);
    expect(lines.map((line) => finds(line, "embargo:2026,open"))).toEqual([true, true, false]);
  });

  test.each(["embargo>open", "embargo~open", 'embargo:"open"', "expires:open"])("%s is refused", (query) => {
    expect(() => parseQueryText(query, CONTEXT)).toThrow("cannot read the date");
  });

  test("the state is that of the instant asked about", () => {
    expect(matches("is:expired", Date.parse("2026-12-01T00:00:00Z"))).toBe(true);
    expect(matches("is:expired", Date.parse("2026-11-30T23:59:59Z"))).toBe(false);
  });
});
