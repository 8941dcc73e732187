// Purity: publishing from whatever state the site is in gives, byte for byte, what publishing from nothing gives, after any
// sequence of edits, moves, deletions, renames, images, settings, themes, edits by hand and instants forwards and back.
import { rmSync, existsSync, renameSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../src/base/problem.ts";
import {
  article,
  newsroomOf,
  publishAt,
  publishedFromNothing,
  siteTree,
  write,
  SETTINGS,
} from "./site-newsroom.ts";
import { runs } from "../../support/runs.ts";

const T0 = "2026-11-22T08:00:00Z";

/** The header of a GIF, which is all its size needs. */
function gif(size: number): Uint8Array {
  return Uint8Array.from([71, 73, 70, 56, 57, 97, size, 0, size, 0, 0, 0, 0, 59]);
}

const INSTANTS = Array.from({ length: 12 }, (_, day) =>
  new Date(Date.parse("2026-11-20T00:00:00Z") + day * 43_200_000).toISOString(),
);
const instant = fc.constantFrom(...INSTANTS);
/** Its number, beyond that of the article whose slug it has. */
const TWIN = 20;
const slugs = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

const fields = fc.record({
  status: fc.constantFrom("published", "published", "published", "draft", "withdrawn", "killed", "ready"),
  published: instant,
  updated: fc.option(instant),
  embargo: fc.option(fc.oneof(fc.constant("open"), instant), { freq: 4 }),
  expires: fc.option(instant, { freq: 4 }),
  section: fc.option(fc.constantFrom("world", "world/europe", "science")),
  tags: fc.subarray(["rail", "sea", "Sea"]),
  authors: fc.subarray(["Jane Doe", "Li Wei"]),
  image: fc.option(fc.constantFrom("images/a.gif", "images/b.gif")),
  related: fc.subarray(slugs, { maxLength: 2 }),
  translation_of: fc.option(fc.constantFrom(...slugs), { freq: 2 }),
  language: fc.option(fc.constantFrom("fr", "ar")),
  corrections: fc.array(instant, { maxLength: 2 }),
  former: fc.option(fc.constantFrom("old-one", "old-two"), { freq: 5 }),
  link: fc.option(fc.constantFrom(...slugs)),
  word: fc.constantFrom("one", "two", "three"),
});
type Fields = typeof fields extends fc.Arbitrary<infer F> ? F : never;

function text(number: number, f: Fields): string {
  const lines = [
    `headline: "Story ${number} ${f.word}"`,
    `status: ${f.status}`,
    `published: ${f.published}`,
    ...(f.updated === null ? [] : [`updated: ${f.updated}`]),
    ...(f.embargo === null ? [] : [`embargo: ${f.embargo}`]),
    ...(f.expires === null ? [] : [`expires: ${f.expires}`]),
    ...(f.section === null ? [] : [`section: ${f.section}`]),
    `tags: [${f.tags.join(", ")}]`,
    `authors: [${f.authors.join(", ")}]`,
    ...(f.image === null ? [] : [`image: {src: ${f.image}, alt: A}`]),
    `related: [${f.related.join(", ")}]`,
    ...(f.translation_of === null ? [] : [`translation_of: ${f.translation_of}`]),
    ...(f.language === null ? [] : [`language: ${f.language}`]),
    ...(f.former === null || number % TWIN > 1 ? [] : [`former_slugs: [${f.former}${number % TWIN}]`]),
    ...(f.corrections.length === 0
      ? []
      : ["corrections:", ...f.corrections.map((at, n) => `  - {at: ${at}, text: "Wrong ${n}."}`)]),
  ];
  const body = `Body ${f.word}.${f.link === null ? "" : ` See [there](article:${f.link}).`}`;
  return article(number, lines.join("\n"), body);
}

const CLAIMED = /^public\/(\S+) is claimed twice/;

/** Without what stands where two claim an address, which nothing else names: that is there, or is not. */
function withoutKept(
  site: ReadonlyMap<string, string>,
  fromNothing: ReadonlyMap<string, string>,
  problems: readonly Problem[],
): ReadonlyMap<string, string> {
  const kept = problems.flatMap(({ message }) => CLAIMED.exec(message)?.[1] ?? []);
  return new Map(
    [...site].filter(([file]) => fromNothing.has(file) || !kept.some((each) => each.startsWith(file))),
  );
}

type Step = (root: string) => void;
const step: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(5), fields).map(([n, f]) => ({
      name: `write ${n} ${JSON.stringify(f)}`,
      run: (root: string) => write(root, { [`articles/${slugs[n]}.yaml`]: text(n, f) }),
    })),
  },
  fc.nat(5).map((n) => ({
    name: `delete ${n}`,
    run: (root: string) => rmSync(path.join(root, `articles/${slugs[n]}.yaml`), { force: true }),
  })),
  fc.tuple(fc.nat(5), fc.nat(5)).map(([n, m]) => ({
    name: `rename ${n} ${m}`,
    run: (root: string) => {
      const from = path.join(root, `articles/${slugs[n]}.yaml`);
      if (existsSync(from) && !existsSync(path.join(root, `articles/moved-${m}.yaml`)))
        renameSync(from, path.join(root, `articles/moved-${m}.yaml`));
    },
  })),
  fc.nat(5).map((n) => ({
    name: `drop moved ${n}`,
    run: (root: string) => rmSync(path.join(root, `articles/moved-${n}.yaml`), { force: true }),
  })),
  fc.tuple(fc.nat(1), fields).map(([n, f]) => ({
    name: `twin ${n} ${JSON.stringify(f)}`,
    run: (root: string) => write(root, { [`articles/twins/${slugs[n]}.yaml`]: text(n + TWIN, f) }),
  })),
  fc.nat(1).map((n) => ({
    name: `drop twin ${n}`,
    run: (root: string) => rmSync(path.join(root, `articles/twins/${slugs[n]}.yaml`), { force: true }),
  })),
  fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 1, max: 4 })).map(([name, size]) => ({
    name: `image ${name} ${size}`,
    run: (root: string) =>
      write(root, { [`images/${name}.gif`]: Buffer.concat([gif(size), Buffer.alloc(size)]) }),
  })),
  fc.constantFrom("a", "b").map((name) => ({
    name: `no image ${name}`,
    run: (root: string) => rmSync(path.join(root, `images/${name}.gif`), { force: true }),
  })),
  fc
    .constantFrom(
      SETTINGS,
      SETTINGS.replace("archive: 2", "archive: 3"),
      SETTINGS.replace("Europe/Brussels", "Pacific/Auckland"),
      SETTINGS.replace("name: The Courier", "name: The Post"),
      SETTINGS.replace("science: Science", "science: {name: Lab, summary: S}"),
      SETTINGS.replace("  archive: 2\n", "  archive: 2\n  theme: theme\n  sitemap: false\n"),
      SETTINGS.replace("language: en-GB", "language: fr\npermalinks: /{section}/{slug}"),
      SETTINGS.replace('"section:world"', '"published:-2d.."'),
    )
    .map((settings) => ({
      name: `settings ${settings.length}`,
      run: (root: string) => write(root, { "stet.yaml": settings }),
    })),
  fc.constantFrom("one", "two").map((word) => ({
    name: `theme ${word}`,
    run: (root: string) =>
      write(root, {
        "theme/style.css": `/* ${word} */`,
        "theme/assets/logo.svg": `<svg>${word}${word.length}</svg>`,
      }),
  })),
  fc.constantFrom("index.html", "feed.xml", "404.html", "archive/index.html").map((file) => ({
    name: `hand edit ${file}`,
    run: (root: string) => {
      if (existsSync(path.join(root, "public", file))) write(root, { [`public/${file}`]: "by hand" });
    },
  })),
  fc.constantFrom("index.html", "feed.xml", "2026").map((file) => ({
    name: `hand remove ${file}`,
    run: (root: string) => rmSync(path.join(root, "public", file), { force: true, recursive: true }),
  })),
);

