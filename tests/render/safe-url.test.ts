import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlainAddress, safeHref, safeImageSrc } from "../../src/render/safe-url.ts";

describe("safeHref allows", () => {
  test.each([
    ["https://a.test/b?c=d&e#f", "https://a.test/b?c=d&e#f"],
    ["HTTP://a.test", "HTTP://a.test"],
    ["mailto:a@b.test?subject=c%20d", "mailto:a@b.test?subject=c%20d"],
    ["MAILTO:a@b.test", "MAILTO:a@b.test"],
    ["tel:+3221234567", "tel:+3221234567"],
    ["/a/b", "/a/b"],
    ["../a", "../a"],
    ["#a", "#a"],
    ["?a=b:c", "?a=b:c"],
    ["//a.test/b", "//a.test/b"],
    ["", ""],
    ["  /a b ", "/a%20b"],
    ["/a%zz%20", "/a%25zz%20"],
    ['/"<>\\^`{|}', "/%22%3C%3E%5C%5E%60%7B%7C%7D"],
    ["/a[b]#c#d", "/a%5Bb%5D#c%23d"],
    ["http://[::1]/[a]", "http://[::1]/%5Ba%5D"],
    ["/日本", "/日本"],
    ["/\uD800", "/\uFFFD"],
  ])("%j as %j", (href, expected) => {
    expect(safeHref(href)).toBe(expected);
  });
});

describe("safeHref refuses", () => {
  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\u200Bscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "feed:x",
    "jar:x",
    "blob:x",
    "file:///x",
    "ftp://x",
    "article:x",
    "a:b",
    "1a:b",
    "https:a.test",
    "http:///a",
    "http://[bad",
    "http://a b.test/",
    "http://a.test:99999/",
  ])("%j", (href) => {
    expect(safeHref(href)).toBeUndefined();
  });
});

describe("safeImageSrc", () => {
  test.each([
    ["https://a.test/b.png", "https://a.test/b.png"],
    ["images/a b.png", "images/a%20b.png"],
    ["", undefined],
    [" ", undefined],
    ["mailto:a@b.test", undefined],
    ["data:image/png;base64,x", undefined],
  ])("%j is %j", (src, expected) => {
    expect(safeImageSrc(src)).toBe(expected);
  });
});

describe("an address that needs no second look", () => {
  test.each(["https://courier.example/2026/11/the-salt-ledger/", "http://a-b.test/r%C3%B6s/x.html"])(
    "%s",
    (address) => {
      expect(isPlainAddress(address)).toBe(true);
    },
  );

  const hosts = ["a", "b1", "xn--", "-", ".", "1", "A", "@", ":", "é"];
  const paths = ["/", "a", ".", "..", "%41", "%2e", "%2E", "%", "?", "#", " ", "é", "[", "~", "_"];

  test("is one that a browser leaves as it is", () => {
    const some = (pieces: readonly string[], maxLength: number) =>
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength }).map((each) => each.join(""));
    fc.assert(
      fc.property(some(hosts, 3), some(paths, 4), (host, path) => {
        const address = `https://${host}/${path}`;
        if (isPlainAddress(address)) expect(new URL(address).href).toBe(address);
      }),
      { numRuns: 1_500 },
    );
  });
});
