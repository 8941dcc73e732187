// A list from the index is the list of those who look at every file: whatever the newsroom, the query, the instant.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { LIST_FIELDS } from "../../src/desk/find/list-fields.ts";
import type { Entry } from "../../src/desk/find/read-entries.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import type { Query } from "../../src/query/query.ts";
import { everyEntry, lookAtFiles, pathsSorted } from "../index/look-at-files.ts";
import { NOW, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { newsroom } from "../index/random-newsroom.ts";
import { queryText } from "../index/random-query.ts";
import { runs } from "../support/runs.ts";

/** The query, or nothing where the text is none. */
function read({ settings, now }: Desk, text: string): Query | undefined {
  const { timezone, fields: ownFields } = settings;
  try {
    return parseQueryText(text, { timezone, now, ownFields });
  } catch (error) {
    if (error instanceof StetError && error.code === "bad-query") return undefined;
    throw error;
  }
}

const instants = fc.constantFrom(
  NOW,
  NOW - 1,
  Date.parse("2026-10-25T01:30:00Z"),
  Date.parse("2025-01-30T23:00:00Z"),
  Date.parse("9999-12-31T23:59:59Z"),
);

const ODD_TEXTS: readonly string[] = [
  "A \\uD83D b",
  "A \\uDE00 b",
  "A \\uD83D\\uDE00 b",
  "A \\0 b",
  "A \\uFFFD b",
  "\\\\ \\\" 'b' % _",
  "A",
  "A 'b'",
];

/** `text` as a double-quoted YAML scalar holds it. */
function oddArticle(text: string): string {
  return `headline: "${text}"\nsummary: "${text} again"\n`;
}

async function expectSameList(desk: Desk, text: string, entries: readonly Entry[]): Promise<void> {
  const query = read(desk, text);
  if (query === undefined) return;
  const { files, count } = await listArticles(desk, { query });
  const wanted = pathsSorted(desk, lookAtFiles(desk, query.node, entries), "updated", true);
  const found = [...files].map(({ path }) => path);
  expect({ text, found, count: count() }).toEqual({ text, found: wanted, count: wanted.length });
}

describe("listArticles finds what looking at every file finds", () => {
  test("for any newsroom, query and instant, in the same order", async () => {
    const queries = fc.array(queryText, { minLength: 15, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(newsroom, queries, instants, (files, texts, now) =>
        withNewsroom(files, (root) =>
          withDesk(
            root,
            async (desk) => {
              const entries = everyEntry(desk);
              for (const text of texts) await expectSameList(desk, text, entries);
            },
            { now },
          ),
        ),
      ),
      { numRuns: runs(25) },
    );
  });

  test("by parts of texts that no database and no pattern takes as they are", () =>
    withNewsroom(
      {
        "stet.yaml": "stet: 1\n",
        ...Object.fromEntries(ODD_TEXTS.map((text, at) => [`articles/${at}.yaml`, oddArticle(text)])),
        "articles/broken.yaml": "headline: [",
      },
      (root) =>
        withDesk(root, async (desk) => {
          const entries = everyEntry(desk);
          const values = [
            "A",
            "\uD83D",
            "\uDE00",
            "b",
            "'",
            "%",
            "_",
            "/\\x00/",
            "/\\ud83d/",
            '/"/',
            "/^a$/",
            "/\\\\/",
          ];
          for (const field of ["headline", "summary"])
            for (const value of values) {
              await expectSameList(desk, `${field}~${value}`, entries);
              await expectSameList(desk, `-${field}~${value}`, entries);
              await expectSameList(desk, `-${field}~${value} OR is:invalid`, entries);
            }
          await expectSameList(desk, "headline=\"A 'b'\"", entries);
        }),
    ));

  test("by what values begin with, the last of all characters too", () =>
    withNewsroom(
      {
        "stet.yaml": "stet: 1\n",
        "articles/a.yaml": 'headline: A\nx: {a: "\\U0010FFFFa"}\ntags: ["a\\U0010FFFFb", b]\n',
        "articles/b.yaml": "headline: B\ntags: [ab]\n",
      },
      (root) =>
        withDesk(root, async (desk) => {
          const entries = everyEntry(desk);
          for (const asked of ["x.a:*", "-x.a:*", "tag:a*", "-tag:a*", "tag:ab*"])
            await expectSameList(desk, asked, entries);
        }),
    ));

  test("sorted by any field, either way, with a limit or without", async () => {
    await fc.assert(
      fc.asyncProperty(newsroom, fc.integer({ min: 0, max: 3 }), (files, limit) =>
        withNewsroom(files, (root) =>
          withDesk(root, async (desk) => {
            const query = readQuery(desk, ["is:invalid OR -is:invalid"]);
            const all = lookAtFiles(desk, query.node);
            for (const field of LIST_FIELDS) {
              for (const isDescending of [false, true]) {
                const { files: listed } = await listArticles(desk, {
                  query,
                  limit,
                  sort: [{ field, isDescending }],
                });
                const found = [...listed].map(({ path }) => path);
                const wanted = pathsSorted(desk, all, field, isDescending);
                const expected = limit === 0 ? wanted : wanted.slice(0, limit);
                expect({ field, isDescending, found }).toEqual({ field, isDescending, found: expected });
              }
            }
          }),
        ),
      ),
      { numRuns: runs(15) },
    );
  });

  test("sorted by embargo across the hour that a clock goes through twice, the open ones last", () => {
    const files = {
      "stet.yaml": "stet: 1\ntimezone: Europe/Brussels\n",
      "articles/first.yaml": "headline: a\nembargo: 2026-10-25T02:30:00+02:00\n",
      "articles/none.yaml": "headline: a\n",
      "articles/open.yaml": "headline: a\nembargo: open\n",
      "articles/second.yaml": "headline: a\nembargo: 2026-10-25T02:15:00+01:00\n",
    };
    return withNewsroom(files, (root) =>
      withDesk(root, async (desk) => {
        const query = readQuery(desk, []);
        const { files: listed } = await listArticles(desk, {
          query,
          sort: [{ field: "embargo", isDescending: false }],
        });
        expect([...listed].map(({ slug }) => slug)).toEqual(["first", "second", "open", "none"]);
      }),
    );
  });
});
