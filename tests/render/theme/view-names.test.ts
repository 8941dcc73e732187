// The table of names is the contract with people who write themes: every name that any page's view holds is in it,
// and no name is in it that no view holds.
import { expect, test } from "vitest";
import { articleView } from "../../../src/render/article-view.ts";
import { parseTheme } from "../../../src/render/theme/theme.ts";
import { VIEW_NAMES } from "../../../src/render/theme/view-names.ts";
import { FULL_STORY } from "../sample-story.ts";
import { samplePages } from "../site/sample-site.ts";

/** The groups of values that are lists inside lists, or not at the top of a page's view. */
const GROUPS = [
  "article",
  "article > byline",
  "article > byline > names",
  "article > dates",
  "article > dates > moments",
  "article > image",
  "article > image > size",
  "article > corrections",
  "article > corrections > list",
  "article > labels",
  "article > topics",
  "article > section",
  "front",
  "front > opening",
  "front > opening > first",
  "front > latest",
  "front > sections",
  "listing",
  "listing > stories",
  "listing > stories > label",
  "listing > below",
  "archive",
  "archive > years",
  "archive > years > months",
  "corrections",
  "corrections > days",
  "corrections > days > list",
  "message",
  "redirect",
  "pages",
  "page",
  "page > meta",
  "page > properties",
  "page > feeds",
  "site",
  "site > sections > links",
  "site > footer > links",
  "labels",
];

/** The sample site with a layout that prints a mark wherever a name stands for something. */
function marks(): string {
  const probes = Object.keys(VIEW_NAMES).map((name) => `{{#${name}}}⟦${name}⟧{{/${name}}}`);
  const inGroups = GROUPS.map((group) =>
    group
      .split(" > ")
      .toReversed()
      .reduce((inner, each) => `{{#${each}}}${inner}{{/${each}}}`, probes.join("")),
  );
  const everywhere = probes.join("") + inGroups.join("");
  const files = ["layout.mustache", "redirect.mustache"].map((file) => [file, everywhere] as const);
  const theme = parseTheme({ folder: "theme", templates: new Map(files), files: [] });
  return [...samplePages("https://courier.example/", theme).values()].join("");
}

/** What only a proof, or a page in one file has. */
const NOT_IN_THE_SAMPLE = new Set(["style", "marker"]);

test("every name in the table stands for something on some page", () => {
  const found = marks();
  const missing = Object.keys(VIEW_NAMES).filter((name) => !found.includes(`⟦${name}⟧`));
  expect(new Set(missing)).toEqual(NOT_IN_THE_SAMPLE);
});

function namesIn(value: unknown, into: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) value.forEach((item) => namesIn(item, into));
  else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      into.add(name);
      if (name !== "x") namesIn(item, into);
    }
  }
  return into;
}

test("every name of a story's view is in the table", () => {
  const names = namesIn(articleView(FULL_STORY));
  expect([...names].filter((name) => !Object.hasOwn(VIEW_NAMES, name))).toEqual([]);
});
