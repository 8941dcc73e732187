// How SQLite goes about each question: by an index or the full-text table wherever one serves. What walks through all
// rows all the same does so for a reason, and is named here.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LIMITS } from "../../src/article/limits.ts";
import { openDesk, type Desk } from "../../src/desk/desk.ts";
import { freshIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { allSteps } from "../../src/base/steps.ts";
import { allSlugs, clashes, filesNamed, filesNamedFrom } from "../../src/index/names.ts";
import { followIndex, holdArticles } from "../../src/index/held-articles.ts";
import { addTextTests } from "../../src/index/look-at-texts.ts";
import type { Index } from "../../src/index/open-index.ts";
import { countFiles, fileAt, selectFiles, storedErrors, valuesOf } from "../../src/index/select-files.ts";
import type { IndexSort } from "../../src/index/select-files.ts";
import { NOW, put } from "./make-newsroom.ts";

let desk: Desk;
let index: Index;

/** Enough articles for the planner to have an opinion; dates, sections, tags and words spread over them. */
beforeAll(async () => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-plans-")));
  put(root, "stet.yaml", "stet: 1\nfields: {page: number, shot: instant}\n");
  for (let at = 0; at < 400; at++) put(root, `articles/${at % 20}/story-${at}.yaml`, articleNumber(at));
  put(root, "articles/broken.yaml", "headline: [");
  desk = openDesk({
    cwd: root,
    store: undefined,
    env: { STET_AUTHOR: "Author 3" },
    now: NOW,
    clock: () => Date.now(),
    command: "test",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
  });
  ({ index } = await freshIndex(desk));
});

afterAll(() => {
  closeIndexOf(desk);
  fs.rmSync(desk.root, { recursive: true, force: true });
});

function articleNumber(at: number): string {
  const day = `${2016 + (at % 10)}-${String(1 + (at % 12)).padStart(2, "0")}-05`;
  return `id: 01958f5c-9a3e-7c11-b0f4-${String(at).padStart(12, "0")}
headline: Story ${at} of the ${at % 7} seas
section: ${["world/europe", "world", "sport", "culture"][at % 4]}
authors: [Author ${at % 30}]
tags: [tag-${at % 50}, all]
language: ${at % 9 === 0 ? "fr" : "en"}
kind: ${["news", "opinion", "feature"][at % 3]}
status: ${at % 10 === 0 ? "draft" : "published"}
created: ${day}
published: ${day}
${at % 25 === 0 ? "embargo: 2027-01-01\n" : ""}${at % 40 === 0 ? "expires: 2026-01-01\n" : ""}x: {page: ${at % 60}, shot: ${day}}
body: word${at} ${"and ".repeat(at % 11)} the rest.
`;
}

/** What SQLite says it does for every statement that `ask` makes. */
function plansOf(ask: (index: Index) => unknown): string[] {
  const statements: string[] = [];
  const { database } = index;
  const prepare: typeof database.prepare = (sql, ...rest) => {
    statements.push(sql);
    return database.prepare(sql, ...rest);
  };
  const recording = new Proxy(database, {
    get: (target, name) => (name === "prepare" ? prepare : Reflect.get(target, name, target)),
  });
  ask({ ...index, database: recording, statements: new Map() });
  return statements.flatMap((sql) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail)),
  );
}

/** The steps that go through every row of a table of ours. */
function scansIn(plans: readonly string[]): string[] {
  return plans.filter((step) => /^SCAN (file|term|name|folder)\b/.test(step));
}

function listPlan(words: readonly string[], sort: readonly IndexSort[] = [], limit = 0): string[] {
  const { node } = readQuery(desk, words);
  return plansOf((asked) => [...selectFiles(asked, node, { at: NOW, sort, limit }).files]);
}

function countPlan(words: readonly string[]): string[] {
  const { node } = readQuery(desk, words);
  return plansOf((asked) => countFiles(asked, node, NOW));
}

test("a picker that follows the index looks at what was written since, and walks through nothing", () => {
  const asked = { node: { kind: "all" }, at: NOW, isMeant: () => true } as const;
  const held = allSteps(holdArticles(index, asked));
  const plans = plansOf((recording) => {
    const followed = allSteps(followIndex({ ...held, index: recording }, asked));
    expect(followed?.count).toBe(400);
  });
  expect(plans).not.toEqual([]);
  expect(scansIn(plans)).toEqual([]);
});

