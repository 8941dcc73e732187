// The related block of pages, and that `stet related --page` prints it and nothing else.
import { expect, test } from "vitest";
import { runStet } from "../../support/run-stet.ts";
import { sampleNewsroom } from "../../support/sample-newsroom.ts";
import { article, newsroomOf, publishAt, siteTree } from "./site-newsroom.ts";

const NOW = "2026-11-22T09:00:00+01:00";

/** The addresses in the block of the page, in order. */
function block(tree: ReadonlyMap<string, string>, name: string): string[] {
  const [, links = ""] = /<section class="related">([^]*?)<\/section>/.exec(tree.get(name) ?? "") ?? [];
  return [...links.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
}

test("--page prints the block of each page of the sample newsroom", async () => {
  const cwd = sampleNewsroom();
  await publishAt(cwd, NOW);
  const tree = siteTree(cwd);
  const { stdout } = await runStet(["list", "is:live", "-n", "0", "--json=slug,url"], { cwd });
  const live: readonly { readonly slug: string; readonly url: string }[] = JSON.parse(stdout);
  expect(live.length).toBeGreaterThan(20);
  for (const { slug, url } of live) {
    const printed = await runStet(["related", slug, "--page", "--json=url"], { cwd });
    const rows: readonly { readonly url: string }[] = JSON.parse(printed.stdout);
    const name = `${decodeURI(new URL(url).pathname.slice(1))}index.html`;
    expect({ slug, block: rows.map((row) => row.url) }).toEqual({ slug, block: block(tree, name) });
  }
});

const told = (number: number, headline: string, more = ""): string =>
  article(
    number,
    `headline: ${headline}\nstatus: published\npublished: 2026-01-0${number}T09:00:00Z\n${more}`,
  );

test("tags tell more than names in the headline, and those more than the section; the others do not count", async () => {
  const cwd = newsroomOf({
    "articles/a.yaml": told(1, "The ferry of Holm that sank", "tags: [rail]\nsection: world"),
    "articles/b.yaml": told(2, "In the same section", "section: world"),
    "articles/c.yaml": told(3, "Another ferry to Holm"),
    "articles/d.yaml": told(4, "Trains", "tags: [rail]"),
    "articles/e.yaml": told(5, "The price of bread that rose"),
    "articles/f.yaml": told(6, "Section and tag", "tags: [sea]\nsection: world"),
  });
  const { stdout } = await runStet(["related", "a", "--page", "--explain", "-F", "slug,why"], { cwd });
  expect(stdout).toBe("d\ttag rail\nc\tin the headline: holm\nb\tsame section\nf\tsame section\n");
});

test("a pin that is not live leaves its place to others", async () => {
  const cwd = newsroomOf({
    "articles/a.yaml": told(1, "A", "tags: [rail]\nrelated: [x, e]"),
    "articles/x.yaml": article(9, "headline: X\nstatus: draft"),
    "articles/b.yaml": told(2, "B", "tags: [rail]"),
    "articles/c.yaml": told(3, "C", "tags: [rail]"),
    "articles/d.yaml": told(4, "D", "tags: [rail]"),
    "articles/e.yaml": told(5, "E"),
  });
  const { stdout } = await runStet(["related", "a", "--page", "--slugs"], { cwd });
  expect(stdout).toBe("e\nb\nc\nd\n");
});

test("an article that is not live has no page, and a page has nothing but what is live", async () => {
  const cwd = newsroomOf({ "articles/x.yaml": article(9, "headline: X\nstatus: draft") });
  expect(await runStet(["related", "x", "--page"], { cwd })).toEqual({
    stdout: "",
    stderr: "error: x has no page: it is draft\n→ stet related x\n",
    exit: 2,
  });
  expect((await runStet(["related", "x", "--page", "--all"], { cwd })).exit).toBe(2);
});
