// A preview that has been open through any number of saves shows what one that is opened now shows.
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

/** Key and text of all that anybody may ask for. */
async function everything(shown: Preview): Promise<unknown> {
  const edition = await shown.look();
  if (edition instanceof StetError) throw edition;
  const pages = ["a", "b", "c", "d", "e", "f"].map((slug) => `/${slug}/`);
  const lists = [
    "/",
    "/-/",
    "/world/",
    "/world/europe/",
    "/tags/rail/",
    "/tags/sea/",
    "/2026/11/",
    "/archive/",
  ];
  const documents = [
    "/feed.xml",
    "/all.atom",
    "/world.json",
    "/sitemap.xml",
    "/sitemap-2026-11.xml",
    "/style.css",
  ];
  const paths = [...pages, ...lists, ...documents, "/former/", "/nowhere/"];
  const answers = paths.map(async (at) => {
    const answer = answerPath(edition, at);
    if (!("make" in answer)) return [at, answer];
    return [at, answer.status, answer.key, await answer.make()];
  });
  return Promise.all(answers);
}

function story(number: number, more: readonly string[] = [], body = "Text."): string {
  const fields = [`headline: Story ${number} of Ghent`, "status: published", `published: 2026-11-0${number}`];
  return article(number, [...fields, ...more].join("\n"), body);
}

const SAVES: readonly (readonly [string, (root: string) => void])[] = [
  ["words", (root) => write(root, { "articles/a.yaml": story(1, ["tags: [rail]"], "Other words.") })],
  ["words again", (root) => write(root, { "articles/a.yaml": story(1, ["tags: [rail]"], "Others still.") })],
  [
    "a headline",
    (root) => write(root, { "articles/b.yaml": story(2, ["tags: [rail, sea]"]).replace("Ghent", "Ostend") }),
  ],
  [
    "two at once",
    (root) =>
      write(root, {
        "articles/a.yaml": story(1, ["tags: [rail]"], "1"),
        "articles/c.yaml": story(3, ["section: world"], "2"),
      }),
  ],
  ["a tag less", (root) => write(root, { "articles/b.yaml": story(2, ["tags: [sea]"]) })],
  [
    "another section",
    (root) => write(root, { "articles/c.yaml": story(3, ["section: world/europe", "tags: [rail]"]) }),
  ],
  [
    "a draft",
    (root) => write(root, { "articles/d.yaml": article(4, "headline: Draft, again\nstatus: draft") }),
  ],
  ["a draft that goes up", (root) => write(root, { "articles/d.yaml": story(4, ["tags: [sea]"]) })],
  [
    "words behind that",
    (root) => write(root, { "articles/b.yaml": story(2, ["tags: [sea]"], "Once more.") }),
  ],
  [
    "a translation",
    (root) => write(root, { "articles/c.yaml": story(3, ["language: nl", "translation_of: a"]) }),
  ],
  ["a former slug", (root) => write(root, { "articles/a.yaml": story(1, ["former_slugs: [former]"]) })],
  ["one that cannot be read", (root) => write(root, { "articles/b.yaml": "headline: [" })],
  ["and can again", (root) => write(root, { "articles/b.yaml": story(2) })],
  ["one that goes", (root) => rmSync(path.join(root, "articles/a.yaml"))],
  ["stet.yaml", (root) => write(root, { "stet.yaml": SETTINGS.replace("The Courier", "The Post") })],
  ["words at the end", (root) => write(root, { "articles/c.yaml": story(3, ["tags: [rail]"], "The end.") })],
];

test("after every save all it shows is what a new one shows", async () => {
  const settings = SETTINGS.replace("publish:\n", "permalinks: /{slug}/\npublish:\n");
  const root = newsroomOf(
    {
      "articles/a.yaml": story(1, ["tags: [rail]"]),
      "articles/b.yaml": story(2, ["tags: [rail, sea]"]),
      "articles/c.yaml": story(3, ["section: world"]),
      "articles/d.yaml": article(4, "headline: Draft\nstatus: draft"),
    },
    settings,
  );
  const open = preview(root);
  try {
    await everything(open);
    for (const [what, save] of SAVES) {
      save(root);
      const now = preview(root);
      expect(await everything(open), what).toEqual(await everything(now));
      now.close();
    }
  } finally {
    open.close();
  }
});
