// Documents for the differential test of the fast YAML reader: near the simple layout, on both sides of its edge.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc, { type Arbitrary } from "fast-check";
import { LIMITS } from "../../src/article/limits.ts";
import { printArticle, type ArticleFields } from "../../src/article/print-article.ts";
import { readSimpleYaml } from "../../src/article/yaml/read-simple-yaml.ts";
import { anyCharacter } from "../support/any-character.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The sample newsroom's articles and its stet.yaml, by their names. */
export function sampleTexts(): ReadonlyMap<string, string> {
  const articles = readdirSync(path.join(root, "articles"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => path.join("articles", name));
  const names = [...articles.sort(), "stet.yaml"];
  return new Map(names.map((name) => [name, readFileSync(path.join(root, name), "utf8")]));
}

/** The cells of a table written in rows. */
function cells(table: string): string[] {
  return table.split(/ ¦ |\n/).map((cell) => cell.trimStart());
}

const VALUES = [
  ...cells(String.raw`Li Wei ¦ a ¦ a b ¦ ab: c ¦ a:b ¦ a #b ¦ a#b ¦ a  # note ¦ https://x.example/#y ¦ é ü ¦ 日本 ¦ 😀 ¦ <<
    null ¦ ~ ¦ Null ¦ nULL ¦ true ¦ False ¦ TRUE ¦ tRUE ¦ yes ¦ no ¦ 0 ¦ -0 ¦ +1 ¦ 1_000 ¦ 007 ¦ 0o17 ¦ 0o8 ¦ 0xFF ¦ 0xg ¦ =
    1.0 ¦ 1. ¦ .5 ¦ -.5 ¦ 1e3 ¦ 1E+02 ¦ 1e ¦ .inf ¦ -.Inf ¦ +.INF ¦ -.nan ¦ .NaN ¦ .nAn ¦ 9007199254740993 ¦ 12:30 ¦ .a
    - a ¦ -a ¦ - ¦ -- ¦ --- ¦ --- a ¦ ... ¦ ... a ¦ ? ¦ ? a ¦ ?a ¦ : ¦ :a ¦ : a ¦ a: ¦ a : ¦ a : b ¦ %a ¦ @a ¦ *a ¦ &a b
    2026-11-23T06:00:00+01:00 ¦ 2026-11-23 ¦ !a b ¦ !!str 1 ¦ # ¦ # a ¦ 'a' ¦ '' ¦ 'it''s' ¦ 'a' # b ¦ 'a'# b ¦ 'a: b'
    'a ¦ 'a' b ¦ 'a': b ¦ "a" ¦ "" ¦ "a\n" ¦ "a\x41\u00e9" ¦ "\U0001F600" ¦ "\q" ¦ "\ ¦ "a\"b" ¦ "a\\" ¦ "a #b" ¦ "a": b
    | ¦ |- ¦ |+ ¦ |2 ¦ |2- ¦ |-2 ¦ |9 ¦ |0 ¦ | # a ¦ > ¦ >- ¦ >+ ¦ >2 ¦ [] ¦ [ ] ¦ [a] ¦ [a, b] ¦ [a,b] ¦ [ a , b ]
    [a, b] # c ¦ [a, b]# c ¦ [a,] ¦ [a, , b] ¦ [,] ¦ [a: b] ¦ ['a', "b"] ¦ ['a'b] ¦ [a #b] ¦ [[a], [b]] ¦ [a ¦ a] ¦ [a] b
    [-1, - 1] ¦ [{a: 1}, {b: 2}] ¦ [a]: b ¦ {} ¦ { } ¦ {a: b} ¦ {a: b, c: d} ¦ {a:b} ¦ {a: } ¦ {a: , b: c} ¦ {a, b}
    {a : b} ¦ {a: b, a: c} ¦ {"a": 1} ¦ {"a":1} ¦ {'a b': [1, {c: ~}]} ¦ {url: https://x.example/?a=b} ¦ {a: b: c} ¦ {a: b
    {a: b,} ¦ {? a: b} ¦ {a: {b: {c: {d: [e]}}}} ¦ {a: b} # c ¦ {a: 'x', b: "y"} ¦ {: a} ¦ {a: &b c} ¦ {a: *b} ¦ {a: b}: c`),
  "\u00A0",
  "a\u00A0",
  "a\u2028b",
  "x\u0085",
  "a\u2028",
  "a ",
  "a  ",
  "a\t",
  "\ta",
  "a\tb",
  "a # b\tc",
  '"a" ',
  "| ",
  "1".repeat(40),
  "`a",
];
const KEYS = cells(
  `a ¦ b ¦ c ¦ body ¦ a b ¦ x-y ¦ é ¦ 1984 ¦ null ¦ 'q' ¦ "q" ¦ a:b ¦ 'a ¦ << ¦  ¦ .. ¦ - a ¦ ... a ¦ body`,
);

type Random = (below: number) => number;

/** A small generator of its own: a document is one number, and the same one every time. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function oneOf(random: Random, choices: readonly string[]): string {
  return choices[random(choices.length)] ?? "";
}

/** Comments and empty lines, as people leave them between fields. */
function trivia(random: Random): string {
  if (random(3) > 0) return "";
  return oneOf(random, [
    "\n",
    "\n\n",
    "# a\n",
    "  # a\n",
    "    # a\n",
    "  \n",
    "\n# a\n",
    "\n  # a\n\n# b\n",
    "# a\n  # b\n",
  ]);
}

function block(random: Random, indent: number): string {
  const pad = " ".repeat(indent);
  const tame = ["a b", "c", "# d", "- e: f", "g\th", "  i"].map((line) => pad + line);
  const odd = [pad, `${pad} `, `${pad}\tj`, `${pad.slice(1)}k`];
  const lines = Array.from({ length: random(5) }, () =>
    oneOf(random, random(20) === 0 ? odd : [...tame, "", ""]),
  );
  return `${lines.join("\n")}${random(8) > 0 ? "\n" : ""}`;
}

/** Those that need no library, so that whole documents do not either. */
const TAME = VALUES.filter((written) => readSimpleYaml(`a: ${written}\nb: c\n`, LIMITS) !== undefined);

function value(random: Random, indent: number, depth: number): string {
  const kind = random(10);
  if (kind < 5)
    return ` ${oneOf(random, random(12) > 0 ? TAME : VALUES)}${oneOf(random, ["", "", "", "  # note", " "])}\n`;
  if (kind < 7) {
    const digit = random(5) === 0 ? 2 : undefined;
    const header = oneOf(random, ["|", "|", ">"]) + String(digit ?? "") + oneOf(random, ["", "-", "+"]);
    return ` ${header}\n${block(random, indent + (digit ?? 1 + random(4)))}`;
  }
  if (kind < 8 || depth > 3) return oneOf(random, ["\n", " \n", "  # empty\n", " # a\n\n", "\n\n"]);
  const isList = random(2) === 0;
  const deeper = indent + (isList ? random(4) : 1 + random(4));
  const rest = isList ? list(random, deeper, depth + 1) : map(random, deeper, depth + 1);
  return oneOf(random, ["\n", "\n", " # note\n"]) + trivia(random) + rest;
}

function list(random: Random, indent: number, depth: number): string {
  const pad = " ".repeat(indent);
  return Array.from({ length: 1 + random(3) }, () => {
    const gap = oneOf(random, ["", "", "", "  "]);
    const inner = map(random, indent + 2 + gap.length, depth + 1).slice(indent + 2 + gap.length);
    const item = random(3) === 0 ? ` ${gap}${inner}` : gap + value(random, indent, depth + 1);
    return `${pad}-${item}${trivia(random)}`;
  }).join("");
}

function map(random: Random, indent: number, depth: number): string {
  const pad = " ".repeat(indent);
  const isTame = random(10) > 0;
  return Array.from({ length: 1 + random(4) }, (_, index) => {
    const key = isTame ? `k${index}` : oneOf(random, KEYS);
    return `${pad}${key}:${value(random, indent, depth)}${trivia(random)}`;
  }).join("");
}

/** Documents of the simple layout, and some that leave it. */
export const grown: Arbitrary<string> = fc.nat(0x7fffffff).map((seed) => {
  const random = randomFrom(seed);
  return trivia(random) + map(random, 0, 0);
});

/** Lines at any indentation: mostly no YAML at all. */
export const scattered: Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "", "  ", "  ", "    ", " "),
      fc.constantFrom("a: ", "b:", "c:", "- ", "- d: ", "- - ", "# ", "", "e", "body: "),
      fc.oneof(fc.constantFrom(""), fc.constantFrom(...VALUES)),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));

