// The exports through the programs they are for: what stet shows is what their pages show.
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { dropIllegalCharacters } from "../../src/base/escape-html.ts";
import { buildSite, isInstalled } from "./build-site.ts";
import { HUGO_SITE, JEKYLL_SITE } from "./generators.ts";
import { HOSTILE_BODIES, HOSTILE_HEADLINES } from "./hostile-bodies.ts";
import { entry, instant } from "./sample-entry.ts";
import { shownText } from "./visible-text.ts";

const PAST = instant("2020-01-01T00:00:00Z");
const FAR = instant("2999-01-01T00:00:00Z");

const numbered = (changes: Partial<Article>, index: number) =>
  entry({ slug: `story-${index}`, published: PAST, ...changes });

const HELD_BACK: readonly Partial<Article>[] = [
  { status: "draft" },
  { status: "review" },
  { status: "ready" },
  { status: "withdrawn" },
  { status: "killed" },
  { embargo: "open" },
  { embargo: FAR },
  { published: FAR },
  { expires: instant("2020-01-02T00:00:00Z") },
];

describe.each([
  ["hugo", HUGO_SITE],
  ["jekyll", JEKYLL_SITE],
])("%s", (program, site) => {
  const available = isInstalled(program);

  test.skipIf(!available)(`shows hostile bodies as stet does (${program} installed)`, () => {
    const pages = buildSite(
      site,
      HOSTILE_BODIES.map((body, index) => numbered({ body }, index)),
    );
    expect(pages.map((page) => page?.text)).toEqual(HOSTILE_BODIES.map(shownText));
  });

  test.skipIf(!available)(`shows hostile headlines as typed (${program} installed)`, () => {
    const pages = buildSite(
      site,
      HOSTILE_HEADLINES.map((headline, index) => numbered({ headline, tags: [headline] }, index)),
    );
    expect(pages.map((page) => page?.title)).toEqual(HOSTILE_HEADLINES.map(dropIllegalCharacters));
  });

  test.skipIf(!available)(`publishes nothing that stet holds back (${program} installed)`, () => {
    const live = numbered({ slug: "live", body: "Live.\n", formerSlugs: ["was-live"] }, 0);
    const pages = buildSite(site, [live, ...HELD_BACK.map(numbered)]);
    expect(pages.map((page) => page?.text)).toEqual(["Live.", ...HELD_BACK.map(() => undefined)]);
  });
});
