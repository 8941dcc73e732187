// An index that somebody wrote to, while the files and their stamps stay: nothing goes out that the files do not allow.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/database/open-database.ts";
import { article, newsroomOf, publishAt, SETTINGS, siteTree, write } from "./site-newsroom.ts";

const NOW = "2026-11-22T12:00:00Z";
const PUBLIC = article(1, "headline: Public\nstatus: published\npublished: 2026-01-05T09:00:00Z");

function secret(state: string): string {
  const words =
    "former_slugs: [secret-old]\ntags: [secret-tag]\nauthors: [Secret Author]\nsection: world/secret";
  return article(2, `headline: Secret\n${words}\npublished: 2026-01-05T09:00:00Z\n${state}`);
}

function tamper(root: string, statement: string): void {
  const folder = path.join(root, ".stet/index");
  const name = readdirSync(folder).find((file) => /^\d+\.db$/.test(file)) ?? "";
  const database = openDatabase(path.join(folder, name), { waitMs: 1000, pragmas: [] });
  database.exec(statement);
  database.close();
}

const FLIP = `UPDATE file SET status = 'STATUS',
  head = json_remove(json_set(head, '$.status', 'STATUS'), '$.embargo') WHERE path = 'articles/secret.yaml'`;

test.each(["published", "withdrawn", "killed"])("a %s that the index alone knows of", async (status) => {
  for (const state of ["status: draft", "status: published\nembargo: open"]) {
    const root = newsroomOf({ "articles/public.yaml": PUBLIC, "articles/secret.yaml": secret(state) });
    await publishAt(root, NOW);
    tamper(root, FLIP.replaceAll("STATUS", status));
    write(root, { "stet.yaml": `${SETTINGS}# touched\n` });
    await publishAt(root, NOW, { force: true });
    const all = [...siteTree(root)].flat().join("\n");
    expect(all).toContain("Public");
    expect(all.toLowerCase()).not.toContain("secret");
  }
});

/** As many files as make a first edition one that is made apart, and read as it is made. */
function manyArticles(): Record<string, string> {
  const text = (at: number): string =>
    article(
      at + 10,
      `headline: Story ${at}\nstatus: published\npublished: 2026-01-05T09:00:00Z\ntags: [one-${at}, two-${at}]`,
      "See [this](article:secret).",
    );
  return Object.fromEntries(Array.from({ length: 170 }, (_, at) => [`articles/story-${at}.yaml`, text(at)]));
}

test.each(["published", "withdrawn"])(
  "a %s that the index alone knows of, in a large first edition",
  async (status) => {
    const root = newsroomOf({ ...manyArticles(), "articles/secret.yaml": secret("status: draft") });
    await publishAt(root, NOW, { dryRun: true });
    tamper(root, FLIP.replaceAll("STATUS", status));
    const { added, problems } = await publishAt(root, NOW);
    expect([added.length > 500, problems]).toEqual([true, []]);
    const all = [...siteTree(root)].flat().join("\n");
    expect(all).toContain("Story 1");
    expect(all.toLowerCase().replaceAll("article:secret", "")).not.toContain("secret");
  },
);

test("words of a live article that the index alone knows, in a large first edition", async () => {
  const root = newsroomOf(manyArticles());
  await publishAt(root, NOW, { dryRun: true });
  tamper(root, `UPDATE file SET head = json_set(head, '$.headline', 'Secret') WHERE slug = 'story-7'`);
  expect((await publishAt(root, NOW)).problems).toEqual([]);
  const all = [...siteTree(root)].flat().join("\n");
  expect(all).toContain("Story 7");
  expect(all.replaceAll("article:secret", "")).not.toMatch(/secret/i);
});
