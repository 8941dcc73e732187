import { expect, test } from "vitest";
import { askedRange } from "../../src/query/asked-range.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import { CONTEXT } from "./context.ts";

const ms = (text: string): number => Date.parse(text);
const asked = (query: string): unknown => askedRange(parseQueryText(query, CONTEXT).node, "published");

test.each([
  ["published:2026", { from: ms("2026-01-01T00:00+01:00"), to: ms("2027-01-01T00:00+01:00") }],
  ["section:sport published:2026-10..", { from: ms("2026-10-01T00:00+02:00") }],
  [
    "published:..2026 published:2025..",
    { from: ms("2025-01-01T00:00+01:00"), to: ms("2027-01-01T00:00+01:00") },
  ],
  [
    "published:2026 (published:2026-02..2026-03 tag:eu)",
    { from: ms("2026-02-01T00:00+01:00"), to: ms("2026-04-01T00:00+02:00") },
  ],
  ["created:2026", {}],
  ["published:2026 OR published:2020", {}],
  ["-published:2026", {}],
])("%s", (query, range) => {
  expect(asked(query)).toEqual(range);
});
