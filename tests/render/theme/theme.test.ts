import { describe, expect, test } from "vitest";
import { StetError } from "../../../src/base/stet-error.ts";
import {
  assetsOf,
  BUILT_IN_THEME,
  builtInFiles,
  parseTheme,
  stylePath,
  type ThemeFolder,
} from "../../../src/render/theme/theme.ts";
import { VIEW_NAMES } from "../../../src/render/theme/view-names.ts";
import { renderHtmlPage } from "../../../src/render/html/html-page.ts";
import { renderHtmlFragment } from "../../../src/render/html/html-article.ts";
import { storyOf } from "../sample-story.ts";
import { samplePages, sampleSite } from "../site/sample-site.ts";

function folderOf(templates: Readonly<Record<string, string>>, own: Partial<ThemeFolder> = {}): ThemeFolder {
  return { folder: "theme", templates: new Map(Object.entries(templates)), files: [], ...own };
}

function faultOf(folder: ThemeFolder): string {
  try {
    parseTheme(folder);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    const { where, hint } = error.details;
    return [where?.file, where?.line, error.message, hint].filter(Boolean).join("; ");
  }
  return "";
}

describe("a theme folder", () => {
  test("that is empty is the built-in theme", () => {
    expect(parseTheme(folderOf({}))).toEqual(BUILT_IN_THEME);
  });

  test("of the built-in files gives the built-in pages", () => {
    const files = builtInFiles();
    const text = files.get("style.css") ?? "";
    const templates = new Map([...files].filter(([name]) => name !== "style.css"));
    const theme = parseTheme({ ...folderOf({}), templates, style: text });
    const base = "https://courier.example/";
    expect(samplePages(base, theme)).toEqual(samplePages(base));
  });

  test("changes what it holds and nothing else", () => {
    const theme = parseTheme(
      folderOf({
        "article.mustache": "{{#article}}<article>{{> stamp}}{{body}}</article>{{/article}}",
        "stamp.mustache": "<b>{{headline}} {{x.page}}</b>",
      }),
    );
    const story = storyOf({ headline: "A < B", body: "*text*", x: { page: 3 } });
    expect(renderHtmlFragment(story, theme.templates)).toBe(
      "<article><b>A &lt; B 3</b><p><em>text</em></p></article>",
    );
    const page = renderHtmlPage(story, { ...sampleSite(), theme });
    expect(page).toContain('<main id="content">\n<article><b>A &lt; B 3</b>');
    expect(page).toContain('<nav class="sections"');
  });

  test.each<[string, ThemeFolder, string]>([
    [
      "a bad template",
      folderOf({ "article.mustache": "\n{{#article}}" }),
      "theme/article.mustache; 2; the section article is never closed; {{/article}} closes it",
    ],
    [
      "a slip in a name",
      folderOf({ "artcle.mustache": "" }),
      "theme/artcle.mustache; no page and no template uses this one; did you mean article.mustache?",
    ],
    [
      "a part that nothing calls",
      folderOf({ "advertising.mustache": "" }),
      "theme/advertising.mustache; no page and no template uses this one; call it with {{> advertising}}",
    ],
    [
      "a file with another name",
      folderOf({ "Article.html": "" }),
      "theme/Article.html; a template cannot be named Article.html; small letters, digits and hyphens, as in article.mustache",
    ],
    [
      "a style that ends its element",
      folderOf({}, { style: "a{}\n</STYLE><script>" }),
      "theme/style.css; 2; a style may not hold </style",
    ],
  ])("with %s says where", (_, folder, fault) => {
    expect(faultOf(folder)).toBe(fault);
  });
});

describe("assets", () => {
  test("the stylesheet has a name that follows its text", () => {
    const style = { text: "a{}", hash: "sha256-ab/c+defghijklmnop=" };
    expect(stylePath({ ...BUILT_IN_THEME, style })).toBe("assets/style-abcdefghijkl.css");
    expect(stylePath(BUILT_IN_THEME)).toMatch(/^assets\/style-[A-Za-z0-9]{12}\.css$/);
  });

  test("are the stylesheet and the theme's own files", () => {
    const theme = parseTheme(folderOf({}, { files: ["assets/logo.svg"] }));
    expect(assetsOf(theme)).toEqual([
      { path: stylePath(theme), text: BUILT_IN_THEME.style.text },
      { path: "assets/logo.svg", copyOf: "assets/logo.svg" },
    ]);
  });
});

describe("the names a template may use", () => {
  test("are those the built-in templates use, and more", () => {
    const used = [...BUILT_IN_THEME.templates.values()].flatMap(({ text }) =>
      [...text.matchAll(/\{\{[#^]?\s*([a-z_.]+)\}\}/g)].flatMap(([, name = ""]) => name.split(".")),
    );
    expect(used.filter((name) => !Object.hasOwn(VIEW_NAMES, name))).toEqual([]);
  });
});
