// Where links and pins lead, and addresses that should be links.
import { expect, test } from "vitest";
import { article, checked, checkedBody } from "./check-files.ts";

const LIVE = article("Text.", [
  "status: published",
  "published: 2026-11-01",
  "id: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba",
]);

test("a link that leads nowhere", async () => {
  expect(await checkedBody("First.\n\nSee [it](article:nowhere).")).toEqual([
    "a.yaml:5:12 warning broken-link: the link article:nowhere leads to no article",
  ]);
});

test("a link to a draft, by slug, by former slug and by a pin", async () => {
  const b = article("Text.", ["former_slugs: [old]"]);
  const a = article("[x](article:b) and [y](article:old)", ["related: [nowhere, b]"]);
  const held = "leads to an article that is not live; readers get its text without a link";
  expect(await checked({ a, b })).toEqual([
    "a.yaml:2:11 warning broken-link: related nowhere leads to no article",
    `a.yaml:2:20 warning unpublished-link: related b ${held}`,
    `a.yaml:4:7 warning unpublished-link: the link article:b ${held}`,
    `a.yaml:4:26 warning unpublished-link: the link article:old ${held}`,
  ]);
});

test("links and pins to live articles, by id too, are nothing to remark on", async () => {
  const a = article("[x](article:b)", ["related: [b, 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba]"]);
  expect(await checked({ a, b: LIVE })).toEqual([]);
});

test("a name that two articles have leads nowhere", async () => {
  const claim = ["status: published", "published: 2026-11-01", "slug: c"];
  const found = await checked({
    a: article("[x](article:c)"),
    b: LIVE,
    c: article("Text.", claim),
    d: article("Text.", claim),
  });
  expect(found.filter((line) => line.startsWith("a."))).toEqual([
    "a.yaml:3:7 warning broken-link: the link article:c leads to no article",
  ]);
});

test("the address of an article, with and without its slash; other pages are only addresses", async () => {
  const links = [
    "[x](https://courier.example/2026/11/b/)",
    "<https://courier.example/2026/11/b>",
    "[x](https://courier.example/about/)",
    "[x](https://courier.example/2025/11/b/)",
    "` https://courier.example/2026/11/b/ `",
  ];
  expect(await checked({ a: article(links.join("\n")), b: LIVE })).toEqual([
    "a.yaml:3:7 warning own-link: this address is an article of the newsroom",
    "a.yaml:4:4 warning own-link: this address is an article of the newsroom",
  ]);
});

test("two files that claim one slug, and one id", async () => {
  const id = "id: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba";
  const found = await checked({
    a: article("Text.", [id, "slug: c"]),
    b: article("Text.", [id, "former_slugs: [c]"]),
  });
  expect(found).toEqual([
    "a.yaml:2:5 error duplicate-slug: the id 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba is also claimed by articles/b.yaml",
    "a.yaml:3:7 error duplicate-slug: the slug c is also claimed by articles/b.yaml",
    "b.yaml:2:5 error duplicate-slug: the id 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba is also claimed by articles/a.yaml",
    "b.yaml:3:16 error duplicate-slug: the slug c is also claimed by articles/a.yaml",
  ]);
});

test("a translation of nothing, of a draft, of itself, and into the language of the original", async () => {
  const found = await checked({
    a: article("Text.", ["translation_of: nowhere"]),
    b: article("Text.", ["language: fr", "translation_of: a"]),
    c: article("Text.", ["translation_of: c"]),
    d: article("Text.", ["translation_of: live"]),
    e: article("Text.", ["language: fr", "translation_of: live"]),
    live: LIVE,
  });
  const language = "warning same-language: translation_of names an article in the same language, en";
  expect(found).toEqual([
    "a.yaml:2:17 warning broken-link: translation_of nowhere leads to no article",
    "b.yaml:3:17 warning unpublished-link: translation_of a leads to an article that is not live; its page is not named",
    "c.yaml:2:17 warning unpublished-link: translation_of c leads to an article that is not live; its page is not named",
    "c.yaml:2:17 warning same-language: translation_of names the article itself",
    `d.yaml:2:17 ${language}`,
  ]);
});
