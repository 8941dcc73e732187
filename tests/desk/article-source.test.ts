// What a picker finds for what was typed: by names first, then as a query, and the same however the text came about.
import fs, { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { articleSource } from "../../src/desk/find/article-source.ts";
import { askIndex } from "../../src/desk/keep-index/ask-index.ts";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { wholeAnswer, type SourceAnswer } from "../../src/desk/find/source-row.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const newsroom = sampleToRead();

function write(cwd: string, slug: string, tag: string, body = "Words."): void {
  const text = `headline: Story ${slug}\nsection: news\nstatus: draft\ntags: [${tag}]\nbody: ${body}\n`;
  writeFileSync(path.join(cwd, "articles", `${slug}.yaml`), text);
}

/** Five stories with the tag zebra. */
function zebras(): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  const settings = [
    "stet: 1",
    "name: Test",
    "language: en",
    "articles: articles/{slug}.yaml",
    "sections: {news: News}",
    'queries: {hot: "tag:fox"}',
  ];
  writeFileSync(path.join(cwd, "stet.yaml"), `${settings.join("\n")}\n`);
  for (const slug of ["alpha", "bravo", "charlie", "delta", "echo"]) write(cwd, slug, "zebra");
  return cwd;
}

async function listed(desk: Desk, words: readonly string[]): Promise<string[]> {
  const { files } = await listArticles(desk, { query: readQuery(desk, words), sort: [], limit: 0 });
  return Array.from(files, ({ path: each }) => each);
}

function shown({ rows, total }: SourceAnswer) {
  return { paths: rows.map((row) => row.path), total };
}

/** Nothing is left to a pause, however busy the machine is. */
const STILL = { clock: (): number => 0 };

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
  const desk = testDesk(newsroom(), STILL);
  const query = readQuery(desk, []);
  const typing = articleSource(desk, query);
  for (const term of TERMS) {
    const letters = Array.from(term, (_, index) => term.slice(0, index + 1));
    for (const part of [...letters, ...letters.toReversed()]) {
      expect(typing(part)).toEqual(articleSource(desk, query)(part));
    }
  }
});

/** What the index leaves open. */
const OPEN = [
  "headline~sal",
  "headline~/^the/",
  "text:the",
  "summary~the",
  "correction:any",
  "-url:*e",
  "-body~salt is:live",
];

test.each([
  "section:world is:live",
  "tag:competition",
  "status:draft,review",
  "status:published",
  "-status:p*",
  "published:2025..",
  "words>100 -is:live",
  "has:quote",
  "slug:the-*",
  "slug:*salt*",
  "slug~e",
  "id:0*",
  "tag:any -tag:a*",
  "tag:none",
  "tag:*",
  "section:* NOT lang:en",
  "author:ilse OR kind:opinion",
  "headline:the is:live",
  "body:the",
  "body:the is:live",
  "body:salt OR tag:rail",
  "is:draft",
  ...OPEN,
])("%s finds what stet list finds, in its order", async (term) => {
  const desk = testDesk(newsroom(), STILL);
  const paths = await listed(desk, term.split(" "));
  expect(paths).not.toEqual([]);
  const source = articleSource(desk, readQuery(desk, []));
  const first = source(`${term} `);
  // Whatever part of them a first answer has, it is the beginning.
  expect(shown(first).paths).toEqual(paths.slice(0, first.total));
  expect(shown(wholeAnswer(source, `${term} `))).toEqual({ paths, total: paths.length });
});

test.each(["text:the ", "-body~salt ", "body~salt OR tag:rail ", "(summary~the the) "])(
  "%s: a key reads no article, and who asks once more is told what they say",
  (term) => {
    const desk = testDesk(newsroom(), STILL);
    const source = articleSource(desk, readQuery(desk, []));
    const read = vi.spyOn(fs, "openSync");
    onTestFinished(() => read.mockRestore());
    expect(source(term)).toEqual({ rows: [], total: 0, isPartial: true });
    expect(read).not.toHaveBeenCalled();
    const answer = source(term);
    expect(read).toHaveBeenCalled();
    expect(answer).not.toHaveProperty("isPartial");
    expect(answer.total).toBeGreaterThan(0);
  },
);

test.each(["url:any ", "headline~e ", "tag:competition "])(
  "%s: a key is told all, as no article is read",
  (term) => {
    const desk = testDesk(newsroom(), STILL);
    const answer = articleSource(desk, readQuery(desk, []))(term);
    expect(answer).not.toHaveProperty("isPartial");
    expect(answer.total).toBeGreaterThan(0);
  },
);

test.each(OPEN)("the query %s narrows the picker as it narrows a list", async (query) => {
  const desk = testDesk(newsroom(), STILL);
  const paths = await listed(desk, query.split(" "));
  const source = articleSource(desk, readQuery(desk, query.split(" ")));
  expect(shown(source(""))).toEqual({ paths, total: paths.length });
  expect(wholeAnswer(source, "is:live ").total).toBe(
    (await listed(desk, [...query.split(" "), "is:live"])).length,
  );
});

test("what only a look at each article can tell is told as far as a key goes, and then further", async () => {
  let now = 0;
  const desk = testDesk(newsroom(), { clock: () => (now += 4) });
  const paths = await listed(desk, ["text:the"]);
  const source = articleSource(desk, readQuery(desk, []));
  const answers = [source("text:the ")];
  while (answers.at(-1)?.isPartial === true) answers.push(source("text:the "));
  expect(answers.length).toBeGreaterThan(2);
  for (const answer of answers) expect(shown(answer).paths).toEqual(paths.slice(0, answer.total));
  expect(answers.at(-1)?.total).toBe(paths.length);
});

