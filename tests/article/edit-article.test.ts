// Machine edits touch only what changed: exact results, and every layout of edit-layouts.ts against every edit.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editArticle } from "../../src/article/edit-article.ts";
import {
  contentOf,
  meantBy,
  sameContent,
  type Content,
  type EditValue,
  type FieldEdit,
  type FieldPath,
} from "../../src/article/field-edit.ts";
import { LIMITS } from "../../src/article/limits.ts";
import { readYaml } from "../../src/article/yaml/read-yaml.ts";
import { StetError } from "../../src/base/stet-error.ts";
import { LAYOUTS } from "./edit-layouts.ts";
import { readArticle } from "./read-text.ts";
import { runs } from "../support/runs.ts";

fc.configureGlobal({ seed: 20_261_122 });

function pathOf(dotted: string): FieldPath {
  const [first = "", ...rest] = dotted.split(".");
  return [first, ...rest];
}
const set = (path: string, value: unknown): FieldEdit => ({
  kind: "set",
  path: pathOf(path),
  value: asEditValue(value),
});
function asEditValue(value: unknown): EditValue {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) return { ...value };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
const clear = (path: string): FieldEdit => ({ kind: "clear", path: pathOf(path) });
const add = (path: string, item: string): FieldEdit => ({ kind: "add", path: pathOf(path), item });
const remove = (path: string, item: string): FieldEdit => ({ kind: "remove", path: pathOf(path), item });

