// stet.yaml's publish: every key, its default, and the caret where it is wrong.
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../src/article/parse-settings.ts";
import { newsroomSchema } from "../../src/article/schema.ts";
import { DEFAULT_PUBLISH, type PublishSettings } from "../../src/article/settings.ts";

function read(block: string): PublishSettings {
  const { settings, problems } = parseSettings(`stet: 1\npublish: ${block}\n`);
  expect(problems).toEqual([]);
  return settings.publish;
}

const fitsSchema = new Ajv2020({ strict: false }).compile(newsroomSchema());

test("every key", () => {
  const block = [
    "",
    "  to: build/site/",
    "  feeds:",
    "    - {path: feed.xml, format: rss, limit: 20, content: full, title: 'News: all'}",
    '    - {path: europe/feed.atom, query: "section:world/europe", content: summary}',
    "    - {path: science.json}",
    "    - {path: others}",
    "  theme: themes/dark",
    "  releases: 5",
    "  sitemap: false",
    "  robots: false",
    "  front: 12",
    "  archive: 100",
  ].join("\n");
  const others = { limit: 50, content: "full" };
  expect(read(block)).toEqual({
    to: "build/site",
    feeds: [
      { path: "feed.xml", format: "rss", limit: 20, content: "full", title: "News: all" },
      {
        path: "europe/feed.atom",
        format: "atom",
        query: "section:world/europe",
        limit: 50,
        content: "summary",
      },
      { path: "science.json", format: "jsonfeed", ...others },
      { path: "others", format: "rss", ...others },
    ],
    theme: "themes/dark",
    releases: 5,
    sitemap: false,
    robots: false,
    front: 12,
    archive: 100,
  });
  expect(fitsSchema(parse(`stet: 1\npublish: ${block}\n`))).toBe(true);
});

test.each([
  ["", DEFAULT_PUBLISH],
  ["{}", DEFAULT_PUBLISH],
  ["{to: , feeds: , releases: , sitemap: }", DEFAULT_PUBLISH],
  ["{feeds: []}", { ...DEFAULT_PUBLISH, feeds: [] }],
  ["{releases: 0, sitemap: true}", DEFAULT_PUBLISH],
])("the defaults of %j", (block, expected) => {
  expect(read(block)).toEqual(expected);
  expect(fitsSchema(parse(`stet: 1\npublish: ${block}\n`))).toBe(true);
});

const RELATIVE = "is a relative path such as";
const BY_LINK = "; a site that lies elsewhere is reached by a link: ln -s /srv/www/courier public";
describe("what is wrong has a caret, and the default stands", () => {
  test.each([
    ["[]", "2:10 error publish must be a mapping of keys"],
    ["{to: ../site}", `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~${BY_LINK}`],
    [
      "{to: /var/www}",
      `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~${BY_LINK}`,
    ],
    ["{to: .git/hooks}", `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~`],
    ["{to: ~/www}", `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~${BY_LINK}`],
    ["{to: a//b}", `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~`],
    ['{to: "C:\\\\site"}', `2:15 error to ${RELATIVE} public, and no step of it begins with a dot or ~`],
    ["{to: articles}", "2:15 error to is a folder apart from the articles"],
    ["{to: articles/2026}", "2:15 error to is a folder apart from the articles"],
    ["{theme: public}", "2:18 error theme is a folder apart from the site"],
    ["{theme: public/theme}", "2:18 error theme is a folder apart from the site"],
    ["{theme: ..}", `2:18 error theme ${RELATIVE} theme, and no step of it begins with a dot or ~`],
    ["{releases: many}", "2:21 error releases is a whole number from 0 to 100000"],
    ["{releases: -1}", "2:21 error releases is a whole number from 0 to 100000"],
    ["{front: 0}", "2:18 error front is a whole number from 1 to 100000"],
    ["{archive: 1e9}", "2:20 error archive is a whole number from 1 to 100000"],
    ["{sitemap: yes}", "2:20 error sitemap is one of true, false"],
    ["{robots: treu}", "2:19 error robots is one of true, false; did you mean true?"],
    ["{tow: site}", '2:11 warning "tow" is not a field stet knows; it is kept as it is; did you mean "to"?'],
    ["{feeds: feed.xml}", "2:18 error feeds must be a list"],
    ["{feeds: [feed.xml]}", "2:19 error feeds must be a mapping of keys"],
    ["{feeds: [{format: rss}]}", "2:19 error a feed needs path, as feed.xml"],
    [
      "{feeds: [{path: ../x}]}",
      `2:26 error path ${RELATIVE} europe/feed.xml, and no step of it begins with a dot or ~`,
    ],
    [
      "{feeds: [{path: a, format: rs}]}",
      "2:37 error format is one of rss, atom, jsonfeed; did you mean rss?",
    ],
    ["{feeds: [{path: a, content: all}]}", "2:38 error content is one of full, summary"],
    ["{feeds: [{path: a, limit: 0}]}", "2:36 error limit is a whole number from 1 to 100000"],
    [
      "{feeds: [{path: a, lmit: 9}]}",
      '2:29 warning "lmit" is not a field stet knows; it is kept as it is; did you mean "limit"?',
    ],
    ["{feeds: [{path: a.xml}, {path: A.xml}]}", "2:34 error two feeds are written to A.xml"],
    [
      "{hubs: [https://hub.example/]}",
      "2:11 warning hubs in stet.yaml is not honoured: what reaches out or runs a program is set in your own configuration",
    ],
    [
      "{run: make}",
      "2:11 warning run in stet.yaml is not honoured: what reaches out or runs a program is set in your own configuration",
    ],
  ])("%s", (block, expected) => {
    const { settings, problems } = parseSettings(`stet: 1\npublish: ${block}\n`);
    const lines = problems.map(({ line, column, severity, message, hint }) =>
      [`${line}:${column} ${severity} ${message}`, ...(hint === undefined ? [] : [hint])].join("; "),
    );
    expect(lines).toEqual([expected]);
    expect({ ...settings.publish, feeds: [] }).toEqual({ ...DEFAULT_PUBLISH, feeds: [] });
  });
});
