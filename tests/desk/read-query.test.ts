// Saved queries: put in where they are called, in other saved queries too.
import { expect, test } from "vitest";
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
