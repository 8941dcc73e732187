// Text in = text out: what stet writes reads back exactly, in stet and in another YAML reader (js-yaml).
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { editArticle, type FieldEdit } from "../../src/article/edit-article.ts";
import { fieldsOf, printArticle, type ArticleFields } from "../../src/article/print-article.ts";
import { articleOf, readArticle } from "./read-text.ts";
import { runs } from "../support/runs.ts";
import { anyCharacter } from "../support/any-character.ts";

fc.configureGlobal({ seed: 20_261_122 });

/** In the spirit of the Big List of Naughty Strings: what has broken other programs. */
const NAUGHTY = [
  "",
  " ",
  "  ",
  "\t",
  "undefined",
  "null",
  "NULL",
  "~",
  "true",
  "false",
  "yes",
  "no",
  "y",
  "n",
  "on",
  "off",
  "nil",
  "None",
  "NaN",
  "Infinity",
  "-Infinity",
  ".inf",
  ".nan",
  "0",
  "-0",
  "1",
  "1.0",
  "1e3",
  "1E+02",
  "0x1F",
  "0o17",
  "0b1",
  "017",
  "1_000",
  "1,000",
  "12:30:45",
  "190:20:30",
  "2025-01-01",
  "2025-01-01T00:00:00Z",
  "2001-12-14 21:59:43.10 -5",
  "=",
  "<<",
  "!!str",
  "!tag x",
  "&anchor",
  "*alias",
  "|",
  ">",
  "|-",
  ">+",
  "- a",
  "-",
  "--",
  "---",
  "--- a",
  "...",
  "? a",
  "?",
  ":",
  ": a",
  "a: b",
  "a:b",
  "a :b",
  "a:",
  "a #b",
  "#a",
  "# a",
  "a#b",
  "a # b",
  "%YAML 1.2",
  "%",
  "@a",
  "`a`",
  "'",
  "''",
  "'a'",
  '"',
  '""',
  '"a"',
  "it's",
  "\\",
  "\\n",
  "\\x41",
  "a\\",
  "[",
  "]",
  "[a]",
  "{",
  "}",
  "{a: b}",
  ",",
  ", a",
  "a, b",
  " a",
  "a ",
  "  a  b  ",
  "\ta",
  "a\t",
  "a\tb",
  "a\nb",
  "a\n",
  "\na",
  "\n",
  "\n\n",
  "\n\n\n",
  " \n",
  "\n ",
  "\n \n",
  "a\n ",
  "a\n \n",
  "a\n\n ",
  " \na",
  "  a\nb",
  "a\n  b",
  "a\n\nb\n\n",
  "a\n\n\n",
  "\ta\nb",
  "a\n\tb",
  "a \nb",
  "a\t\nb",
  "a\n---\nb",
  "a\n...\nb",
  "---\na",
  "...\na",
  "#\na",
  "a\n#b",
  "- a\n- b",
  "a: b\nc: d",
  "> a\n",
  "| a\n",
  "%a\nb",
  "a\r\nb",
  "a\rb",
  "\r",
  "\r\n",
  "a\u0085b",
  "a\u2028b",
  "a\u2029b\n",
  "\uFEFFa",
  "a\uFEFFb\nc",
  "\u0000",
  "\u0001",
  "\u0007",
  "\u0008",
  "\u000B",
  "\u000C",
  "\u001B[31m",
  "\u007F",
  "\u0080",
  "\u009F",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "\u200D",
  "\u202E",
  "\u2066a\u2069",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\uD800",
  "\uDC00a",
  "a\uD83D",
  "😀",
  "👩‍👩‍👧‍👦",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "\u{10FFFF}",
  "\u{E0041}",
  "e\u0301",
  "é",
  "ﬁ",
  "İ",
  "ß",
  "ſ",
  "مرحبا",
  "שלום",
  "می‌خواهم",
  "你好",
  "こんにちは",
  "हिन्दी",
  "ไทย",
  "Ω≈ç√∫",
  "‘’“”",
  "​",
  "‫test‫",
  "ЁЂЃЄ",
  "⁰⁴⁵",
  "田中さんにあげて下さい",
  "(｡◕ ∀ ◕｡)",
  "<script>alert(1)</script>",
  "<b>",
  "&amp;",
  "]]>",
  "<![CDATA[",
  "{{< x >}}",
  "{% x %}",
  "${x}",
  "$(id)",
  "`id`",
  "../../etc/passwd",
  "C:\\Windows",
  "'; DROP TABLE articles; --",
  "%s%n",
  "=1+1",
  "+1",
  "@SUM(A1)",
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "Fans say #MeToo",
  "C# news #1",
  "&Co wins",
  "!important ruling",
  "*bold* text",
  "Brexit: what now?",
  "50% off",
  "[EXCLUSIVE] x",
  "a".repeat(900),
  "a b ".repeat(200),
  "x\n".repeat(500),
  "\\u0041",
  '\\"',
  '"\\""',
  "a'b\"c",
  '{"a": 1}',
  "//",
  "/* */",
  "<!-- -->",
  "|2-\n  a",
  "  |",
  "a\n  |\nb",
  "key: |\n  text\n",
];