describe("publish from any state", () => {
  test("gives what publishing from nothing gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fields, { minLength: 6, maxLength: 6 }),
        fc.array(fc.tuple(fc.array(step, { minLength: 1, maxLength: 3 }), instant), {
          minLength: 1,
          maxLength: 5,
        }),
        async (first, turns) => {
          const root = newsroomOf({
            "theme/style.css": "",
            "images/a.gif": gif(1),
            ...Object.fromEntries(first.map((f, n) => [`articles/${slugs[n]}.yaml`, text(n, f)])),
          });
          let clock = Date.parse(T0);
          const go = (now: string) =>
            publishAt(root, now, { force: false }, { clock: () => (clock += 2 * 3_600_000) });
          const force = (now: string) => go(now).catch(() => publishAt(root, now, { force: true }));
          await force(T0);
          for (const [steps, now] of turns) {
            for (const each of steps) each.run(root);
            const { problems } = await force(now);
            const { site, problems: fromNothing } = await publishedFromNothing(root, now);
            expect(withoutKept(siteTree(root), site, problems)).toEqual(site);
            expect(problems).toEqual(fromNothing);
            // A file renamed and written anew is two with one id, and nothing else here is wrong.
            const others = problems.filter(({ field, message }) => field !== "id" && !CLAIMED.test(message));
            expect(others).toEqual([]);
          }
        },
      ),
      { numRuns: runs(25) },
    );
  }, 3_600_000);
});
