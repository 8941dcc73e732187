// Whatever is saved while a preview is open: a page that is another has another key, so that an open one is told, and all
// that is shown is what a preview that is opened now shows.
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { answerPath } from "../../src/desk/preview/answer-path.ts";
import { openPreview, type Preview } from "../../src/desk/preview/open-preview.ts";
import { testDesk } from "../support/test-desk.ts";
import { article, newsroomOf, SETTINGS, write } from "./site/site-newsroom.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");

function preview(root: string): Preview {
  return openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts: true, now: () => NOON });
}

const PATHS = [
  "/quay.svg",
  "/a/",
  "/b/",
  "/c/",
  "/d/",
  "/",
  "/-/",
  "/tags/rail/",
  "/all.atom",
  "/feed.xml",
  "/nowhere/",
];

/** Key and text at each address. */
async function everything(shown: Preview): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const edition = await shown.look();
  if (edition instanceof StetError) throw edition;
  const found = PATHS.map(async (at): Promise<[string, [string, string]]> => {
    const answer = answerPath(edition, at);
    if (!("make" in answer)) return [at, ["", answer.location]];
    return [at, [answer.key, String(await answer.make())]];
  });
  return new Map(await Promise.all(found));
}

function story(number: number, slug: string, more: readonly string[] = [], body = "Text."): string {
  const fields = [
    `headline: Story ${number}`,
    `slug: ${slug}`,
    "status: published",
    `published: 2026-11-0${number}`,
  ];
  return article(number, [...fields, ...more].join("\n"), body);
}

function draft(body: string): string {
  return article(
    4,
    "headline: Draft\nslug: d\nstatus: draft\nrelated: [a, c]\nimage: {src: quay.svg, alt: Quay}",
    body,
  );
}

function svg(width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="3"/>`;
}

const SAVES: readonly (readonly [string, (root: string) => void])[] = [
  ["a name that was nobody's", (root) => write(root, { "articles/c.yaml": story(3, "c") })],
  [
    "a headline that others show",
    (root) => write(root, { "articles/a.yaml": story(1, "a").replace("Story", "Tale") }),
  ],
  [
    "the name of another file",
    (root) => write(root, { "articles/c.yaml": story(3, "cc"), "articles/e.yaml": story(5, "c") }),
  ],
  ["a picture that was not there", (root) => write(root, { "pier.svg": svg(4), "quay.svg": svg(5) })],
  ["another picture", (root) => write(root, { "pier.svg": svg(400), "quay.svg": svg(500) })],
  ["a draft's words", (root) => write(root, { "articles/d.yaml": draft("Other words, and [[b]].") })],
  ["no picture", (root) => ["pier.svg", "quay.svg"].forEach((name) => rmSync(path.join(root, name)))],
  ["one named less", (root) => rmSync(path.join(root, "articles/e.yaml"))],
  [
    "one withdrawn",
    (root) => write(root, { "articles/a.yaml": story(1, "a").replace("published\n", "withdrawn\n") }),
  ],
];

test("a page that is another has another key", async () => {
  const root = newsroomOf(
    {
      "articles/a.yaml": story(1, "a"),
      "articles/b.yaml": story(2, "b", [
        "related: [c, a]",
        "image: {src: pier.svg, alt: Pier}",
        "tags: [rail]",
      ]),
      "articles/d.yaml": draft("Words."),
    },
    SETTINGS.replace("publish:\n", "permalinks: /{slug}/\npublish:\n"),
  );
  const open = preview(root);
  try {
    let before = await everything(open);
    for (const [what, save] of SAVES) {
      save(root);
      const after = await everything(open);
      const now = preview(root);
      try {
        expect(after, what).toEqual(await everything(now));
      } finally {
        now.close();
      }
      const untold = PATHS.filter(
        (at) => before.get(at)?.[0] === after.get(at)?.[0] && before.get(at)?.[1] !== after.get(at)?.[1],
      );
      expect([what, ...untold]).toEqual([what]);
      before = after;
    }
  } finally {
    open.close();
  }
});
