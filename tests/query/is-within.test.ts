// What is said to be within another query is found by it, whatever the article.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { DEFAULT_SETTINGS } from "../../src/article/settings.ts";
import { isWithin } from "../../src/query/is-within.ts";
import { matchesQuery } from "../../src/query/matches-query.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import type { QueryNode } from "../../src/query/query.ts";
import { CONTEXT } from "./context.ts";

function read(query: string): QueryNode {
  return parseQueryText(query, CONTEXT).node;
}

test.each([
  ["salt", "salt*"],
  ["the salt", "the salt*"],
  ["tag:rail salted*", "tag:rail salt*"],
  ["kind:news", "kind:ne*"],
  ["id:01958", "id:01*"],
  ["slug~abc", "slug~ab"],
  ["headline:salt", "headline:salt*"],
  ["-slug:a*", "-slug:a"],
  ["is:live OR tag:rail", "is:live OR tag:r*"],
  ["words>300", "words>300"],
])("%s is within %s, and not the other way round but where they are the same", (narrow, wide) => {
  expect(isWithin(read(narrow), read(wide))).toBe(true);
  expect(isWithin(read(wide), read(narrow))).toBe(narrow === wide);
});

test.each([
  ["section:world", "section:world*"],
  ["salt", "the salt"],
  ["salt*", "salt"],
  ["salted", "salt"],
  ['"then salt*"', '"the salt*"'],
  ["headline:salt", "headline~salt"],
  ['"a salt"', '"b s*"'],
  ["tag:a", "author:a*"],
  ["tag:a", "-tag:a"],
  ["is:live tag:a", "is:live OR tag:a*"],
])("%s is not said to be within %s", (narrow, wide) => {
  expect(isWithin(read(narrow), read(wide))).toBe(false);
});

const words = fc.constantFrom("a", "ab", "abc", "b", "a*", "ab*", "b*", "*");
const leaf = fc
  .tuple(
    fc.constantFrom("", "slug:", "slug~", "tag:", "headline:", "author:", "section:", "kind:", "-tag:", "-"),
    words,
  )
  .map(([field, word]) => field + word)
  .filter((text) => text !== "*" && text !== "-*" && text !== "headline:*" && !/^kind:[^*]*$/.test(text));
const query = fc.tuple(leaf, fc.constantFrom(" ", " OR "), leaf).map((parts) => parts.join(""));
const text = fc.constantFrom("a", "ab", "abc", "abcd", "b", "ba");

test("whatever is asked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(query, query), { minLength: 1 }),
      fc.tuple(text, text, text, text),
      (pairs, values) => {
        const [slug, tag, headline, section] = values;
        const yaml = `headline: ${headline}\nslug: ${slug}\ntags: [${tag}]\nsection: ${section}\nauthors: [${tag}]\nbody: ${slug}\n`;
        const { article } = parseArticle({ text: yaml, fileSlug: slug }, DEFAULT_SETTINGS);
        const matches = (node: QueryNode): boolean => matchesQuery({ article, at: 0, timezone: "UTC" }, node);
        for (const [one, other] of pairs.map((pair) => pair.map(read))) {
          if (one === undefined || other === undefined || !isWithin(one, other)) continue;
          expect(matches(other) || !matches(one)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});
