// Saved queries: put in where they are called, in other saved queries too.
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { readQuery, readQueryText } from "../../src/desk/find/read-query.ts";
import { newsroomOf } from "./site/site-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";

const SETTINGS = `stet: 1
queries:
  hot: "status:review"
  höt: "@hot OR -@cold"
  cold: "status:draft"
  a: "x @b"
  b: "(@c)"
  c: "-@a"
  bad: "words:abc"
  worse: "is:live OR @bad"
  empty: ""
  halves: "is:live ) OR ( is:draft"
  long: >-
    is:live OR
    words:abc
  self: "is:live -@self"
  lost: "is:live OR @nope"
  नमस्ते: "is:live"
`;

function canonical(text: string): string {
  const desk = testDesk(newsroomOf({}, SETTINGS), {});
  const whole = readQueryText(desk, text);
  expect(readQuery(desk, [text])).toEqual(whole);
  return whole.canonical;
}

test.each([
  ["@hot", "status:review"],
  ["@höt", "(status:review) OR -(status:draft)"],
  ["-@hot", "-(status:review)"],
  ["(@hot)", "status:review"],
  ['"see @hot now"', '"see @hot now"'],
  ["@hot.x", "@hot.x"],
  ["@नमस्ते", "is:live"],
])("%s is %s", (text, query) => expect(canonical(text)).toBe(query));

test("saved queries that call each other are refused, and named", () => {
  expect(wrongIn(() => canonical("@a"))).toEqual({
    message: "the saved queries come back to themselves: @a > @b > @c > @a, in the saved query @c",
    detail: '  8 |   c: "-@a"\n    |        ^',
    place: ["stet.yaml", 8, 8],
  });
});

/** Message, what is shown with its caret, and the place; of one that was thrown. */
function wrongIn(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    const { detail, where: { file, line, column } = {} } = error.details;
    return { message: error.message, detail, place: [file, line, column] };
  }
  return undefined;
}

test.each([
  [["@hot", "words:abc"], 'cannot read the number "abc"', "  @hot words:abc\n             ^", 12],
  [["@hot OR words:abc"], 'cannot read the number "abc"', "  @hot OR words:abc\n                ^", 15],
  [["@hot", "a OR words:abc"], 'cannot read the number "abc"', "  a OR words:abc\n             ^", 12],
  [["!(is:live"], "this parenthesis is never closed", "  -(is:live\n   ^", 2],
  [["x", "@nope"], 'stet.yaml has no saved query "nope"', "  x @nope\n    ^", 3],
])("what is wrong with %j is shown as it was typed", (words, message, detail, column) => {
  const desk = testDesk(newsroomOf({}, SETTINGS), {});
  const place = [undefined, undefined, column];
  expect(wrongIn(() => readQuery(desk, words))).toEqual({ message, detail, place });
  expect(wrongIn(() => readQueryText(desk, words.join(" ")))).toMatchObject({ message });
});

test.each([
  [
    ["@bad"],
    "bad",
    'cannot read the number "abc"',
    '  9 |   bad: "words:abc"\n    |               ^',
    [9, 15],
  ],
  [
    ["x", "-@worse"],
    "bad",
    'cannot read the number "abc"',
    '  9 |   bad: "words:abc"\n    |               ^',
    [9, 15],
  ],
  [
    ["@long", "x"],
    "long",
    'cannot read the number "abc"',
    " 15 |     words:abc\n    |           ^",
    [15, 11],
  ],
  [
    ["x", "@halves"],
    "halves",
    "this parenthesis was never opened",
    ' 12 |   halves: "is:live ) OR ( is:draft"\n    |                    ^',
    [12, 20],
  ],
  [
    ["x", "@self"],
    "self",
    "the saved queries come back to themselves: @self > @self",
    ' 16 |   self: "is:live -@self"\n    |                   ^',
    [16, 19],
  ],
  [
    ["@lost"],
    "lost",
    'stet.yaml has no saved query "nope"',
    ' 17 |   lost: "is:live OR @nope"\n    |                     ^',
    [17, 21],
  ],
])("what is wrong in a saved query that %j calls is shown in stet.yaml", (words, name, fault, detail, at) => {
  const desk = testDesk(newsroomOf({}, SETTINGS), {});
  const error = { message: `${fault}, in the saved query @${name}`, detail, place: ["stet.yaml", ...at] };
  expect(wrongIn(() => readQuery(desk, words))).toEqual(error);
  expect(wrongIn(() => readQueryText(desk, words.join(" ")))).toEqual(error);
});

test.each([["@empty"], ["x", "@empty"]])("an empty one is shown where it stands: %s", (...words) => {
  const desk = testDesk(newsroomOf({}, SETTINGS), {});
  expect(wrongIn(() => readQuery(desk, words))).toEqual({
    message: "the saved query @empty is empty",
    detail: ' 11 |   empty: ""\n    |          ^',
    place: ["stet.yaml", 11, 10],
  });
});

test("saved queries that call the next one twice each, and the next, are refused before they fill the memory", () => {
  const names = Array.from({ length: 40 }, (_, at) => `  q${at}: "@q${at + 1} OR @q${at + 1}"`);
  const desk = testDesk(newsroomOf({}, `stet: 1\nqueries:\n${names.join("\n")}\n  q40: "is:live"\n`), {});
  expect(readQuery(desk, ["@q38"]).canonical).toBe("((is:live) OR (is:live)) OR ((is:live) OR (is:live))");
  expect(wrongIn(() => readQuery(desk, ["@q0"]))).toMatchObject({
    message: expect.stringContaining("is too long"),
    place: ["stet.yaml", expect.any(Number), 8],
  });
});

test("saved queries are groups: more than fifty in each other are refused", () => {
  const names = Array.from({ length: 60 }, (_, at) => `  q${at}: "-@q${at + 1}"`);
  const desk = testDesk(newsroomOf({}, `stet: 1\nqueries:\n${names.join("\n")}\n  q60: "is:live"\n`), {});
  expect(readQuery(desk, ["@q20"]).node).toMatchObject({ kind: "not" });
  expect(() => readQuery(desk, ["@q0"])).toThrow("groups are nested more than 50 deep, in the saved query");
});