describe("a list asks an index", () => {
  test.each([
    ["tag:tag-3"],
    ["tag:tag-3,tag-4"],
    ["tag:*1"],
    ["author:3"],
    ["author~/3$/"],
    ["is:mine"],
    ["section:world/europe"],
    ["section=world"],
    ["status:draft"],
    ["is:draft"],
    ["is:scheduled"],
    ["is:expired"],
    ["kind:opinion"],
    ["lang:fr"],
    ["slug:story-7"],
    ["slug:*7"],
    ["id:01958f5c-9a3e-7c11-b0f4-000000000007"],
    ["x.page:7"],
    ["x.page>50"],
    ["x.shot:2019"],
    ["created:2019-03"],
    ["updated:2019-03"],
    ["published:2019-03"],
    ["embargo:2027"],
    ["expires:2026"],
    ["embargo:any"],
    ["expires:any"],
    ["words:12"],
    ["word7"],
    ["word1*"],
    ['"seas story"'],
    ["headline:seas"],
    ["headline=seas"],
    ["author:3 word7"],
    ["tag:tag-3 section:world is:live"],
    ["tag:tag-3 -section:world"],
    ["tag:tag-3 OR tag:tag-4"],
    ["tag:tag-3 OR section:sport"],
    ["tag:tag-3 has:image"],
    ["tag:tag-3 headline~sea"],
    ["tag:tag-3 x.page:any"],
    ["is:invalid tag:tag-3"],
  ])("%s", (query) => expect(scansIn(listPlan(query.split(/ (?![a-z]+")/)))).toEqual([]));

  test.each([["is:live"], ["is:embargoed"], ["status:published"], ["is:draft"]])(
    "for how many are %s",
    (query) => expect(scansIn(countPlan([query]))).toEqual([]),
  );
});

describe("the newest are read in the order of an index, and no more of them than are shown", () => {
  const ordered = "SCAN file USING INDEX file_newest";

  test.each([[[]], [["is:live"]], [["-tag:tag-3"]], [["has:image"]], [["words>3"]]])("%j", (words) => {
    const plan = listPlan(words, [], 50);
    expect(plan.filter((step) => /TEMP B-TREE FOR ORDER BY/.test(step))).toEqual([]);
    expect(
      plan.some((step) => step === ordered || /USING (COVERING )?INDEX file_(newest|status)/.test(step)),
    ).toBe(true);
  });

  test("all of them", () => expect(scansIn(listPlan([]))).toEqual([ordered]));
});

describe("rows come in the order of an index, none of them held back until all are sorted", () => {
  test.each(["path", "created", "published", "words", "status"] as const)("%s", (field) => {
    for (const isDescending of [false, true])
      expect(listPlan([], [{ field, isDescending }])).not.toContain("USE TEMP B-TREE FOR ORDER BY");
  });
});

test("what is live comes in the order of the paths, too, and its first row at once", () => {
  const byPath = [{ field: "path", isDescending: false }] as const;
  expect(listPlan(["is:live"], byPath)).toEqual(["SCAN file USING INDEX sqlite_autoindex_file_1"]);
  expect(scansIn(listPlan(["is:live", "tag:tag-3"], byPath))).toEqual([]);
});

describe("names, values and findings ask an index", () => {
  const ASKED: Readonly<Record<string, (asked: Index) => unknown>> = {
    "files with a name": (asked) => filesNamed(asked, "story-7"),
    "files whose slug begins so": (asked) => filesNamedFrom(asked, "story-7", "slug"),
    "files whose id begins so": (asked) => filesNamedFrom(asked, "01958f", "id"),
    "the file at a path": (asked) => fileAt(asked, "articles/7/story-7.yaml"),
    "the values of a field": (asked) => valuesOf(asked, "tag"),
  };

  test.each(Object.keys(ASKED))("%s", (name) => {
    const ask = ASKED[name] ?? ((): void => undefined);
    expect(scansIn(plansOf(ask))).toEqual([]);
  });

  test("files that hold no article, by the index of nothing else", () => {
    expect(scansIn(plansOf(storedErrors))).toEqual(["SCAN file USING INDEX file_errors"]);
  });

  test("names that clash, in the order of the key and without sorting", () => {
    const plans = [
      ...plansOf((asked) => clashes(asked, "slug")),
      ...plansOf((asked) => clashes(asked, "id")),
    ];
    expect(plans.filter((step) => /TEMP B-TREE FOR (GROUP|ORDER) BY/.test(step))).toEqual([]);
  });
});

describe("what goes through every row", () => {
  test.each([
    ["has:image", "a bit of each row: half the articles have an image"],
    ["has:quote", "a bit of each row"],
    ["is:corrected", "a bit of each row"],
    ["headline~sea", "a part of a word is in no index: each headline is looked at"],
    ["text:rest", "the text without its markup is in no index: each body is read"],
    ["url:any", "addresses follow stet.yaml, not the file"],
    ["-tag:tag-3", "most articles are not in what an index lists"],
    ["x.page:none", "the same"],
    ["body:any", "nearly all have one"],
    ["is:invalid", "the few are found among all heads; only their findings have an index"],
    ["tag:tag-3 OR has:image", "one side of it does"],
  ])("%s: %s", (query) => {
    expect(scansIn(listPlan(query.split(" ")))).toEqual([expect.stringMatching(/^SCAN file/)]);
  });

  test.each([
    ["tag:tag-3 headline~sea", 8],
    ["headline~sea tag:tag-3", 8],
    ["-headline~sea tag:tag-3", 8],
    ["headline~sea has:embargo (tag:tag-25 OR tag:tag-4)", 8],
    ['headline="Story 7 of the 0 seas"', 1],
  ])("the texts that are looked at for %s: those that the rest of the query leaves", (query, most) => {
    let looks = 0;
    // A function of SQL is known by its name and how many values it takes.
    index.database.function("stet_passes", { directOnly: true }, (test: unknown, text: unknown) => {
      looks++;
      return typeof test === typeof text ? 1 : 0;
    });
    try {
      listPlan(query.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/));
      expect(looks).toBeLessThanOrEqual(most);
      expect(looks).toBeGreaterThan(0);
    } finally {
      addTextTests(index.database);
    }
  });

  test("every slug, in the order of the paths, for near names", () => {
    expect(scansIn(plansOf(allSlugs))).toEqual([expect.stringMatching(/^SCAN file USING INDEX/)]);
  });
});
