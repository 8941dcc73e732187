// A change plans the documents of an Atom feed that are others by it, and leaves the rest alone, however many there are.
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../support/runs.ts";
import {
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
  SETTINGS,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const ATOM = SETTINGS.replace(/ {4}- .*\n/g, "").replace(
  "feeds:",
  "feeds:\n    - {path: all.atom, format: atom, limit: 1}",
);

/** Alone in its section, so that nothing stands beside it. */
function story(number: number, month: number, text = "Text."): string {
  const published = `2026-${String(month).padStart(2, "0")}-${10 + number}T09:00:00Z`;
  const fields = `headline: "${number}"\nstatus: published\npublished: ${published}\nsection: s${number}`;
  return article(number, fields, text);
}

const MONTHS = [8, 8, 9, 9, 10, 10];
const FILES = Object.fromEntries(
  MONTHS.map((month, at) => [`articles/story-${at}.yaml`, story(at, month)] as const),
);

/** Publishes a change after somebody wrote to every archive; those that were made anew. */
async function madeBy(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = newsroomOf(FILES, ATOM);
  await publishAt(root, NOON);
  const archives = [...siteTree(root).keys()].filter((file) => /^all-.*\.atom$/.test(file));
  for (const file of archives) write(root, { [`public/${file}`]: "by hand" });
  write(root, files);
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const site = siteTree(root);
  const expected = await siteFromNothing(root, NOON);
  for (const [file, text] of expected)
    if (!archives.includes(file) || site.get(file) !== "by hand")
      expect([file, site.get(file)]).toEqual([file, text]);
  return [...expected.keys()].filter(
    (file) =>
      /^all-.*\.atom$/.test(file) && readFileSync(path.join(root, "public", file), "latin1") !== "by hand",
  );
}

test("words in an old story make the archive it is in", async () => {
  const made = await madeBy({ "articles/story-2.yaml": story(2, 9, "Other words.") });
  expect(made).toEqual(["all-2026-09-1.atom"]);
});

test("one that came late makes those of its month that it moves, and the one behind them", async () => {
  const made = await madeBy({
    "articles/late.yaml": story(7, 8).replace("-17T", "-09T").replaceAll("00007", "00017"),
  });
  expect(made).toEqual([
    "all-2026-08-1.atom",
    "all-2026-08-2.atom",
    "all-2026-08-3.atom",
    "all-2026-09-1.atom",
  ]);
});

test("one that came late to the newest month makes its archives, and what readers subscribe to names the new one", async () => {
  const made = await madeBy({
    "articles/late.yaml": story(7, 10).replace("-17T", "-05T").replaceAll("00007", "00017"),
  });
  expect(made).toEqual(["all-2026-10-1.atom", "all-2026-10-2.atom", "all-2026-10-3.atom"]);
});

/** An article of a feed of all, and of one that asks for a word. */
interface Told {
  readonly month: number;
  readonly day: number;
  readonly hasId: boolean;
  readonly word: "Harbour" | "Sea";
  /** The day in November on which it was changed; none for 0. */
  readonly updated: number;
}

const TWO_FEEDS = SETTINGS.replace(/ {4}- .*\n/g, "").replace(
  "feeds:",
  `feeds:
    - {path: all.atom, format: atom, limit: 2}
    - {path: harbour.atom, format: atom, query: "harbour", limit: 1}`,
);

/** Of a slug whose order is not that of the numbers, because of those published at once the address decides. */
function toldText(number: number, { month, day, hasId, word, updated }: Told): string {
  const lines = [
    `headline: Story\nslug: ${"jihgfedcba"[number] ?? "z"}-story`,
    `status: published\npublished: 2026-${String(month).padStart(2, "0")}-0${day}T09:00:00Z\nsection: s${number}`,
    ...(updated === 0 ? [] : [`updated: 2026-11-${String(updated).padStart(2, "0")}T09:00:00Z`]),
  ];
  const text = article(number, lines.join("\n"), word);
  return hasId ? text : text.replace(/^id: .*\n/, "");
}

const TOLD: Told = { month: 9, day: 1, hasId: true, word: "Sea", updated: 0 };

/** Publishes after each step; true for each after which only what it concerns was planned. */
async function quickSteps(
  first: readonly Told[],
  steps: readonly (readonly [number, Told])[],
): Promise<readonly boolean[]> {
  const textOf = (number: number, told: Told): [string, string] => [
    `articles/story-${number}.yaml`,
    toldText(number, told),
  ];
  const root = newsroomOf(Object.fromEntries(first.map((told, at) => textOf(at, told))), TWO_FEEDS);
  await publishAt(root, NOON);
  const quick: boolean[] = [];
  for (const [number, told] of steps) {
    const robots = siteTree(root).get("robots.txt") ?? "";
    write(root, { ...Object.fromEntries([textOf(number, told)]), "public/robots.txt": "by hand" });
    expect((await publishAt(root, NOON)).problems).toEqual([]);
    quick.push(siteTree(root).get("robots.txt") === "by hand");
    write(root, { "public/robots.txt": robots });
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  }
  return quick;
}

const SOME = [8, 8, 9, 9, 10].map((month, at) => ({ ...TOLD, month, day: 1 + (at % 2) }));

test.each<[string, readonly (readonly [number, Told])[]]>([
  [
    "one that begins a month, and a second one",
    [
      [5, { ...TOLD, month: 11 }],
      [6, { ...TOLD, month: 11, day: 2 }],
    ],
  ],
  ["one in a month that had none", [[5, { ...TOLD, month: 6 }]]],
  [
    "one in a month with a full archive, and words in it",
    [
      [5, { ...TOLD, month: 8, day: 3 }],
      [5, { ...TOLD, month: 8, day: 3, word: "Harbour" }],
    ],
  ],
  ["one at the moment of another", [[5, { ...TOLD, month: 8 }]]],
  [
    "one that came late to the newest month, and fills an archive that the newest ones are not in",
    [5, 6, 7, 2, 3].map((day, at) => [5 + at, { ...TOLD, month: 10, day }]),
  ],
  ["one that comes to a feed by a word", [[0, { ...TOLD, month: 8, word: "Harbour" }]]],
  [
    "the last change, and one before it in its place",
    [
      [0, { ...TOLD, month: 8, updated: 9 }],
      [0, { ...TOLD, month: 8, updated: 5 }],
    ],
  ],
  [
    "the last change, taken back",
    [
      [1, { ...TOLD, month: 8, day: 2, updated: 9 }],
      [1, { ...TOLD, month: 8, day: 2 }],
    ],
  ],
  ["one without an id", [[5, { ...TOLD, hasId: false }]]],
])("%s", async (_, steps) => {
  expect(await quickSteps(SOME, steps)).toEqual(steps.map(() => true));
});

const told = fc.record<Told>({
  month: fc.constantFrom(8, 9, 11),
  day: fc.integer({ min: 1, max: 3 }),
  hasId: fc.constant(true),
  word: fc.constantFrom("Harbour", "Sea"),
  updated: fc.constantFrom(0, 0, 5, 9, 14),
});
const step = fc.record({ number: fc.integer({ min: 0, max: 7 }), to: told, isMoved: fc.boolean() });

test("after any changes the feeds are what they would be from nothing", async () => {
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { minLength: 4, maxLength: 5 }),
      fc.array(step, { minLength: 6, maxLength: 9 }),
      async (first, changes) => {
        const known = new Map(first.entries());
        const steps = changes.map(({ number, to, isMoved }): [number, Told] => {
          const before = known.get(number);
          const { month, day } = before !== undefined && !isMoved ? before : to;
          const now = { ...to, month, day };
          known.set(number, now);
          return [number, now];
        });
        for (const isQuick of await quickSteps(first, steps)) if (isQuick) quick++;
      },
    ),
    { numRuns: runs(3) },
  );
  expect(quick).toBeGreaterThan(5);
}, 3_600_000);
