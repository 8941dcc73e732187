// Characters that no reader sees and no output keeps: typed as an escape of YAML, or standing in the file as they are.
import { expect, test } from "vitest";
import { article, checked, checkedBody, findingsIn, newsroomOf } from "./check-files.ts";

const said = (place: string, code: string): string =>
  `a.yaml:${place} warning invisible-character: an invisible character (U+${code}) stands here; outputs leave it out`;

test.each([
  [String.raw`headline: "a\x1b[31mb"`, "1:13", "001B"],
  [String.raw`headline: "a\0b"`, "1:13", "0000"],
  [String.raw`headline: "\u0421\u202Eb"`, "1:18", "202E"],
  [String.raw`headline: "a\U0001F980\ab"`, "1:23", "0007"],
  [String.raw`headline: "a\uD800"`, "1:13", "D800"],
  ["headline: a\u0007b", "1:12", "0007"],
  ["headline: a\u202Db", "1:12", "202D"],
  ["headline: a\u0085b", "1:12", "0085"],
])("%j", async (line, place, code) => {
  expect(await checked({ a: `${line}\n` })).toEqual([said(place, code)]);
});

test("in any text of the file, the first of each", async () => {
  const lines = [
    "headline: A",
    String.raw`kicker: "k\e\e"`,
    String.raw`summary: "s\b"`,
    String.raw`authors: ["J\x7F", {name: K, role: "r\x01"}]`,
    String.raw`tags: [a, "t\0"]`,
    String.raw`image: {src: https://x.example/a.png, alt: "a\x1b"}`,
    String.raw`translation_of: "b\x1b"`,
    String.raw`corrections: [{at: 2026-11-01, text: "c\x1b"}]`,
    String.raw`notes: "n\x1b"`,
    String.raw`x: {desk: ["d\x1b"]}`,
    String.raw`body: "one\n\ntwo\x0Bthree\x0B"`,
  ];
  const found = (await checked({ a: `${lines.join("\n")}\n` })).filter((line) => line.includes("invisible"));
  const places = found.map((line) => /^a\.yaml:(\S+) .*U\+(\w+)/.exec(line)?.slice(1).join(" "));
  expect(places).toEqual([
    "2:11 001B",
    "3:12 0008",
    "4:13 007F",
    "4:38 0001",
    "5:13 0000",
    "6:46 001B",
    "7:19 001B",
    "8:40 001B",
    "9:10 001B",
    "10:14 001B",
    "11:18 000B",
  ]);
});

test("each control character in a body, and what is no character", async () => {
  const bad = ["\u0001", "\v", "\f", "\u001B", "\u007F", "\u0080", "\u0085", "\u009F", "\uFFFE", "\uFFFF"];
  const good = ["\u00A0", "\u200B", "\u200D", "\u2028", "\uFFFD", "😀", "\t"];
  const articles = [...bad, ...good].map((sign, at) => [`a${at + 10}`, article(`b\nc${sign}d`)]);
  const found = await checked(Object.fromEntries(articles));
  expect(found.map((line) => line.split(": ")[0])).toEqual(
    bad.map((_, at) => `a${at + 10}.yaml:4:4 warning invisible-character`),
  );
});

test("what copy needs is none: tabs, line breaks, marks and isolates of right-to-left text", async () => {
  const lines = [String.raw`headline: "a\tb\u200F\u2068c\u2069\u00AD\u200D"`, String.raw`body: "a\r\nb\tc"`];
  expect(await checked({ a: `${lines.join("\n")}\n` })).toEqual([]);
});

test("in the body, where the file has it; the advice holds for what is typed and for what stands there", async () => {
  expect(await checkedBody("one\n\ntwo \u001B")).toEqual([said("5:7", "001B")]);
  const root = newsroomOf({ "articles/a.yaml": "headline: a\u0007b\n" });
  expect((await findingsIn(root)).map(({ field, hint }) => ({ field, hint }))).toEqual([
    { field: "headline", hint: "delete it; some editors show nothing there" },
  ]);
});
