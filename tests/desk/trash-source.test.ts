// What the picker of the trash finds: what its rows show, and where the file was.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { removeArticles } from "../../src/desk/change/trash-articles.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { articlePaths } from "../../src/desk/find/read-entries.ts";
import { trashSource } from "../../src/desk/find/trash-source.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";

/** The sample newsroom with all its articles in the trash. */
function emptied(options: Parameters<typeof testDesk>[1]): Desk {
  const cwd = sampleNewsroom();
  const desk = testDesk(cwd, options);
  const paths = [...articlePaths(desk)];
  const [first = ""] = paths;
  const file = path.join(cwd, first);
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/^headline:.*\nslug:.*$/m, "headline: Zebras\nslug: other-name"),
  );
  removeArticles(
    desk,
    paths.map((each) => ({ path: each })),
    { dryRun: false },
  );
  return desk;
}

test("by words of the headline, by the slug and by the path", () => {
  const source = trashSource(emptied({ clock: () => 0 }));
  const found = (term: string) => source(term).rows.map(({ slug }) => slug);
  for (const term of ["zebras", "other-name", "articles zebra "])
    expect(found(term), term).toEqual(["other-name"]);
  expect(found("salt-ledger.yaml")).toEqual(["the-salt-ledger"]);
  expect(source("").total).toBe(source("articles").total);
});

test("a large trash is read as far as a key goes, and then further", () => {
  let now = 0;
  const source = trashSource(emptied({ clock: () => (now += 2) }));
  const totals = [source("articles")];
  while (totals.at(-1)?.isPartial === true) totals.push(source("articles"));
  expect(totals.length).toBeGreaterThan(2);
  expect(totals.at(-1)?.total).toBe(source("").total);
});