const character = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...Array.from(" \n\n\t:#-?[]{},&*!|>'\"%@`\\~=<.,;/+0123456789eExXoOaAbByYnNtT"),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\r",
      "\u0085",
      "\u2028",
      "\u2029",
      "\uFEFF",
      "\u0000",
      "\u000B",
      "\u007F",
      "\u00A0",
      "\u200B",
      "\uD800",
      "\uDFFF",
      "😀",
      "é",
      "日",
      "א",
      "\uFFFE",
      "\u{1F3F4}",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }) },
);
const text = fc.oneof(
  { weight: 8, arbitrary: fc.array(character, { maxLength: 24 }).map((characters) => characters.join("")) },
  { weight: 1, arbitrary: fc.constantFrom(...NAUGHTY) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 30 }) },
);
const line = text.map((words) => words.replaceAll("\n", " "));
const tag = line.filter((words) => words !== "");
const key = fc.oneof(fc.constantFrom("a", "b", "page", "1984", "yes", "a b", "x: y", "#", "__proto__"), tag);

const own = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("map"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  map: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));

/** As many strings as one article comfortably holds, so that 100,000 take seconds. */
const fields = fc.record({
  headline: line.filter((words) => words.trim() !== "" && words.trim() === words),
  kicker: tag,
  summary: text.filter((words) => words !== ""),
  notes: text.filter((words) => words !== ""),
  tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 8 }),
  related: fc.array(tag, { minLength: 12, maxLength: 20 }),
  translation_of: tag,
  authors: fc.array(fc.oneof(tag, fc.record({ name: tag, role: tag })), { minLength: 1, maxLength: 4 }),
  image: fc.record({ src: tag, alt: tag, caption: tag }),
  x: fc.dictionary(key, own.value, { minKeys: 1, maxKeys: 6, noNullPrototype: true }),
  body: text,
});

function stringsIn(value: unknown): number {
  if (typeof value === "string") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + stringsIn(inner), 0);
}

/** -0 and 0 are one number to most readers of YAML; only stet's own keeps them apart. */
const withoutNegativeZero = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      Object.is(inner, -0) ? 0 : typeof inner === "number" && !Number.isFinite(inner) ? String(inner) : inner,
    ),
  );

function checkFields(given: ArticleFields): void {
  const printed = printArticle(given);
  const { article, problems } = readArticle(printed);
  expect([printed, problems.filter(({ severity }) => severity === "error")]).toEqual([printed, []]);
  if (article === undefined) throw new Error(printed);
  const read = fieldsOf(article, { withNotes: true });
  const authors = given.authors?.map((author) => (typeof author === "string" ? { name: author } : author));
  expect(read).toEqual({
    slug: "file-name",
    language: "en-GB",
    kind: "news",
    status: "draft",
    ...given,
    authors,
    ...(given.body === "" ? { body: undefined } : {}),
  });
  const other = load(printed);
  expect(withoutNegativeZero(other)).toEqual(
    withoutNegativeZero({ ...given, ...(given.body === "" ? { body: "" } : {}) }),
  );
}

