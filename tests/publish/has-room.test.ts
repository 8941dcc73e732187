// Whether a new file has room on a site: the same answer as going through every known path gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import { claimFolders, claimPaths } from "../../src/publish/claims.ts";
import { hasRoom } from "../../src/publish/has-room.ts";
import { commit } from "../../src/publish/manifest-rows.ts";
import { closeManifest, emptyManifest } from "../../src/publish/manifest.ts";
import { runs } from "../support/runs.ts";

const PLACE = { file: ":memory:", shown: "manifest.db", site: "public" };

function roomFor(known: readonly string[], added: readonly string[]): boolean {
  const manifest = emptyManifest(PLACE);
  const placed = known.map((path) => ({ path, rank: 1, key: "", hash: "", source: "", size: 1, touched: 1 }));
  commit(manifest, { placed });
  const answer = hasRoom({ manifest, name: "public" }, added);
  closeManifest(manifest);
  return answer;
}

/** Claims of all paths, the new ones last. */
function claimsOfAll(known: readonly string[], added: readonly string[]): boolean {
  const paths = [...known, ...added];
  const claims = claimPaths({ paths, sources: paths, whats: new Map(), ranks: [] }, "public");
  claimFolders(claims, added, "public");
  return claims.refusals.length === 0;
}

test.each([
  ["2026/11/new/index.html", true],
  ["2026/11/old/index.html", false],
  ["2026/11/OLD/index.html", false],
  ["2026/11/old", false],
  ["2026/11", false],
  ["feed.xml/index.html", false],
  ["Feed.XML/index.html", false],
  ["ÉTÉ/page.html", true],
  ["ÉTÉ", false],
  ["été/INDEX.html", false],
  ["old-news", true],
  ["con/index.html", false],
  ["feed.xml-old/index.html", false],
])("%s beside a site: %s", (path, isFree) => {
  const known = [
    "2026/11/old/index.html",
    "2026/11/old-er/index.html",
    "feed.xml",
    "feed.xml-old",
    "été/index.html",
  ];
  expect(roomFor(known, [path])).toBe(isFree);
});

test("what is new is in its own way, too", () => {
  expect(roomFor(["index.html"], ["a/index.html", "A/index.html"])).toBe(false);
  expect(roomFor(["index.html"], ["a", "a/b"])).toBe(false);
});

// Names that begin alike, and that sort around the slash.
const name = fc.constantFrom(
  "a",
  "A",
  "a-b",
  "a.b",
  "a0",
  "ab",
  "é",
  "É",
  "ς",
  "σ",
  "Σ",
  "k",
  "\u212A".normalize("NFC"),
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));

/** Those that stand on a site together. */
const site = fc.uniqueArray(path, { maxLength: 8 }).map((paths) => {
  const kept: string[] = [];
  for (const each of paths) if (claimsOfAll(kept, [each])) kept.push(each);
  return kept;
});

test("every answer is that of the claims of all paths", () => {
  fc.assert(
    fc.property(site, fc.uniqueArray(path, { minLength: 1, maxLength: 3 }), (known, added) => {
      fc.pre(!added.some((each) => known.includes(each)));
      expect(roomFor(known, added)).toBe(claimsOfAll(known, added));
    }),
    { numRuns: runs(200) },
  );
});
