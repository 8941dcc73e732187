import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/article/settings.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { matchesQuery } from "../../src/query/matches-query.ts";
import { parseQuery } from "../../src/query/parse-query.ts";

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
body: |
  Sugar.

  > It cracked.
`;
const { article } = parseArticle({ text: TEXT, fileSlug: "creme" }, DEFAULT_SETTINGS);
const at = Date.parse("2026-06-01T00:00:00Z");
const matches = (...words: string[]): boolean =>
  article !== undefined && matchesQuery(article, parseQuery(words), at);

describe("matchesQuery", () => {
  test.each([
    [[]],
    [["creme"]],
    [["BRÛLÉE", "sugar"]],
    [["headline:elysee"]],
    [["section:europe"]],
    [["section:world"]],
    [["section:world/europe"]],
    [["tag:food"]],
    [["author:o briain"]],
    [["lang:fr"]],
    [["kind:news,feature"]],
    [["is:live"]],
    [["is:corrected"]],
    [["has:quote"]],
    [["-tag:sport", "-is:draft"]],
  ])("%j finds it", (words) => expect(matches(...words)).toBe(true));

  test.each([
    [["custard"]],
    [["section:euro"]],
    [["section:asia"]],
    [["tag:foo"]],
    [["lang:f"]],
    [["is:expired"]],
    [["has:image"]],
    [["-is:live"]],
    [["creme", "tag:sport"]],
  ])("%j does not", (words) => expect(matches(...words)).toBe(false));

  test("the state is that of the instant asked about", () => {
    const query = parseQuery(["is:expired"]);
    expect(article && matchesQuery(article, query, Date.parse("2026-12-01T00:00:00Z"))).toBe(true);
    expect(article && matchesQuery(article, query, Date.parse("2026-11-30T23:59:59Z"))).toBe(false);
  });
});
