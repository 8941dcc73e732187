import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecord } from "../../src/formats/csv-record.ts";
import { CSV } from "../../src/formats/csv.ts";
import type { ExportEntry, ExportOptions } from "../../src/formats/export-format.ts";
import { anyArticle, anyText, entry, FULL, instant, OPTIONS } from "./sample-entry.ts";

const COLUMNS =
  "id,slug,headline,kicker,summary,section,authors,tags,language,kind,status,state,created,published,updated," +
  "embargo,expires,words,url,source,path,body";

function exported(entries: readonly ExportEntry[], options: ExportOptions = OPTIONS): string {
  const rows = entries.map((each, index) => CSV.row(each, index, options));
  return CSV.begin(options) + rows.join("") + CSV.end(entries.length);
}

/** RFC 4180 by its grammar, character by character. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) throw new Error("a quote is left open");
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== "," && !text.startsWith("\r\n", at)) {
        if (/["\r\n]/.test(text.charAt(at))) throw new Error(`an unquoted ${JSON.stringify(text[at])}`);
        cell += text[at++];
      }
    }
    record.push(cell);
    if (text.startsWith("\r\n", at)) {
      records.push(record);
      record = [];
      at += 2;
    } else if (text[at] === ",") at++;
    else throw new Error("a cell is followed by neither comma nor CR LF");
  }
  if (record.length > 0) throw new Error("the last record has no end");
  return records;
}

describe("csvRecord", () => {
  test.each([
    [["a", "b"], "a,b"],
    [["", ""], ","],
    [["a,b"], '"a,b"'],
    [['say "no"'], '"say ""no"""'],
    [["a\nb"], '"a\nb"'],
    [[" a"], '" a"'],
    [["Łódź 東京 😀"], "Łódź 東京 😀"],
  ])("%j", (cells, expected) => {
    expect(csvRecord(cells, {})).toBe(`${expected}\r\n`);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+32 2", "'+32 2"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'=1"],
    ["\rx", "'x"],
    ["\u0000=1", "'=1"],
    ["\u000B=1", "'=1"],
    ["＝1", "'＝1"],
    [" =1", "' =1"],
    ["a=1", "a=1"],
    ["'=1", "'=1"],
    ["2-1", "2-1"],
  ])("a formula becomes text: %j", (cell, expected) => {
    expect(csvRecord([cell], {})).toBe(`${expected}\r\n`);
  });

  test.each(["=1", "@a", "-5", "\u0000x", "a\u0002b"])("raw is exact: %j", (cell) => {
    expect(csvRecord([cell], { raw: true })).toBe(`${cell}\r\n`);
  });

  test("control characters from a wire are left out", () => {
    expect(csvRecord(["a\u0002b\u000Bc\uFFFE"], {})).toBe("abc\r\n");
  });

  test("raw cells come back as they went in", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(readCsv(csvRecord(cells, { raw: true }))).toEqual([cells]);
      }),
    );
  });

  test("no cell ever begins as a formula", () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        expect(readCsv(csvRecord([cell], {}))[0]?.[0]).not.toMatch(/^[=+\-@\t\r\n\0]/);
      }),
    );
  });
});

describe("CSV", () => {
  test("no articles are a header", () => {
    expect(exported([])).toBe(`${COLUMNS}\r\n`);
  });

  test("begins with a byte order mark on request only", () => {
    expect(CSV.begin({ ...OPTIONS, bom: true })).toBe(`\uFEFF${COLUMNS}\r\n`);
  });

  test("a full article", () => {
    const row = CSV.row(
      entry({ ...FULL, body: "One, two.\n" }, { permalink: "https://c.example/a/" }),
      0,
      OPTIONS,
    );
    expect(row).toBe(
      "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11,commission-fines-chipmaker,Commission fines chipmaker,Competition," +
        '"Two sentences.\nA reader sees them first.",world/europe,Jane Doe; Li Wei,competition; no,en-GB,news,' +
        "published,live,2026-11-22T09:00:00+01:00,2026-11-23T06:00:00+01:00,2026-11-23T08:15:00+01:00," +
        "2026-11-23T05:00:00+01:00,2027-11-23T00:00:00+01:00,2,https://c.example/a/,https://wire.example/991," +
        'articles/a.yaml,"One, two.\n"\r\n',
    );
  });

  test("a date typed without an offset gets the newsroom's", () => {
    const published = { written: "2026-11-23", epochMs: Date.parse("2026-11-23T00:00:00+01:00") };
    expect(CSV.row(entry({ published }), 0, OPTIONS)).toContain(",2026-11-23T00:00:00+01:00,");
  });

  test("an open embargo is a word", () => {
    expect(CSV.row(entry({ embargo: "open" }), 0, OPTIONS)).toContain(",,open,,");
  });

  test("never holds the notes", () => {
    expect(exported([entry({ notes: "Secret." })])).not.toContain("Secret");
  });

  test("every record is as wide as the header", () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 3 }), fc.boolean(), (articles, raw) => {
        const text = exported(
          articles.map((each) => entry(each)),
          { ...OPTIONS, raw },
        );
        expect(readCsv(text).map((record) => record.length)).toEqual(Array(articles.length + 1).fill(22));
      }),
    );
  });

  const python = spawnSync("python3", ["--version"]).status === 0;
  test.skipIf(!python)("python's csv module reads the same cells (python3)", () => {
    const entries = [
      entry(FULL),
      entry({ headline: 'a "b", c\nd', body: "=1\n", published: instant("2026-11-23T06:00:00Z") }),
    ];
    const program =
      "import csv,io,json,sys;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(),newline='')))))";
    const text = exported(entries);
    const { stdout } = spawnSync("python3", ["-c", program], { input: text, encoding: "utf8" });
    expect(JSON.parse(stdout)).toEqual(readCsv(text));
  });
});
