// What a picker finds for what was typed: by names first, then as a query, and the same however the text came about.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { articleSource } from "../../src/desk/find/article-source.ts";
import { askIndex } from "../../src/desk/keep-index/ask-index.ts";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const TERMS = [
  "salt",
  "the salt",
  "section:world is:live",
  "author:ilse -tag:rail",
  "is:dr",
  "zzz",
  "a b",
  "( salt",
  "x.print_page:>1",
];

test("typed letter by letter, taken back or pasted: one answer for one text", () => {
  const desk = testDesk(sampleNewsroom());
  const query = readQuery(desk, []);
  const typing = articleSource(desk, query);
  for (const term of TERMS) {
    const letters = Array.from(term, (_, index) => term.slice(0, index + 1));
    for (const part of [...letters, ...letters.toReversed()]) {
      expect(typing(part)).toEqual(articleSource(desk, query)(part));
    }
  }
});

test.each([
  "section:world is:live",
  "tag:competition",
  "status:draft,review",
  "published:2025..",
  "words>100 -is:live",
  "has:quote",
  "slug:the-*",
  "slug:*salt*",
  "slug~e",
  "id:0*",
  "tag:any -tag:a*",
  "section:* NOT lang:en",
  "author:ilse OR kind:opinion",
  "headline:the is:live",
  "body:the",
  "body:the is:live",
  "body:salt OR tag:rail",
  "is:draft",
])("%s finds what stet list finds, in its order", async (term) => {
  const desk = testDesk(sampleNewsroom());
  const { files } = await listArticles(desk, { query: readQuery(desk, term.split(" ")), sort: [], limit: 0 });
  const listed = [...files].map(({ path }) => path);
  const { rows, total } = articleSource(desk, readQuery(desk, []))(`${term} `);
  expect({ paths: rows.map(({ path }) => path), total }).toEqual({ paths: listed, total: listed.length });
});

test("a word of the text is found behind those that have it in their names; the query given narrows both", () => {
  const desk = testDesk(sampleNewsroom());
  const all = articleSource(desk, readQuery(desk, []))("salt");
  expect(all.rows[0]?.slug).toBe("the-salt-ledger");
  expect(all.total).toBeGreaterThan(0);
  const culture = articleSource(desk, readQuery(desk, ["section:world"]))("salt");
  expect(culture.rows.map(({ slug }) => slug)).not.toContain("the-salt-ledger");
});

test("an index that is damaged while the picker is open is made anew, and answers", () => {
  const desk = testDesk(sampleNewsroom());
  const source = articleSource(desk, readQuery(desk, []));
  const before = articleSource(desk, readQuery(desk, []))("section:world ");
  askIndex(desk, ({ database }) => database.exec("DROP TABLE term"));
  expect(before.total).toBeGreaterThan(0);
  expect(source("section:world ")).toEqual(before);
});

describe("another stet brings the index up to files that changed while the picker is open", () => {
  const write = (cwd: string, slug: string, tag: string): void =>
    writeFileSync(
      path.join(cwd, "articles", `${slug}.yaml`),
      `headline: Story ${slug}\nsection: news\nstatus: draft\ntags: [${tag}]\nbody: Words.\n`,
    );
  const newsroom = (): string => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, "articles"));
    writeFileSync(
      path.join(cwd, "stet.yaml"),
      "stet: 1\nname: Test\nlanguage: en\narticles: articles/{slug}.yaml\nsections:\n  news: News\n",
    );
    for (const slug of ["alpha", "bravo", "charlie", "delta", "echo"]) write(cwd, slug, "zebra");
    return cwd;
  };
  const refresh = async (cwd: string): Promise<void> => {
    const desk = testDesk(cwd);
    await listArticles(desk, { query: readQuery(desk, []) });
  };
  const opened = (cwd: string) => {
    const desk = testDesk(cwd);
    const source = articleSource(desk, readQuery(desk, []));
    return (term: string) => {
      const { rows, total } = source(term);
      return { slugs: rows.map(({ slug }) => slug).toSorted(), total };
    };
  };

  test("a story that changed is found", async () => {
    const cwd = newsroom();
    const source = opened(cwd);
    source("");
    write(cwd, "bravo", "zebra, horse");
    await refresh(cwd);
    expect(source("tag:zebra ").total).toBe(5);
    expect(source("tag:horse ")).toEqual({ slugs: ["bravo"], total: 1 });
  });

  test("one story goes and another comes: the new one is found, and nothing else by its tag", async () => {
    const cwd = newsroom();
    const source = opened(cwd);
    source("");
    rmSync(path.join(cwd, "articles", "echo.yaml"));
    await refresh(cwd);
    write(cwd, "foxtrot", "fox");
    await refresh(cwd);
    write(cwd, "echo", "zebra");
    await refresh(cwd);
    expect(source("tag:fox ")).toEqual({ slugs: ["foxtrot"], total: 1 });
  });

  test("what stands on the screen stays what Enter chooses", async () => {
    const cwd = newsroom();
    const source = opened(cwd);
    const shown = source("story");
    rmSync(path.join(cwd, "articles", "alpha.yaml"));
    await refresh(cwd);
    expect(source("story")).toEqual(shown);
    expect(source("stor").total).toBe(4);
    expect(source("story").total).toBe(4);
  });
});
