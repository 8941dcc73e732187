// The sample newsroom's site as a whole: every address that a page, sitemap or feed of it names has its file.
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { publishAt, siteTree } from "./desk/site/site-newsroom.ts";
import { sampleNewsroom } from "./support/sample-newsroom.ts";

const SITE = "https://courier.example/";
const NOW = "2026-11-22T09:00:00+01:00";

/** Every address in `href` and `src` of the page, resolved. */
function* addressesIn(node: DefaultTreeAdapterTypes.Node, page: string): Generator<string> {
  if ("attrs" in node)
    for (const { name, value } of node.attrs)
      if ((name === "href" || name === "src") && URL.canParse(value, page)) yield new URL(value, page).href;
  if ("childNodes" in node) for (const child of node.childNodes) yield* addressesIn(child, page);
}

/** The file of an address of the site; undefined for one elsewhere. */
function fileOf(address: string): string | undefined {
  if (!address.startsWith(SITE)) return undefined;
  const path = decodeURIComponent(new URL(address).pathname.slice(1));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

test("every address of the site that the site names is there", async () => {
  const root = sampleNewsroom();
  const { problems } = await publishAt(root, NOW);
  expect(problems).toEqual([]);
  const tree = siteTree(root);
  const named = [...tree].flatMap(([path, bytes]) => {
    const text = Buffer.from(bytes, "latin1").toString("utf8");
    if (path.endsWith(".html")) return [...addressesIn(parse(text), SITE + path.replace(/index\.html$/, ""))];
    if (/\.xml$|\.atom$/.test(path))
      return [...text.matchAll(/<(?:loc|link|id)>([^<]+)<|<link[^>]* href="([^"]+)"/g)].map(
        ([, a, b]) => a ?? b ?? "",
      );
    if (path.endsWith(".json")) return [...text.matchAll(/"url": ?"([^"]+)"/g)].map(([, url = ""]) => url);
    return [];
  });
  const own = new Set(named.flatMap((address) => fileOf(address) ?? []));
  expect(own.size).toBeGreaterThan(50);
  // Bylines lead to the addresses that stet.yaml gives its authors, which are the newsroom's own affair.
  const missing = [...own].filter((file) => !tree.has(file) && !/^(?:people|contact)/.test(file));
  expect(missing).toEqual([]);
});