const word = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: anyCharacter, maxLength: 8 }),
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join("\n"));
const own = fc.dictionary(word, fc.oneof(word, fc.double(), fc.boolean(), fc.array(word, { maxLength: 3 })), {
  maxKeys: 3,
});

/** What stet itself writes, over any article. */
export const printed: Arbitrary<string> = fc
  .record(
    {
      headline: word,
      tags: fc.array(word, { maxLength: 4 }),
      summary: text,
      authors: fc.array(fc.oneof(word, fc.record({ name: word, url: word })), { maxLength: 3 }),
      published: word,
      image: fc.record({ src: word, alt: word }),
      corrections: fc.array(fc.record({ at: word, text: word }), { maxLength: 2 }),
      notes: text,
      x: own,
      body: text,
    },
    { requiredKeys: ["headline"] },
  )
  .map((fields: ArticleFields) => printArticle(fields));

const PIECES = [
  ...Array.from("[]{},:?-#&*!|>'\"%@`~\n\t \r\\a1é\u00A0\u2028\u0085\uFEFF\u0000\uD800"),
  "  ",
  "\n\n",
  "\n  ",
  "\n    ",
  ": ",
  " #",
  "  # c",
  "- ",
  "\n- ",
  "---\n",
  "\n---\n",
  "\n...\n",
  "|2\n",
  "body: |\n",
  "a: b\n",
  "\n# c\n",
  "\n  # c\n",
  "<<: *a\n",
];

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  readonly swap: boolean;
}

function damage(source: string, { at, cut, put, swap }: Damage): string {
  const where = at % (source.length + 1);
  if (!swap) return source.slice(0, where) + put + source.slice(where + cut);
  const lines = source.split("\n");
  const line = at % lines.length;
  const [taken = ""] = lines.splice(line, 1);
  lines.splice((line + cut) % lines.length, 0, taken);
  return lines.join("\n");
}

/** The samples, their bodies cut short for most, with a few characters or lines put where they do not belong. */
export function damaged(samples: readonly string[]): Arbitrary<string> {
  const short = samples.map((sample) => sample.slice(0, sample.search(/^body:|(?![^])/m) + 150));
  const change = fc.record({
    at: fc.nat(20_000),
    cut: fc.nat(3),
    put: fc.oneof(fc.constant(""), fc.constantFrom(...PIECES), fc.constantFrom(...VALUES)),
    swap: fc.boolean(),
  });
  return fc
    .tuple(fc.constantFrom(...short, ...short, ...samples), fc.array(change, { maxLength: 3 }))
    .map(([sample, changes]) => changes.reduce(damage, sample));
}
