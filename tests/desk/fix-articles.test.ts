// `stet check --fix` on single files: what is mended, byte for byte, and what is left to a person.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { articleChecker } from "../../src/desk/checks/check-articles.ts";
import { fixArticles, type FixResult } from "../../src/desk/checks/fix-articles.ts";
import { readEntry } from "../../src/desk/find/read-entries.ts";
import { testDesk } from "../support/test-desk.ts";
import { newsroomOf } from "./checks/check-files.ts";

const STYLE = 'style: {words: {advisor: adviser, Zelensky: Zelenskyy, UN: the UN, isnt: "isn\'t"}}\n';
const FILE = "articles/a.yaml";

async function fix(text: string, dryRun = false): Promise<FixResult & { readonly root: string }> {
  const root = newsroomOf({ [FILE]: text }, STYLE);
  const desk = testDesk(root);
  return { root, ...fixArticles(desk, [{ path: FILE }], { check: await articleChecker(desk), dryRun }) };
}

async function fixed(text: string): Promise<string> {
  const { root } = await fix(text);
  return readFileSync(path.join(root, FILE), "utf8");
}

describe("mended", () => {
  test.each([
    ["headline: Fans say #MeToo\n", 'headline: "Fans say #MeToo"\n'],
    ["headline: &Co wins   # ours\nbody: x\n", 'headline: "&Co wins"   # ours\nbody: x\n'],
    ["headline: Brexit: what now?\r\nbody: x\r\n", 'headline: "Brexit: what now?"\r\nbody: x\r\n'],
    ["\uFEFFheadline: A\n\tkicker: B\n", "\uFEFFheadline: A\nkicker: B\n"],
    ["headline: Fans say #MeToo\nkicker: &Co wins\n", 'headline: "Fans say #MeToo"\nkicker: "&Co wins"\n'],
    ["headline: The advisor   # who?\n", "headline: The adviser   # who?\n"],
    ["headline:   'Advisor’s #1 advisor'\n", "headline:   'Adviser’s #1 adviser'\n"],
    ['headline: "   An advisor "\n', 'headline: "   An adviser "\n'],
    ["headline: A\nbody: >\n    For\n    Zelensky.\n", "headline: A\nbody: >\n    For\n    Zelenskyy.\n"],
    ['headline: A\nbody: "For UN\\n\\nand UN"\n', 'headline: A\nbody: "For the UN\\n\\nand the UN"\n'],
    [
      "{headline: An advisor, image: {src: https://x.example/a.png, alt: advisor}}\n",
      "{headline: An adviser, image: {src: https://x.example/a.png, alt: adviser}}\n",
    ],
    [
      "headline: A\nstatus: published\npublished: 2026-11-01\nbody: x\n",
      "id: 019e0000-0000-7000-8000-000000000000\nheadline: A\nstatus: published\npublished: 2026-11-01\nbody: x\n",
    ],
  ])("%j", async (before, after) => {
    expect((await fixed(before)).replace(/^id: .*/, "id: 019e0000-0000-7000-8000-000000000000")).toBe(after);
  });
});

describe("left to a person", () => {
  test.each([
    ["headline: Mayor resigns # legal says wait\n"],
    ["headline: A\nstatus: publishd\n"],
    ["headline: A\ntags: rail\n"],
    ["headline: A\nbody: |\n  `advisor` and “advisor”\n"],
    ['headline: "An \\x61dvisor"\n'],
    ["headline: It isnt\n"],
    ["x: {a: &y advisor}\nheadline: *y\n"],
    ["headline: A\ncorrections:\n  - {at: 2026-11-01, text: advisor}\n"],
    ["headline: A\nnotes: advisor\n"],
  ])("%j", async (text) => {
    const { root, files } = await fix(text);
    expect(readFileSync(path.join(root, FILE), "utf8")).toBe(text);
    expect(files[0]?.findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  test("a file that would not read even so stays as it is", async () => {
    const text = "headline: Fans say #MeToo\nstatus: publishd\n";
    expect(await fix(text)).toMatchObject({ failures: [], files: [{ after: text }] });
  });
});

test("an article that is looked at again is no other article", async () => {
  const long = "This paragraph is long enough to be remarked on wherever it stands. ".repeat(4);
  const root = newsroomOf({ [FILE]: `headline: An advisor\nbody: |\n  ${long}\n` }, STYLE);
  const desk = testDesk(root);
  const check = await articleChecker(desk);
  check(readEntry(desk, FILE));
  const { files } = fixArticles(desk, [{ path: FILE }], { check, dryRun: false });
  expect(files[0]?.findings.map(({ code }) => code)).toEqual(["preferred-word"]);
});

test("what was mended and what remains, each with its place", async () => {
  const { files, failures } = await fix("headline: Fans say #MeToo\nbody: |\n  TK advisor\n");
  expect(failures).toEqual([]);
  expect(files[0]?.findings.map(({ line, code, fix }) => ({ line, code, fix }))).toEqual([
    { line: 1, code: "yaml-lost-text", fix: "made" },
    { line: 3, code: "placeholder", fix: undefined },
    { line: 3, code: "preferred-word", fix: "made" },
  ]);
});

test("a dry run writes nothing and tells the same", async () => {
  const text = "headline: An advisor\n";
  const { root, files } = await fix(text, true);
  expect(files).toMatchObject([
    { before: text, after: "headline: An adviser\n", findings: [{ fix: "planned" }] },
  ]);
  expect(readFileSync(path.join(root, FILE), "utf8")).toBe(text);
});

test("what is mended is clean the second time", async () => {
  const text = await fixed("headline: Fans of the UN say #MeToo\nbody: |\n  UN advisor\n");
  expect(text).toBe('headline: "Fans of the UN say #MeToo"\nbody: |\n  the UN adviser\n');
  expect(await fixed(text)).toBe(text);
});

test("a file that another program changed meanwhile is read again under the lock", async () => {
  const root = newsroomOf({ [FILE]: "headline: An advisor\n" }, STYLE);
  const desk = testDesk(root);
  const check = await articleChecker(desk);
  writeFileSync(path.join(root, FILE), "headline: The advisor\n");
  fixArticles(desk, [{ path: FILE }], { check, dryRun: false });
  expect(readFileSync(path.join(root, FILE), "utf8")).toBe("headline: The adviser\n");
});

test("a file that is gone is a failure beside the others, or nothing to mend", async () => {
  const root = newsroomOf({ [FILE]: "headline: An advisor\n" }, STYLE);
  const desk = testDesk(root);
  const { files } = fixArticles(desk, [{ path: "articles/gone.yaml" }, { path: FILE }], {
    check: await articleChecker(desk),
    dryRun: false,
  });
  expect(files.map(({ path, before, after }) => [path, before !== after])).toEqual([
    ["articles/gone.yaml", false],
    [FILE, true],
  ]);
});
