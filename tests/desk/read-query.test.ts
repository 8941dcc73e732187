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
])("%s is %s", (text, query) => expect(canonical(text)).toBe(query));

test("saved queries that call each other are refused, and named", () => {
  expect(() => canonical("@a")).toThrow("the saved queries come back to themselves: @a > @b > @c > @a");
});

/** Message, what is shown with its caret, and the column; of one that was thrown. */
function wrongIn(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return { message: error.message, detail: error.details.detail, column: error.details.where?.column };
  }
  return undefined;
}

test.each([
  [["@hot", "words:abc"], 'cannot read the number "abc"', "  @hot words:abc\n             ^", 12],
  [["@hot OR words:abc"], 'cannot read the number "abc"', "  @hot OR words:abc\n                ^", 15],
  [["@hot", "a OR words:abc"], 'cannot read the number "abc"', "  a OR words:abc\n             ^", 12],
  [["@bad"], 'cannot read the number "abc", in the saved query @bad', "  words:abc\n        ^", undefined],
  [
    ["x", "-@worse"],
    'cannot read the number "abc", in the saved query @bad',
    "  words:abc\n        ^",
    undefined,
  ],
  [["!(is:live"], "this parenthesis is never closed", "  -(is:live\n   ^", 2],
  [["@empty"], "the saved query @empty is empty", undefined, undefined],
])("what is wrong with %j is shown as it was typed", (words, message, detail, column) => {
  const desk = testDesk(newsroomOf({}, SETTINGS), {});
  expect(wrongIn(() => readQuery(desk, words))).toEqual({ message, detail, column });
  expect(wrongIn(() => readQueryText(desk, words.join(" ")))).toMatchObject({ message });
});
