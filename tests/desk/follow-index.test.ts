// A picker that is open while another stet writes to the index answers as one that is opened now.
import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "../../src/base/bit-set.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { articleSource } from "../../src/desk/find/article-source.ts";
import { readQuery, readQueryText } from "../../src/desk/find/read-query.ts";
import { wholeAnswer, type ArticleSource, type SourceAnswer } from "../../src/desk/find/source-row.ts";
import { allSteps } from "../../src/base/steps.ts";
import { askIndex } from "../../src/desk/keep-index/ask-index.ts";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { columnsAt, followIndex, holdArticles, type HeldArticles } from "../../src/index/held-articles.ts";
import type { AskedFor } from "../../src/index/newest-first.ts";
import { anyChange, type Change } from "../index/change-newsroom.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { numberedNewsroom } from "../index/numbered-newsroom.ts";
import { newsroom } from "../index/random-newsroom.ts";
import { queryText } from "../index/random-query.ts";
import { nextStamp } from "../support/next-stamp.ts";
import { runs } from "../support/runs.ts";

/** An hour ahead of the files: none is young. It stands, so that no answer is a part of one. */
const LATER = Date.now() + 3_600_000;
const options = { clock: (): number => LATER };

async function changedByAnother(root: string, step: readonly Change[]): Promise<void> {
  await nextStamp();
  for (const { make } of step) make(root);
  await withDesk(root, (desk) => void freshIndexNow(desk), options);
}

/** Other settings have another index. */
const changes = fc.array(
  fc.array(
    anyChange.filter(({ what }) => what !== "write stet.yaml"),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 2, maxLength: 4 },
);

function wholeAnswers(source: ArticleSource, terms: readonly string[]): SourceAnswer[] {
  return terms.map((term) => wholeAnswer(source, term));
}

test("whatever changed, and whatever is asked", async () => {
  const terms = fc.array(queryText, { minLength: 5, maxLength: 9 });
  const given = fc.constantFrom("", "is:draft", "-tag:rail", "headline~a");
  await fc.assert(
    fc.asyncProperty(newsroom, changes, terms, given, (files, steps, texts, narrowed) =>
      withNewsroom(files, (root) =>
        withDesk(
          root,
          async (desk) => {
            const asked = narrowed === "" ? readQuery(desk, []) : readQueryText(desk, narrowed);
            const source = articleSource(desk, asked);
            for (const [at, step] of steps.entries()) {
              await changedByAnother(root, step);
              // What was asked before stays as it was until something else is asked.
              source(`${at}`);
              const now = await withDesk(
                root,
                (other) => wholeAnswers(articleSource(other, asked), texts),
                options,
              );
              expect(wholeAnswers(source, texts)).toEqual(now);
            }
          },
          options,
        ),
      ),
    ),
    { numRuns: runs(6) },
  );
});

const EVERY: AskedFor = { node: { kind: "all" }, at: LATER, isMeant: () => true };

/** What is held of those that are there, in their order. */
function shown(held: HeldArticles) {
  return Array.from(placesIn(held.present, held.order), (place) => {
    const { columns, at } = columnsAt(held, place);
    const { ids, numbers, ...others } = columns;
    expect(held.placeOf[ids[at] ?? -1]).toBe(place);
    return Object.fromEntries(
      Object.entries({ ...others, ...numbers }).map(([name, values]) => [name, values[at]]),
    );
  });
}

function follow(desk: Desk, before: HeldArticles): HeldArticles | undefined {
  return askIndex(desk, () => allSteps(followIndex(before, EVERY)));
}

test("only what was written is read, and all of it", async () => {
  await fc.assert(
    fc.asyncProperty(newsroom, changes, (files, steps) =>
      withNewsroom(files, (root) =>
        withDesk(
          root,
          async (desk) => {
            let held = askIndex(desk, (index) => allSteps(holdArticles(index, EVERY)));
            for (const step of steps) {
              await changedByAnother(root, step);
              held = follow(desk, held) ?? expect.unreachable();
              expect(shown(held)).toEqual(
                shown(askIndex(desk, (index) => allSteps(holdArticles(index, EVERY)))),
              );
            }
          },
          options,
        ),
      ),
    ),
    { numRuns: runs(6) },
  );
});

test("where a commit removed too many to tell, none", () =>
  withNewsroom({ "stet.yaml": "stet: 1\n", "articles/a.yaml": "headline: A\n" }, (root) =>
    withDesk(
      root,
      async (desk) => {
        const held = askIndex(desk, (index) => allSteps(holdArticles(index, EVERY)));
        const write: Change = {
          what: "write",
          make: () => put(root, "articles/a.yaml", "headline: Another\n"),
        };
        await changedByAnother(root, [write]);
        expect(follow(desk, held)).toMatchObject({ count: 2, order: [{ from: 1, to: 2 }] });
        askIndex(desk, ({ database }) => database.exec("UPDATE commits SET removed = NULL"));
        expect(follow(desk, held)).toBeUndefined();
      },
      options,
    ),
  ));

test("of more than a thousand new ones none", () =>
  withNewsroom({ "stet.yaml": "stet: 1\n", "articles/a.yaml": "headline: A\n" }, (root) =>
    withDesk(
      root,
      async (desk) => {
        const held = askIndex(desk, (index) => allSteps(holdArticles(index, EVERY)));
        const story = (at: number): Change => ({
          what: "write",
          make: () => put(root, `articles/n${at}.yaml`, `headline: N${at}\n`),
        });
        await changedByAnother(
          root,
          Array.from({ length: 1000 }, (_, at) => story(at)),
        );
        expect(shown(follow(desk, held) ?? expect.unreachable())).toHaveLength(1001);
        await changedByAnother(root, [story(1000)]);
        expect(follow(desk, held)).toBeUndefined();
      },
      options,
    ),
  ));

test("what is written while all are read in steps is told by the next look, and nothing twice", () =>
  withNewsroom(numberedNewsroom(450), (root) =>
    withDesk(
      root,
      async (desk) => {
        const newest = put.bind(undefined, root, "articles/0/story-0.yaml");
        const writing = (text: string): Change => ({ what: "write", make: () => newest(text) });
        // The last row of all goes and comes back, with the number it had.
        await changedByAnother(root, [writing("headline: Before\nupdated: 2026-02-01\n")]);
        const steps = askIndex(desk, (index) => holdArticles(index, EVERY));
        expect(askIndex(desk, () => steps.next().done)).toBe(false);
        const change = writing("headline: Meanwhile\nupdated: 2020-01-01\n");
        const others: Change = {
          what: "write",
          make: (folder) => {
            put(folder, "articles/new.yaml", "headline: New\nupdated: 2026-03-01\n");
            rmSync(path.join(folder, "articles/1/story-1.yaml"));
          },
        };
        await changedByAnother(root, [change, others]);
        const held = askIndex(desk, () => allSteps(steps));
        const followed = follow(desk, held) ?? expect.unreachable();
        expect(shown(followed)).toEqual(
          shown(askIndex(desk, (index) => allSteps(holdArticles(index, EVERY)))),
        );
      },
      options,
    ),
  ));