describe("exactly these bytes", () => {
  test.each<[string, string, FieldEdit, string]>([
    ["a plain text", "headline: a\nkicker: b\n", set("headline", "c d"), "headline: c d\nkicker: b\n"],
    ["text that needs quotes", "headline: a\n", set("headline", "c: d"), 'headline: "c: d"\n'],
    ["in single quotes", "headline: 'a'\n", set("headline", "it's"), "headline: 'it''s'\n"],
    ["in double quotes", 'headline: "a"\n', set("headline", "b"), 'headline: "b"\n'],
    ["a comment stays", "headline: a  # why\n", set("headline", "b"), "headline: b  # why\n"],
    ["a cramped comment stays one", 'headline: "a" # why\n', set("headline", "b"), 'headline: "b" # why\n'],
    [
      "an instant stays plain",
      "headline: a\nupdated: 2026-01-01 # c\n",
      set("updated", "2026-11-23T08:15:00+01:00"),
      "headline: a\nupdated: 2026-11-23T08:15:00+01:00 # c\n",
    ],
    [
      "a new instant",
      "headline: a\nbody: b\n",
      set("updated", "2026-11-23T08:15:00+01:00"),
      "headline: a\nupdated: 2026-11-23T08:15:00+01:00\nbody: b\n",
    ],
    [
      "a text that looks like an instant",
      "headline: a\n",
      set("headline", "2026-11-23"),
      'headline: "2026-11-23"\n',
    ],
    ["a number outside x is text", "headline: a\n", set("headline", 1984), 'headline: "1984"\n'],
    [
      "behind an empty key",
      "headline: a\nkicker:   # none yet\nbody: b\n",
      set("kicker", "k"),
      "headline: a\nkicker: k   # none yet\nbody: b\n",
    ],
    [
      "behind an empty key, cramped",
      "headline: a\nkicker: # none\n",
      set("kicker", "k"),
      'headline: a\nkicker: "k" # none\n',
    ],
    [
      "a new key in the contract's order",
      "headline: a\nbody: b\n",
      set("tags", ["x", "y z"]),
      "headline: a\ntags: [x, y z]\nbody: b\n",
    ],
    [
      "a new first key",
      "headline: a\n",
      set("id", "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11"),
      "id: 01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11\nheadline: a\n",
    ],
    ["a new first key behind a mark", "\uFEFFheadline: a\n", set("id", "x"), "\uFEFFid: x\nheadline: a\n"],
    [
      "a new key behind a block",
      "summary: |\n  s\n\nbody: b\n",
      set("headline", "h"),
      "headline: h\nsummary: |\n  s\n\nbody: b\n",
    ],
    [
      "a new key between blocks",
      "summary: |\n  s\nbody: |\n  b\n",
      set("notes", "n\nm\n"),
      "summary: |\n  s\nnotes: |\n  n\n  m\nbody: |\n  b\n",
    ],
    ["a new key without a final break", "headline: a", set("kicker", "k"), "headline: a\nkicker: k"],
    [
      "a new key with CRLF",
      "headline: a\r\nbody: b\r\n",
      set("notes", "n\nm\n"),
      "headline: a\r\nnotes: |\r\n  n\r\n  m\r\nbody: b\r\n",
    ],
    ["a new key in a flow map", "{headline: a}", set("kicker", "k, l"), '{headline: a, kicker: "k, l"}'],
    [
      "a new key indented",
      "  headline: a\n",
      set("body", "b\nc\n"),
      "  headline: a\n  body: |\n    b\n    c\n",
    ],
    [
      "an unknown new key goes before the body",
      "headline: a\nbody: b\n",
      set("printer", "p"),
      "headline: a\nprinter: p\nbody: b\n",
    ],
    [
      "a body",
      "headline: a\nbody: |\n  b\ntags: [c]\n",
      set("body", "d\n\ne\n"),
      "headline: a\nbody: |\n  d\n\n  e\ntags: [c]\n",
    ],
    [
      "a body without a last break",
      "headline: a\nbody: |\n  b\n",
      set("body", "d\ne"),
      "headline: a\nbody: |-\n  d\n  e\n",
    ],
    [
      "a body that begins with blanks",
      "headline: a\nbody: |\n  b\n",
      set("body", "  d\ne\n"),
      "headline: a\nbody: |2\n    d\n  e\n",
    ],
    [
      "a caption over lines",
      "headline: a\nimage:\n  src: s\n  caption: |\n    b\n",
      set("image.caption", "c\nd\n"),
      "headline: a\nimage:\n  src: s\n  caption: |\n    c\n    d\n",
    ],
    [
      "a key inside a map",
      "headline: a\nimage:\n  src: s\n",
      set("image.alt", "t"),
      "headline: a\nimage:\n  src: s\n  alt: t\n",
    ],
    [
      "a key inside a flow map",
      "headline: a\nimage: {src: s}\n",
      set("image.alt", "t"),
      "headline: a\nimage: {src: s, alt: t}\n",
    ],
    ["a map that is not there", "headline: a\n", set("image.src", "s"), "headline: a\nimage: {src: s}\n"],
    ["x has types", "headline: a\nx: {page: 3}\n", set("x.page", 4), "headline: a\nx: {page: 4}\n"],
    ["x keeps text text", "headline: a\nx: {page: 3}\n", set("x.page", "4"), 'headline: a\nx: {page: "4"}\n'],
    [
      "a list in its lines",
      "tags:\n  # c\n  - a\n  - b\nheadline: h\n",
      set("tags", ["c", "d"]),
      "tags:\n  # c\n  - c\n  - d\nheadline: h\n",
    ],
    [
      "a list of which one stays",
      "tags:\n  - a  # c\n  - b\nheadline: h\n",
      set("tags", ["a", "d"]),
      "tags:\n  - a  # c\n  - d\nheadline: h\n",
    ],
    [
      "a correction more",
      "headline: a\ncorrections:\n  - {at: 2026-01-01, text: One.}  # c\n",
      set("corrections", [
        { at: "2026-01-01", text: "One." },
        { at: "2026-01-02", text: "Two." },
      ]),
      "headline: a\ncorrections:\n  - {at: 2026-01-01, text: One.}  # c\n  - {at: 2026-01-02, text: Two.}\n",
    ],
    ["clearing a line", "headline: a\nkicker: b\ntags: [c]\n", clear("kicker"), "headline: a\ntags: [c]\n"],
    [
      "clearing a block",
      "headline: a\nsummary: |\n  b\n\n  c\ntags: [c]\n",
      clear("summary"),
      "headline: a\ntags: [c]\n",
    ],
    ["clearing the last line", "headline: a\nkicker: b", clear("kicker"), "headline: a"],
    [
      "clearing the first line behind a mark",
      "\uFEFFkicker: b\nheadline: a\n",
      clear("kicker"),
      "\uFEFFheadline: a\n",
    ],
    [
      "clearing in a flow map",
      "{headline: a, kicker: b, tags: [c]}",
      clear("kicker"),
      "{headline: a, tags: [c]}",
    ],
    ["clearing at the end of a flow map", "{headline: a, kicker: b}", clear("kicker"), "{headline: a}"],
    [
      "clearing inside a map",
      "headline: a\nimage:\n  src: s\n  alt: t\n",
      clear("image.alt"),
      "headline: a\nimage:\n  src: s\n",
    ],
    [
      "clearing all of a map",
      "headline: a\nimage:\n  alt: t\nbody: b\n",
      clear("image.alt"),
      "headline: a\nbody: b\n",
    ],
    ["clearing what is not there", "headline: a\n", clear("image.alt"), "headline: a\n"],
    [
      "adding to a flow list",
      "headline: a\ntags: [b]\n",
      add("tags", "c, d"),
      'headline: a\ntags: [b, "c, d"]\n',
    ],
    ["adding to an empty list", "headline: a\ntags: []\n", add("tags", "b"), "headline: a\ntags: [b]\n"],
    [
      "adding to lines",
      "tags:\n- a  # c\n# d\nheadline: h\n",
      add("tags", "b"),
      "tags:\n- a  # c\n- b\n# d\nheadline: h\n",
    ],
    [
      "adding to a key without a value",
      "headline: a\ntags:\nbody: b\n",
      add("tags", "c"),
      "headline: a\ntags: [c]\nbody: b\n",
    ],
    ["adding a first tag", "headline: a\nbody: b\n", add("tags", "c"), "headline: a\ntags: [c]\nbody: b\n"],
    ["adding what is there", "headline: a\ntags: [ b ]\n", add("tags", "b"), "headline: a\ntags: [ b ]\n"],
    [
      "adding an author behind maps",
      "headline: a\nauthors:\n  - name: J\n    role: R\nbody: b\n",
      add("authors", "Li"),
      "headline: a\nauthors:\n  - name: J\n    role: R\n  - Li\nbody: b\n",
    ],
    [
      "adding an author who is there as a map",
      "headline: a\nauthors: [{name: Li}]\n",
      add("authors", "Li"),
      "headline: a\nauthors: [{name: Li}]\n",
    ],
    [
      "removing from a flow list",
      "headline: a\ntags: [b, c, d]\n",
      remove("tags", "c"),
      "headline: a\ntags: [b, d]\n",
    ],
    [
      "removing the last of a flow list",
      "headline: a\ntags: [b, c]\n",
      remove("tags", "c"),
      "headline: a\ntags: [b]\n",
    ],
    [
      "removing from a flow list over lines",
      "headline: a\ntags: [\n  b,\n  c,\n]\n",
      remove("tags", "c"),
      "headline: a\ntags: [\n  b,\n]\n",
    ],
    [
      "removing the first of a flow list over lines",
      "headline: a\ntags: [\n  b,\n  c,\n]\n",
      remove("tags", "b"),
      "headline: a\ntags: [\n  c,\n]\n",
    ],
    [
      "removing from lines",
      "tags:\n  - a\n  # about b\n  - b  # c\n  - d\nheadline: h\n",
      remove("tags", "b"),
      "tags:\n  - a\n  # about b\n  - d\nheadline: h\n",
    ],
    [
      "removing the only one",
      "headline: a\ntags:\n  - b\nbody: c\n",
      remove("tags", "b"),
      "headline: a\nbody: c\n",
    ],
    [
      "removing what is not there",
      "headline: a\ntags: [ b ]\n",
      remove("tags", "c"),
      "headline: a\ntags: [ b ]\n",
    ],
    [
      "removing an author written as a map",
      "headline: a\nauthors:\n  - Li\n  - name: J\n    role: R\nbody: b\n",
      remove("authors", "J"),
      "headline: a\nauthors:\n  - Li\nbody: b\n",
    ],
  ])("%s", (_, text, edit, edited) => {
    expect(editArticle(text, [edit])).toBe(edited);
  });

  test("edits are made in turn", () => {
    expect(editArticle("headline: a\n", [set("kicker", "k"), add("tags", "t"), clear("kicker")])).toBe(
      "headline: a\ntags: [t]\n",
    );
  });
});