test("the name of a saved query is the saved query, with no blank behind it, too", () => {
  const cwd = zebras();
  write(cwd, "hotel", "zebra");
  write(cwd, "foxtrot", "fox");
  const desk = testDesk(cwd, STILL);
  const source = articleSource(desk, readQuery(desk, []));
  expect(shown(source("@hot"))).toEqual({ paths: ["articles/foxtrot.yaml"], total: 1 });
  expect(shown(source("tag:zebra -@hot")).total).toBe(6);
});

test.each(["tag:none) OR (sto", "section:news OR (fox"])("%s is no query, as in a list", (term) => {
  const desk = testDesk(zebras());
  expect(articleSource(desk, readQuery(desk, []))(term).total).toBe(0);
});

test("a word is looked for in texts, too, where names fill the rows", () => {
  const cwd = zebras();
  for (let at = 0; at < 50; at++) write(cwd, `the-${at}`, "zebra");
  for (const slug of ["one", "two"]) write(cwd, slug, "zebra", "Not the name.");
  const desk = testDesk(cwd, STILL);
  const source = articleSource(desk, readQuery(desk, []));
  expect({ whole: source("the ").total, begun: source("the").total }).toEqual({ whole: 52, begun: 52 });
  expect(source("the ").rows).toHaveLength(50);
});

test("a word of the text is found behind those that have it in their names; the query given narrows both", () => {
  const desk = testDesk(newsroom(), STILL);
  const all = articleSource(desk, readQuery(desk, []))("salt");
  expect(all.rows[0]?.slug).toBe("the-salt-ledger");
  expect(all.total).toBeGreaterThan(0);
  const culture = articleSource(desk, readQuery(desk, ["section:world"]))("salt");
  expect(culture.rows.map(({ slug }) => slug)).not.toContain("the-salt-ledger");
});

test("an index that is damaged while the picker is open is made anew, and answers", () => {
  const desk = testDesk(sampleNewsroom(), STILL);
  const source = articleSource(desk, readQuery(desk, []));
  const before = articleSource(desk, readQuery(desk, []))("section:world ");
  askIndex(desk, ({ database }) => database.exec("DROP TABLE term"));
  expect(before.total).toBeGreaterThan(0);
  expect(source("section:world ")).toEqual(before);
});

describe("another stet brings the index up to files that changed while the picker is open", () => {
  const refresh = async (cwd: string): Promise<void> => {
    const desk = testDesk(cwd);
    await listArticles(desk, { query: readQuery(desk, []) });
  };
  const opened = (cwd: string) => {
    const desk = testDesk(cwd, STILL);
    const source = articleSource(desk, readQuery(desk, []));
    return (term: string) => {
      const { rows, total } = source(term);
      return { slugs: rows.map(({ slug }) => slug).toSorted(), total };
    };
  };

  test("a story that changed is found", async () => {
    const cwd = zebras();
    const source = opened(cwd);
    source("");
    write(cwd, "bravo", "zebra, horse");
    await refresh(cwd);
    expect(source("tag:zebra ").total).toBe(5);
    expect(source("tag:horse ")).toEqual({ slugs: ["bravo"], total: 1 });
  });

  test("one story goes and another comes: the new one is found, and nothing else by its tag", async () => {
    const cwd = zebras();
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

  test("very many at once: nothing is told of them before all are read again, in pieces", async () => {
    const cwd = zebras();
    let now = 0;
    const desk = testDesk(cwd, { clock: () => (now += 1_000) });
    const source = articleSource(desk, readQuery(desk, []));
    expect(wholeAnswer(source, "tag:zebra ").total).toBe(5);
    write(cwd, "foxtrot", "zebra");
    await refresh(cwd);
    // As where a commit removed more than it tells of.
    askIndex(desk, ({ database }) => database.exec("UPDATE commits SET removed = NULL"));
    const nothing = { rows: [], total: 0, isPartial: true };
    expect(source("tag:zebra")).toEqual(nothing);
    expect(wholeAnswer(source, "story ").total).toBe(6);
    expect(wholeAnswer(source, "tag:zebra").total).toBe(6);
    expect(shown(source(""))).toEqual({ paths: await listed(desk, []), total: 6 });
  });

  test("an answer half found is begun again", async () => {
    const cwd = zebras();
    let now = 0;
    const desk = testDesk(cwd, { clock: () => (now += 1_000) });
    const source = articleSource(desk, readQuery(desk, []));
    expect(source("text:words ")).toHaveProperty("isPartial");
    rmSync(path.join(cwd, "articles", "alpha.yaml"));
    await refresh(cwd);
    write(cwd, "bravo", "zebra", "Nothing.");
    await refresh(cwd);
    expect(wholeAnswer(source, "text:words ").total).toBe(3);
  });

  test("what stands on the screen stays what Enter chooses", async () => {
    const cwd = zebras();
    const source = opened(cwd);
    const onScreen = source("story");
    rmSync(path.join(cwd, "articles", "alpha.yaml"));
    await refresh(cwd);
    expect(source("story")).toEqual(onScreen);
    expect(source("stor").total).toBe(4);
    expect(source("story").total).toBe(4);
  });
});
