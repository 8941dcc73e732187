// The pages of the sample newsroom's site: to the byte for a few, and by what must be true of every one.
import { createHash } from "node:crypto";
import path from "node:path";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { judge } from "../judge-html.ts";
import { renderNotFoundPage } from "../../../src/render/site/render-message.ts";
import { samplePages, sampleSite } from "./sample-site.ts";

const pages = samplePages();
const GOLDEN = path.resolve(import.meta.dirname, "../../golden-site");

const SHOWN: Readonly<Record<string, string>> = {
  "": "front.html",
  "front-of-words/": "front-of-words.html",
  "2026/11/commission-fines-brackenfold-silicon/": "article.html",
  "2026/04/maktabat-al-mina/": "article-arabic.html",
  "world/": "section.html",
  "world/europe/": "section-below.html",
  "authors/ilse-vandermoor/": "author.html",
  "tags/one/": "tag.html",
  "2026/11/": "month.html",
  "archive/": "archive.html",
  "corrections/": "corrections.html",
  "404.html": "404.html",
  "410.html": "410.html",
  "old/": "redirect.html",
};

test.each(Object.entries(SHOWN))("%j is %s", async (page, file) => {
  await expect(pages.get(page)).toMatchFileSnapshot(path.join(GOLDEN, file));
});

test("the same data gives the same bytes", () => {
  expect(samplePages()).toEqual(pages);
});

function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const visit = (node: Tree.Node): void => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

function attribute(element: Tree.Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? "";
}

describe.each([...pages])("%j", (name, html) => {
  const elements = elementsOf(html);
  const named = (tag: string): Tree.Element[] => elements.filter(({ tagName }) => tagName === tag);

  test("holds nothing active", () => {
    expect(judge(html).faults).toEqual([]);
  });

  test("has one h1 and skips no level of heading", () => {
    const levels = elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test("has one main, unique ids, and a language wherever the direction changes", () => {
    expect(named("main")).toHaveLength(1);
    const ids = elements.map((element) => attribute(element, "id")).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    const undirected = elements.filter(
      (each) => attribute(each, "dir") !== "" && attribute(each, "lang") === "",
    );
    expect(undirected).toEqual([]);
  });

  test("allows no script but its data, by the data's hash", () => {
    const [data] = /(?<=<script type="application\/ld\+json">)[^<]*/.exec(html) ?? [];
    const allowed = /script-src ([^;]*)/.exec(html)?.[1];
    const hash = data === undefined ? undefined : createHash("sha256").update(data).digest("base64");
    expect(allowed).toBe(hash === undefined ? undefined : `'sha256-${hash}'`);
    expect(html).toContain("default-src 'none'");
  });

  test("says its own address where it has one", () => {
    const canonical = named("link").filter((link) => attribute(link, "rel") === "canonical");
    expect(canonical).toHaveLength(name.endsWith(".html") ? 0 : 1);
  });
});

test("an article's canonical address, og:url and mainEntityOfPage are one", () => {
  const html = pages.get("2026/11/commission-fines-brackenfold-silicon/") ?? "";
  const address = "https://courier.example/2026/11/commission-fines-brackenfold-silicon/";
  expect(html).toContain(`<link rel="canonical" href="${address}">`);
  expect(html).toContain(`<meta property="og:url" content="${address}">`);
  expect(html).toContain(`"mainEntityOfPage":"${address}"`);
});

test("a page's style is a file whose origin the policy allows", () => {
  expect(pages.get("")).toMatch(
    /style-src 'self' https:\/\/courier\.example; .*\n[^]*<link rel="stylesheet"/,
  );
});

test.each([
  ["/", "'self'"],
  ["../../", "'self'"],
  ["https://courier.example/", "'self' https://courier.example"],
  ["https://static.example/a/", "https://static.example"],
])("with assets at %s the style comes from %s", (assetsAt, source) => {
  const page = renderNotFoundPage({ ...sampleSite(), assetsAt });
  expect(/style-src ([^;]*)/.exec(page)?.[1]).toBe(source);
  expect(page).toContain(`<link rel="stylesheet" href="${assetsAt}assets/style-`);
});

test("the current section is marked", () => {
  expect(pages.get("world/europe/")).toContain(
    '<a href="https://courier.example/world/" aria-current="true">',
  );
});