describe("refused, with a StetError", () => {
  const shared = "cannot be changed by itself: another field shares it, or it is laid out unusually";
  test.each<[string, string, FieldEdit, string]>([
    ["an anchored value", "headline: &h a\nkicker: *h\n", set("headline", "b"), `headline ${shared}`],
    ["an anchored value cleared", "headline: &h a\nkicker: *h\n", clear("headline"), `headline ${shared}`],
    ["an anchored list", "headline: a\ntags: &t [b]\nrelated: *t\n", add("tags", "c"), `tags ${shared}`],
    [
      "a key inside an alias",
      "headline: a\nx: {i: &i {src: s}}\nimage: *i\n",
      set("image.alt", "t"),
      `image.alt ${shared}`,
    ],
    ["adding to what is no list", "headline: a\ntags: b\n", add("tags", "c"), `tags ${shared}`],
    ["clearing the only key", "headline: a\n", clear("headline"), `headline ${shared}`],
    ["a file that is no mapping", "- a\n", set("headline", "b"), "the file cannot be read as an article"],
    [
      "a file with an error",
      "headline: a: b\n",
      set("headline", "b"),
      "the file cannot be read as an article",
    ],
    [
      "a key twice",
      "headline: a\nheadline: b\n",
      set("headline", "c"),
      "the file cannot be read as an article",
    ],
    [
      "two documents",
      "headline: a\n---\nheadline: b\n",
      set("headline", "c"),
      "the file cannot be read as an article",
    ],
    ["an empty file", "", set("headline", "c"), "the file cannot be read as an article"],
  ])("%s", (_, text, edit, message) => {
    expect(() => editArticle(text, [edit])).toThrow(StetError);
    expect(() => editArticle(text, [edit])).toThrow(message);
  });
});

