// What comes back from the trash by which name, and what stands in its way.
import { expect, test } from "vitest";
import { removeArticles, restoreArticle } from "../../src/desk/change/trash-articles.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { newsroomOf, write } from "./site/site-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";

const RENAMED = "headline: Salt\nslug: salt-tax\n";

function remove(cwd: string, name: string, now: number): void {
  const desk = testDesk(cwd, { now });
  removeArticles(desk, [{ path: `articles/${name}.yaml` }], { dryRun: false });
}

/** Two articles, one of them with a slug of its own; both in the trash. */
function withTrash(): { readonly cwd: string; readonly desk: Desk } {
  const cwd = newsroomOf({ "articles/salt.yaml": RENAMED, "articles/pepper.yaml": "headline: Pepper\n" });
  remove(cwd, "salt", 1_000);
  remove(cwd, "pepper", 2_000);
  return { cwd, desk: testDesk(cwd) };
}

test.each(["salt-tax", "Salt-Tax", "salt", "articles/salt.yaml"])("an article by %s", (name) => {
  expect(restoreArticle(withTrash().desk, name, { dryRun: false })).toBe("articles/salt.yaml");
});

test("of two that answer to one name the one that was removed later", () => {
  const { cwd, desk } = withTrash();
  write(cwd, { "articles/salt-tax.yaml": "headline: The newer\n" });
  remove(cwd, "salt-tax", 3_000);
  expect(restoreArticle(desk, "salt-tax", { dryRun: true })).toBe("articles/salt-tax.yaml");
});

test("not where another article has its slug by now", () => {
  const { cwd, desk } = withTrash();
  write(cwd, { "articles/other.yaml": RENAMED });
  expect(() => restoreArticle(desk, "salt", { dryRun: false })).toThrow(
    "the slug salt-tax is taken by articles/other.yaml; nothing was restored",
  );
});

test("a file that holds no article by its name", () => {
  const { cwd, desk } = withTrash();
  write(cwd, { "articles/broken.yaml": "headline: [" });
  remove(cwd, "broken", 3_000);
  expect(restoreArticle(desk, "broken", { dryRun: false })).toBe("articles/broken.yaml");
});
