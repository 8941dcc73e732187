// What a preview finds at a path is what stands there in a plan of everything: file for file, its key and its bytes.
import { expect, test, vi } from "vitest";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { siteFiles } from "../../src/desk/preview/site-files.ts";
import { readTheme } from "../../src/desk/site/make/read-theme.ts";
import { planWholeSite } from "../../src/desk/site/plan/plan-site.ts";
import { placesBy } from "../../src/desk/site/plan/rows-by-path.ts";
import type { PlannedFile } from "../../src/publish/planned-file.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";
import { article, newsroomOf, SETTINGS } from "./site/site-newsroom.ts";

/** Everything that was planned, with those that came first where two articles claim a path, and pages after all else. */
function standing(files: Iterable<PlannedFile>): ReadonlyMap<string, PlannedFile> {
  const all = [...files];
  const others = all.filter(({ source }) => source === undefined);
  const first = [...others, ...all.filter(({ source }) => source !== undefined)].toReversed();
  return new Map(first.map((file) => [file.path, file]));
}

async function shown(file: PlannedFile | undefined): Promise<unknown> {
  return file && { path: file.path, key: file.key, source: file.source, content: await file.content(file) };
}

/** Compares every path of the newsroom's site, each in a plan of its own; returns what stands there. */
async function expectSame(root: string): Promise<ReadonlyMap<string, PlannedFile>> {
  const desk = testDesk(root);
  const { index } = freshIndexNow(desk);
  const theme = readTheme(desk);
  const fileAt = (path: string): PlannedFile | undefined => {
    const plan = planWholeSite(desk, index, theme);
    return siteFiles(
      plan,
      placesBy([...plan.context.live], ({ file }) => file),
    )(path);
  };
  const whole = standing(planWholeSite(desk, index, theme).files);
  for (const [path, file] of whole) expect(await shown(fileAt(path)), path).toEqual(await shown(file));
  expect(fileAt("nowhere/index.html")).toBeUndefined();
  return whole;
}

test("in the sample newsroom: pages, lists, feeds, sitemaps, images, the style", async () => {
  const whole = await expectSame(sampleNewsroom());
  expect([...whole.keys()]).toEqual(
    expect.arrayContaining(["index.html", "feed.xml", "sitemap.xml", "images/storm-ilva.png"]),
  );
});

test("what is nowhere costs no plan of everything", () => {
  const desk = testDesk(sampleNewsroom());
  const { index } = freshIndexNow(desk);
  const plan = planWholeSite(desk, index, readTheme(desk));
  const everything = vi.fn<() => Iterator<PlannedFile>>(() => plan.files[Symbol.iterator]());
  const fileAt = siteFiles(
    { ...plan, files: { [Symbol.iterator]: everything } },
    placesBy([...plan.context.live], ({ file }) => file),
  );
  for (const path of ["favicon.ico", "images/none.png", "nowhere/index.html"])
    expect(fileAt(path)).toBeUndefined();
  expect(everything).not.toHaveBeenCalled();
  expect(fileAt("_redirects")).toBeDefined();
  expect(everything).toHaveBeenCalledOnce();
});

const story = (number: number, slug: string, more = ""): string =>
  article(
    number,
    `headline: Story ${number}\nslug: ${slug}\nstatus: published\npublished: 2026-11-0${number}${more}`,
  );

const FEED_PAGE = "    - {path: list.html, format: rss}\n";

test.each([
  ["/{slug}/", ""],
  ["/{slug}/", FEED_PAGE],
  ["/{slug}.xml", ""],
  ["/{slug}.html", FEED_PAGE],
])("where articles claim what is taken, at %s", async (permalinks, feed) => {
  const root = newsroomOf(
    {
      "articles/a.yaml": story(1, "tide", "\nformer_slugs: [ebb]\ntags: [Sea]"),
      "articles/b.yaml": story(2, "twin"),
      "articles/c.yaml": story(3, "twin"),
      "articles/d.yaml": story(4, "world", "\nsection: world"),
      "articles/e.yaml": story(5, "feed", "\nformer_slugs: [world.json, tide]"),
      "articles/f.yaml": story(6, "sitemap").replace("published\n", "withdrawn\n"),
      "articles/g.yaml": story(7, "list"),
      "articles/h.yaml": story(8, "opera", "\nsection: arts & culture\ntags: [鉄道, Σίγμα]"),
      "articles/i.yaml": story(9, "corrections", '\ncorrections: [{at: 2026-11-10, text: "Wrong."}]'),
    },
    `${SETTINGS.replace("publish:\n", `permalinks: ${permalinks}\npublish:\n`)}${feed}`,
  );
  const whole = await expectSame(root);
  const isTaken = permalinks === "/{slug}/";
  expect(whole.get("world/index.html")?.what).toBe("the section World");
  expect(whole.get("corrections/index.html")?.what).toBe("the corrections");
  expect(whole.get("tide/index.html")?.source).toBe(isTaken ? "articles/a.yaml" : undefined);
  expect(whole.has("list.html")).toBe(feed !== "" || permalinks === "/{slug}.html");
});