function contentIn(text: string): Content {
  const { root, findings } = readYaml(text, LIMITS);
  if (root?.kind !== "map" || findings.length > 0) throw new Error(`not readable: ${text}`);
  return contentOf(root);
}

/** The edited text, or undefined where the edit is refused; anything else but a StetError is a failure. */
function tryEdit(text: string, edit: FieldEdit): string | undefined {
  try {
    return editArticle(text, [edit]);
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}

/** The lines an edit took out and put in, once the same lines at both ends are gone. */
function changedLines(
  before: string,
  after: string,
): { readonly out: readonly string[]; readonly into: readonly string[] } {
  const linesIn = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const old = linesIn(before);
  const now = linesIn(after);
  while (old.length > 0 && now.length > 0 && old[0] === now[0]) {
    old.shift();
    now.shift();
  }
  while (old.length > 0 && now.length > 0 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  return { out: old, into: now };
}

/** The lines of a file that hold the field's own value, and so may go with it. */
function linesOf(text: string, field: string): ReadonlySet<string> {
  const { root } = readYaml(text, LIMITS);
  if (root?.kind !== "map") return new Set();
  const lines = text.split("\n").map((line) => line.replace(/^\uFEFF|\r$/g, ""));
  if (root.isFlow) return new Set(lines);
  const entry = root.entries.find(({ key }) => key === field);
  if (entry === undefined) return new Set();
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length - 1;
  return new Set(lines.slice(lineAt(entry.keyStart), lineAt(Math.max(entry.value.end, entry.keyEnd)) + 1));
}

/** Returns the text after the edit; undefined where it is refused. */
function checkEdit(text: string, edit: FieldEdit): string | undefined {
  const edited = tryEdit(text, edit);
  if (edited === undefined) return undefined;
  const content = contentIn(text);
  const meant = meantBy(content, edit);
  expect([edited, sameContent(contentIn(edited), meant)]).toEqual([edited, true]);
  if (sameContent(content, meant)) expect(edited).toBe(text);
  const own = linesOf(text, edit.path[0]);
  const { out } = changedLines(text, edited);
  expect([edited, out.filter((line) => !own.has(line) && line.trim() !== "")]).toEqual([edited, []]);
  expect(edited.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
  const isCrlf = !/(?<!\r)\n/.test(text) && text.includes("\r\n");
  if (isCrlf) expect(edited).not.toMatch(/(?<!\r)\n/);
  if (!text.includes("\r")) expect(edited).not.toContain("\r");
  for (const comment of text
    .split("\n")
    .filter((line) => line.trimStart().startsWith("#") && !own.has(line.replace(/\r$/, "")))) {
    expect(edited).toContain(comment);
  }
  return edited;
}

const EDITS: readonly FieldEdit[] = [
  set("headline", "After"),
  set("headline", "After: #1 'and' \"more\""),
  set("kicker", "k"),
  set("summary", "One.\nTwo.\n"),
  set("summary", "short"),
  set("tags", ["b", "c"]),
  set("tags", ["a", "c d"]),
  set("tags", []),
  set("body", "New.\n\nText.\n"),
  set("body", ""),
  set("body", "No break"),
  set("image.alt", "An alt: yes"),
  set("image.src", "new.jpg"),
  set("x.page", 4),
  set("x.deep.deeper", [1, 2]),
  set("updated", "2026-11-23T08:15:00+01:00"),
  set("status", "review"),
  set("id", "x"),
  set("authors", ["Jane", { name: "New", role: "r" }]),
  set("notes", "a\n\n"),
  set("printer", "p"),
  clear("headline"),
  clear("kicker"),
  clear("tags"),
  clear("summary"),
  clear("body"),
  clear("image.alt"),
  clear("x"),
  clear("x.page"),
  clear("notes"),
  add("tags", "c"),
  add("tags", "a"),
  add("tags", "d: e"),
  add("authors", "New"),
  add("related", "r"),
  add("former_slugs", "old"),
  remove("tags", "a"),
  remove("tags", "b"),
  remove("tags", "none"),
  remove("authors", "Li"),
  remove("authors", "Kwame"),
  remove("related", "r"),
];

describe.each(Object.entries(LAYOUTS))("%s", (_, text) => {
  test("is read, and an edit that changes nothing changes no byte", () => {
    const { article, problems } = readArticle(text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(article?.headline).toBe("Before");
    expect(editArticle(text, [])).toBe(text);
    expect(editArticle(text, [set("headline", contentIn(text)["headline"])])).toBe(text);
    expect(
      editArticle(text, [
        set("tags", contentIn(text)["tags"] ?? ["none"]),
        ...("tags" in contentIn(text) ? [] : [clear("tags")]),
      ]),
    ).toBe(text);
    for (const [key, value] of Object.entries(contentIn(text)))
      expect(editArticle(text, [set(key, value)])).toBe(text);
  });

  test.each(EDITS.map((edit) => [JSON.stringify(edit), edit] as const))("%s", (_name, edit) => {
    checkEdit(text, edit);
  });
});

test("what is refused: the last key of a file, shared anchors, a list behind an explicit key", () => {
  const refused = Object.entries(LAYOUTS).flatMap(([name, text]) =>
    EDITS.filter((edit) => tryEdit(text, edit) === undefined).map(
      (edit) => `${name}: ${edit.kind} ${edit.path.join(".")}`,
    ),
  );
  expect(refused).toEqual([
    "the least: clear headline",
    "no final line break: clear headline",
    "a document end and a comment: clear headline",
    "an explicit key among others: set tags",
    "an explicit key among others: set tags",
    "an explicit key among others: remove tags",
    "an anchor in a list: set tags",
    "an anchor in a list: set tags",
    "an anchor in a list: clear tags",
    "an anchor in a list: remove tags",
    "an anchor on a list: set tags",
    "an anchor on a list: set tags",
    "an anchor on a list: set tags",
    "an anchor on a list: clear tags",
    "an anchor on a list: add tags",
    "an anchor on a list: add tags",
    "an anchor on a list: add related",
    "an anchor on a list: remove tags",
    "an anchor on a list: remove tags",
    "an anchored headline: set headline",
    "an anchored headline: set headline",
    "an anchored headline: clear headline",
    "an alias for a headline: clear x",
  ]);
});

describe("any layout, any edits", () => {
  const words = fc.constantFrom("a", "b", "A b", "1984", "yes", "x: y", "#1", "it's", '"', "- z", "ü", "");
  const styles: readonly ((text: string) => string)[] = [
    (text) => JSON.stringify(text),
    (text) => `'${text.replaceAll("'", "''")}'`,
    (text) => (/^[A-Za-zü][\w ü]*$/.test(text) ? text : JSON.stringify(text)),
    (text) => (text === "" ? '""' : `|-\n      ${text}`),
    (text) => (text === "" ? '""' : `>-\n\n      ${text}`),
    (text) => (text === "" ? '""' : `\n      ${JSON.stringify(text)}`),
  ];
  const scalar = fc.tuple(words, fc.constantFrom(...styles)).map(([text, style]) => style(text));
  const flowScalar = fc
    .tuple(words, fc.constantFrom(...styles.slice(0, 3)))
    .map(([text, style]) => style(text));
  const comment = fc.constantFrom("", "", "  # c", "  ");
  const between = fc.constantFrom("", "", "\n", "# c\n", "  # indented\n", "\n\n# d\n\n");
  const entry = (name: string): fc.Arbitrary<string> =>
    fc
      .tuple(scalar, comment, between)
      .map(
        ([value, end, after]) =>
          `${name}: ${value}${value.includes("\n") && !value.endsWith('"') ? "" : end}\n${after}`,
      );
  const flowList = fc
    .tuple(fc.array(flowScalar, { maxLength: 4 }), fc.constantFrom(", ", ",", " ,\n    "))
    .map(([items, comma]) => `tags: [${items.join(comma)}]\n`);
  const lineList = fc
    .tuple(
      fc.array(fc.tuple(flowScalar, comment, fc.constantFrom("", "", "  # c\n", "\n")), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.constantFrom("- ", "  - ", "    -   "),
    )
    .map(
      ([items, dash]) =>
        `tags:\n${items.map(([item, end, after]) => `${dash}${item}${end}\n${after}`).join("")}`,
    );
  const image = fc
    .tuple(scalar, flowScalar, fc.boolean())
    .map(([alt, src, isFlow]) =>
      isFlow ? `image: {src: ${src}}\n` : `image:\n  alt: ${alt}\n  # c\n  src: ${src}\n`,
    );
  const body = fc.constantFrom(
    "body: |\n  Text.\n\n  More.\n",
    "body: >\n  Text.\n",
    "body: Text\n",
    "body: |+\n  Text.\n\n\n",
    "",
  );
  const file = fc
    .tuple(
      fc
        .shuffledSubarray(["headline", "kicker", "summary", "notes"], { minLength: 1 })
        .chain((names) => fc.tuple(...names.map(entry))),
      fc.oneof(flowList, lineList, fc.constant("")),
      image,
      body,
      fc.nat(5),
    )
    .map(([fields, tags, picture, text, shape]) => {
      const parts = shape % 2 === 0 ? [...fields, tags, picture, text] : [text, picture, ...fields, tags];
      const whole = parts.join("");
      if (shape === 2) return `\uFEFF${whole}`;
      if (shape === 3) return whole.replaceAll("\n", "\r\n");
      return shape === 4 ? whole.trimEnd() : whole;
    });
  const value = fc.oneof(words, fc.constantFrom("One.\nTwo.\n", "  a\nb", "a\n\n", "\n"));
  const edit = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          "headline",
          "kicker",
          "summary",
          "notes",
          "body",
          "image.alt",
          "image.caption",
          "x.a",
          "status",
        ),
        value,
      )
      .map(([path, text]) => set(path, text)),
    fc.constantFrom("kicker", "summary", "notes", "tags", "image", "image.alt", "body").map(clear),
    words.filter((text) => text !== "").map((item) => add("tags", item)),
    words.map((item) => remove("tags", item)),
    fc.array(words, { maxLength: 4 }).map((items) => set("tags", items)),
  );

  test("either refused, or as meant with every other line as it was", () => {
    let made = 0;
    fc.assert(
      fc.property(file, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let current = text;
        for (const each of edits) {
          const next = checkEdit(current, each);
          if (next !== undefined) made++;
          current = next ?? current;
        }
      }),
      { numRuns: runs(500) },
    );
    expect(made).toBeGreaterThan(800);
  });
});