test("fifty thousand strings through a new file", () => {
  let strings = 0;
  fc.assert(
    fc.property(fields, (given) => {
      strings += stringsIn(given);
      checkFields(given);
    }),
    { numRuns: runs(1_500) },
  );
  expect(strings).toBeGreaterThan(50_000);
});

describe("naughty strings", () => {
  test.each(NAUGHTY.map((words, index) => [index, words] as const))("%i %j", (_, words) => {
    const oneLine = words.replaceAll("\n", " ");
    const given = {
      headline: oneLine.trim() === "" ? "h" : oneLine.trim(),
      ...(oneLine === "" ? {} : { kicker: oneLine, tags: [oneLine, "b"], authors: [{ name: oneLine }] }),
      ...(words === "" ? {} : { summary: words, notes: words }),
      x: { a: words, b: [words], [words.slice(0, 200)]: 1, ...(words === "a" ? { a: 1 } : {}) },
      body: words,
    };
    // The empty text is no key an article may have.
    if (words === "") Reflect.deleteProperty(given.x, "");
    checkFields(given);
  });
});

const FILE = [
  "# The file as its author left it",
  'headline: "Before"   # said twice',
  "kicker: 'Before'",
  "summary: Before",
  "notes: >-",
  "  Before",
  "tags: [before, after]",
  "image:",
  "  src: before.jpg",
  "  caption: |",
  "    Before",
  "x: {before: 1}",
  "body: |",
  "  Before.",
  "",
].join("\n");

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null
        ? Object.getOwnPropertyDescriptor(inner, key)?.value
        : undefined,
    value,
  );
}

/** Makes the edits and looks up what they set, in stet and in js-yaml. */
function checkEdits(file: string, edits: readonly FieldEdit[]): void {
  const edited = editArticle(file, edits);
  const ours = { ...articleOf(edited) };
  const theirs = load(edited);
  for (const edit of edits) {
    if (edit.kind !== "set") continue;
    expect([edited, valueAt(ours, edit.path)]).toEqual([edited, edit.value]);
    expect([edited, valueAt(theirs, edit.path)]).toEqual([edited, edit.value]);
  }
}

describe("through an edit of a file that is there", () => {
  const edits = fc.record({
    headline: line.filter((words) => words.trim() !== "" && words.trim() === words),
    kicker: tag,
    summary: text.filter((words) => words !== ""),
    notes: text.filter((words) => words !== ""),
    alt: tag,
    caption: tag,
    own: text,
    body: text,
  });
  const asEdits = ({ alt, caption, own: owned, ...top }: Readonly<Record<string, string>>): FieldEdit[] => [
    ...Object.entries(top).map(([name, value]) => ({ kind: "set" as const, path: [name] as const, value })),
    { kind: "set", path: ["image", "alt"], value: alt ?? "" },
    { kind: "set", path: ["image", "caption"], value: caption ?? "" },
    { kind: "set", path: ["x", "added"], value: owned ?? "" },
  ];

  test.each([
    ["as it is", FILE],
    ["with CRLF", FILE.replaceAll("\n", "\r\n")],
    ["without its last line break", FILE.trimEnd()],
  ])("%s", (_, file) => {
    fc.assert(
      fc.property(edits, (given) => checkEdits(file, asEdits(given))),
      { numRuns: runs(100) },
    );
  });

  test.each(NAUGHTY.filter((words) => words !== "").map((words, index) => [index, words] as const))(
    "%i %j",
    (_, words) => {
      const oneLine = words.replaceAll("\n", " ");
      const headline = oneLine.trim() === "" ? "h" : oneLine.trim();
      checkEdits(
        FILE,
        asEdits({
          headline,
          kicker: oneLine,
          summary: words,
          notes: words,
          alt: oneLine,
          caption: oneLine,
          own: words,
          body: words,
        }),
      );
    },
  );
});
