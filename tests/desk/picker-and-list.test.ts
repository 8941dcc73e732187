// A picker offers what a list lists, in its order, whatever is asked and wherever a key has to stop.
import fc from "fast-check";
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { articleSource } from "../../src/desk/find/article-source.ts";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { readQuery, readQueryText } from "../../src/desk/find/read-query.ts";
import type { ArticleSource, SourceAnswer } from "../../src/desk/find/source-row.ts";
import { fold } from "../../src/query/fold-text.ts";
import type { Query } from "../../src/query/query.ts";
import { withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { numberedNewsroom } from "../index/numbered-newsroom.ts";
import { newsroom } from "../index/random-newsroom.ts";
import { queryText } from "../index/random-query.ts";
import { runs } from "../support/runs.ts";

interface Named {
  readonly path: string;
  readonly name: string;
}

/** Those that hold an article, in the order of a list. */
async function listed(desk: Desk, query: Query): Promise<Named[]> {
  const { files } = await listArticles(desk, { query, sort: [], limit: 0 });
  return Array.from(files).flatMap(({ path, head }) =>
    head === undefined ? [] : [{ path, name: fold(`${head.slug} ${head.headline}`) }],
  );
}

/** Those whose names hold the words come before all others. */
async function expected(desk: Desk, given: Query, term: string): Promise<string[]> {
  const words = fold(term).split(/\s+/).filter(Boolean);
  const all = await listed(desk, given);
  const named = all.filter(({ name }) => words.every((word) => name.includes(word)));
  const asked = queryIn(desk, term);
  const meant = asked === undefined ? [] : await listed(desk, asked);
  const first = new Set(named.map(({ path }) => path));
  const both = meant.filter(({ path }) => all.some((other) => other.path === path));
  return [...first, ...both.map(({ path }) => path).filter((path) => !first.has(path))];
}

/** What is no query finds names alone. */
function queryIn(desk: Desk, term: string): Query | undefined {
  try {
    return readQueryText(desk, term);
  } catch (error) {
    if (error instanceof StetError && error.kind === "usage") return undefined;
    throw error;
  }
}

function answersTo(source: ArticleSource, term: string): SourceAnswer[] {
  const answers = [source(term)];
  while (answers.at(-1)?.isPartial === true) answers.push(source(term));
  return answers;
}

/** Each look at the clock is the end of what a key has time for. */
function hurried(): { readonly clock: () => number } {
  let now = 0;
  return { clock: () => (now += 1_000) };
}

/** Of the answers each begins as the last, and only the last says how many there are. */
async function expectList(desk: Desk, source: ArticleSource, term: string, given: Query): Promise<number> {
  const paths = await expected(desk, given, term);
  const answers = answersTo(source, term);
  for (const { rows, total, isPartial } of answers) {
    expect({ term, rows: rows.map(({ path }) => path) }).toEqual({ term, rows: paths.slice(0, rows.length) });
    if (isPartial === true) expect(total).toBeLessThanOrEqual(paths.length);
    else expect({ term, total }).toEqual({ term, total: paths.length });
  }
  return answers.length;
}

test("whatever is asked, a look at a time", async () => {
  const terms = fc.array(queryText, { minLength: 5, maxLength: 9 });
  const given = fc.constantFrom("", "is:draft", "-tag:rail", "headline~a", "body:e*");
  await fc.assert(
    fc.asyncProperty(newsroom, terms, given, (files, texts, narrowed) =>
      withNewsroom(files, (root) =>
        withDesk(
          root,
          async (desk) => {
            const query = narrowed === "" ? readQuery(desk, []) : readQueryText(desk, narrowed);
            const source = articleSource(desk, query);
            // A blank behind it: its last word is whole.
            for (const text of texts) await expectList(desk, source, `${text} `, query);
          },
          hurried(),
        ),
      ),
    ),
    { numRuns: runs(10) },
  );
});

test("of many articles a step at a time", () =>
  withNewsroom(numberedNewsroom(510), (root) =>
    withDesk(
      root,
      async (desk) => {
        const query = readQuery(desk, []);
        const source = articleSource(desk, query);
        const steps: number[] = [];
        for (const term of TERMS) steps.push(await expectList(desk, source, `${term} `, query));
        expect(Math.min(...steps)).toBeGreaterThan(1);
      },
      hurried(),
    ),
  ));

const TERMS = [
  "tag~9",
  "tag:any OR id~b",
  "-tag:tag-3 -id:b*",
  "author:zo*",
  "author:author -section~europe",
  "section:w* OR is:draft",
  "kind:* OR section:any",
  "body:w*",
  "t* n*",
  '"words o*"',
  "words:any has:quote",
  "embargo:none OR summary:s*",
  "NOT (body:n* section:world)",
];
