// What is said to be enough of a slug means that slug, and nothing shorter does.
import fc from "fast-check";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { findArticle } from "../../src/desk/find/find-article.ts";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

/** Few letters, so that many begin alike, one of them of two code units. */
const name = fc
  .array(fc.constantFrom("a", "b", "-a", "2", "𐐨"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""))
  .filter((text) => /^[ab2𐐨]/u.test(text) && !/^\d+$/.test(text));

function newsroomOf(slugs: readonly string[], former: readonly string[]): Desk {
  const root = temporaryFolder();
  mkdirSync(path.join(root, "articles"));
  writeFileSync(path.join(root, "stet.yaml"), "stet: 1\n");
  for (const slug of slugs) writeFileSync(path.join(root, "articles", `${slug}.yaml`), "headline: Any\n");
  const renamed = `headline: Any\nformer_slugs: ${JSON.stringify(former)}\n`;
  writeFileSync(path.join(root, "articles/zz.yaml"), renamed);
  return testDesk(root);
}

async function meantBy(desk: Desk, selector: string): Promise<string | StetError> {
  try {
    return (await findArticle(desk, selector, { exact: false })).entry.article?.slug ?? "";
  } catch (error) {
    if (error instanceof StetError) return error;
    throw error;
  }
}

test("what is enough of a slug means that slug, and one letter less does not", async () => {
  let leadsSeen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 2, maxLength: 8 }),
      fc.uniqueArray(fc.constantFrom("aa", "ab", "a2", "ba", "𐐨a"), { maxLength: 3 }),
      async (slugs, former) => {
        const desk = newsroomOf(slugs, former);
        for (const typed of ["a", "b", "2", "2a", "𐐨", "aa"]) {
          const meant = await meantBy(desk, typed);
          if (!(meant instanceof StetError) || meant.code !== "ambiguous") continue;
          const { leads = [], candidates = [] } = meant.details;
          expect(leads).toHaveLength(candidates.length);
          for (const [at, lead] of leads.entries()) {
            leadsSeen++;
            expect(await meantBy(desk, lead)).toBe(candidates[at]);
            const shorter = Array.from(lead).slice(0, -1).join("");
            if (shorter.length > typed.length) expect(await meantBy(desk, shorter)).not.toBe(candidates[at]);
          }
        }
      },
    ),
    { numRuns: runs(40) },
  );
  expect(leadsSeen).toBeGreaterThan(20);
});
