import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { DEFAULT_SETTINGS } from "../../src/article/settings.ts";
import type { ExportEntry } from "../../src/formats/export-format.ts";
import { JSON_FORMAT } from "../../src/formats/json.ts";
import { NDJSON } from "../../src/formats/ndjson.ts";
import { printObject } from "../../src/formats/print-object.ts";
import { anyArticle, article, entry, FULL, OPTIONS } from "./sample-entry.ts";

function exported(format: typeof JSON_FORMAT, entries: readonly ExportEntry[]): string {
  const rows = entries.map((each, index) => format.row(each, index, OPTIONS));
  return format.begin(OPTIONS) + rows.join("") + format.end(entries.length);
}

describe("JSON", () => {
  test("no articles are an empty array", () => {
    expect(exported(JSON_FORMAT, [])).toBe("[]\n");
  });

  test("one article a line between brackets", () => {
    const text = exported(JSON_FORMAT, [entry(), entry({ slug: "b" })]);
    const lines = text.split("\n");
    expect(lines).toHaveLength(5);
    expect([lines[0], lines[1]?.at(-1), lines[3], lines[4]]).toEqual(["[", ",", "]", ""]);
    expect(JSON.parse(text)).toMatchObject([{ slug: "commission-fines-chipmaker" }, { slug: "b" }]);
  });
});

describe("NDJSON", () => {
  test("no articles are no bytes", () => {
    expect(exported(NDJSON, [])).toBe("");
  });

  test("every line is one article", () => {
    const lines = exported(NDJSON, [entry(), entry({ slug: "b" })]).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line).slug)).toEqual(["commission-fines-chipmaker", "b"]);
  });
});

describe("an exported object", () => {
  test("holds the fields of the file in their order, then derived", () => {
    const permalink = "https://courier.example/2026/11/commission-fines-chipmaker/";
    expect(printObject(entry(FULL, { permalink }))).toBe(
      '{"id":"01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11","headline":"Commission fines chipmaker",' +
        '"slug":"commission-fines-chipmaker","former_slugs":["eu-fines-chipmaker"],"kicker":"Competition",' +
        '"summary":"Two sentences.\\nA reader sees them first.","section":"world/europe",' +
        '"authors":[{"name":"Jane Doe"},{"name":"Li Wei","email":"li@courier.example","role":"Photographs"}],' +
        '"dateline":"BRUSSELS","tags":["competition","no"],"language":"en-GB","kind":"news","status":"published",' +
        '"created":"2026-11-22T09:00:00+01:00","published":"2026-11-23T06:00:00+01:00",' +
        '"updated":"2026-11-23T08:15:00+01:00","embargo":"2026-11-23T05:00:00+01:00",' +
        '"expires":"2027-11-23T00:00:00+01:00",' +
        '"image":{"src":"images/chip.jpg","alt":"A wafer","caption":"Chips","credit":"Li Wei"},' +
        '"related":["chip-act-explained"],' +
        '"corrections":[{"at":"2026-11-23T09:00:00+01:00","text":"An earlier version misstated the fine."}],' +
        '"source":"https://wire.example/991","x":{"print_page":3},' +
        '"body":"First, **Markdown**.\\n\\n> \\"It is\\n> a deal.\\"\\n>\\n> — A diplomat\\n",' +
        '"derived":{"path":"articles/a.yaml","state":"live","live":true,' +
        `"url":"${permalink}","words":8,"quotes":[{"text":"\\"It is a deal.\\"","source":"A diplomat"}]}}`,
    );
  });

  test("never holds the notes", () => {
    expect(printObject(entry({ notes: "Secret." }))).not.toMatch(/notes|Secret/);
  });

  test("says that what is held back is not live", () => {
    const { derived } = JSON.parse(printObject(entry({ embargo: "open" })));
    expect(derived).toMatchObject({ state: "embargoed", live: false, url: null });
  });

  test.each([
    "\u2028",
    "\u2029",
    "\u0085",
    "\u007F",
    "\u202E",
    "\uFEFF",
    "\uFFFE",
    "\uD800",
    "\u0000",
    "\u001B",
  ])("escapes what breaks a line or hides: %j", (character) => {
    const line = printObject(entry({ headline: `a${character}b` }));
    expect(line).not.toContain(character);
    expect(JSON.parse(line).headline).toBe(`a${character}b`);
  });

  test("keeps letters of every script as they are", () => {
    expect(printObject(entry({ headline: "Łódź 東京 😀 ‏عربي" }))).toContain('"Łódź 東京 😀 ‏عربي"');
  });

  test("keeps a key that JavaScript would take for its own", () => {
    const x: Record<string, unknown> = JSON.parse('{"__proto__": 1}');
    expect(printObject(entry({ x }))).toContain('"x":{"__proto__":1}');
  });

  test("saved as a file it is the same article", () => {
    fc.assert(
      fc.property(anyArticle, (original) => {
        const text = printObject(entry(original));
        const { article: read, problems } = parseArticle({ text, fileSlug: "other" }, DEFAULT_SETTINGS);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read).toEqual(original);
      }),
      { numRuns: 300 },
    );
  });

  test("a long body does not count as header when it is read again", () => {
    const original = article({ body: 'A "quoted" line.\n'.repeat(20_000) });
    const text = printObject(entry(original));
    expect(parseArticle({ text, fileSlug: "a" }, DEFAULT_SETTINGS).article).toEqual(original);
  });
});
