// The documents by the official schemas, which lie beside the project where its makers work: skipped where they do not.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { printAtom } from "../../src/formats/atom.ts";
import { printJsonFeed } from "../../src/formats/jsonfeed.ts";
import { printNewsSitemap } from "../../src/formats/news-sitemap.ts";
import { printArticleSitemap, printSitemapIndex } from "../../src/formats/sitemap.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { instant } from "./sample-entry.ts";
import { AT, FULL_ENTRY, feedEntry, head, HOME, HOSTILE_TEXTS, idOf } from "./sample-feed.ts";

const SCHEMAS = path.resolve(import.meta.dirname, "../../../shared/schemas");
const ZONE = "Europe/Brussels";
const fresh = instant("2026-11-30T00:00:00Z");
const rows = HOSTILE_TEXTS.map((text, index) =>
  feedEntry({
    ...FULL_ENTRY,
    id: idOf(index),
    url: `${HOME}${index}/`,
    title: `a ${text}`,
    summary: text,
    published: fresh,
    updated: AT - 1,
  }),
);
const alternates = rows.map(({ url }, at) => ({ language: `en-${at}`, href: url }));
const translated = rows.map((row) => ({ ...row, alternates }));
const killed = [feedEntry({ id: idOf(50), status: "killed" })];

const skip = (program: string, schema: string): boolean =>
  !existsSync(path.join(SCHEMAS, schema)) || spawnSync(program, ["--version"]).error !== undefined;

function validate(program: string, options: readonly string[], text: string): string {
  const file = path.join(temporaryFolder(), "document");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(program, [...options, file], { encoding: "utf8" });
  return status === 0 ? "" : stdout + stderr;
}

describe.each([
  ["sitemap/sitemap.xsd", printArticleSitemap(rows, ZONE, AT)],
  ["sitemap/siteindex.xsd", printSitemapIndex([{ url: `${HOME}a`, updated: AT }, { url: `${HOME}b` }], ZONE)],
  ["sitemap/urlset-all.xsd", printNewsSitemap(head(), rows, AT)],
  ["sitemap/urlset-all.xsd", printArticleSitemap(translated, ZONE, AT)],
])("%s", (schema, text) => {
  test.skipIf(skip("xmllint", schema))("validates by xmllint", () => {
    const options = ["--nonet", "--noout", "--schema", path.join(SCHEMAS, schema)];
    expect(validate("xmllint", options, text)).toBe("");
    expect(validate("xmllint", options, text.replaceAll("loc>", "lock>"))).not.toBe("");
  });
});

describe("atom/atom-rfc4287.rnc", () => {
  const options = ["-c", path.join(SCHEMAS, "atom/atom-rfc4287.rnc")];
  test.skipIf(skip("jing", "atom/atom-rfc4287.rnc")).each([
    [
      "the current document",
      printAtom(head({ hubs: [`${HOME}hub`] }), rows, AT, { killed, previous: `${HOME}0` }),
    ],
    ["an archive", printAtom(head(), rows, AT, { archive: `${HOME}1` })],
  ])("%s validates by jing", (_name, text) => {
    expect(validate("jing", options, text)).toBe("");
    expect(validate("jing", options, text.replace("<id>", "<idd>").replace("</id>", "</idd>"))).not.toBe("");
  });
});

describe("jsonfeed/jsonfeed-1.1-strict.schema.json", () => {
  const file = path.join(SCHEMAS, "jsonfeed/jsonfeed-1.1-strict.schema.json");
  test.skipIf(!existsSync(file)).each([
    ["a full feed", head({ hubs: [`${HOME}hub`] }), [FULL_ENTRY, feedEntry({ id: idOf(2), language: "fr" })]],
    ["summaries", head({ content: "summary" }), [FULL_ENTRY]],
    ["nothing", head(), []],
  ])("%s validates", (_name, feedHead, entries) => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
    const isValid = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
    isValid(JSON.parse(printJsonFeed(feedHead, entries, AT)));
    expect(isValid.errors ?? []).toEqual([]);
    expect(isValid({ version: "https://jsonfeed.org/version/1.1", title: "x", items: [{ id: 7 }] })).toBe(
      false,
    );
  });
});
