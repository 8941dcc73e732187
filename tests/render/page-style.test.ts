import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderHtmlPage } from "../../src/render/html/html-page.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../../src/render/html/page-style.ts";
import { storyOf } from "./sample-story.ts";

function hashOf(style: string): string {
  return `sha256-${createHash("sha256").update(style).digest("base64")}`;
}

test("the policy's hash is the style's", () => {
  expect(PAGE_STYLE_HASH).toBe(hashOf(PAGE_STYLE));
});

test("the page holds the style as hashed, and no other", () => {
  const page = renderHtmlPage(storyOf({}));
  const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = ""]) => hashOf(style));
  expect(styles).toEqual([PAGE_STYLE_HASH]);
  expect(page).toContain(`default-src 'none'; style-src '${PAGE_STYLE_HASH}';`);
});

test("the style loads nothing", () => {
  expect(PAGE_STYLE).not.toMatch(/url\(|@import|expression|<\/|\\/i);
});
