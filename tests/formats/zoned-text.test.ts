import { expect, test } from "vitest";
import { zonedText } from "../../src/formats/zoned-text.ts";

const epochMs = Date.parse("2026-11-23T06:00:00+01:00");

test.each([
  ["2026-11-23T06:00:00+01:00", "2026-11-23T06:00:00+01:00"],
  ["2026-11-23T05:00:00.5Z", "2026-11-23T05:00:00.5Z"],
  ["2026-11-23T06:00", "2026-11-23T06:00:00+01:00"],
  ["2026-11-23 06:00:00+01:00", "2026-11-23T06:00:00+01:00"],
])("%s is written %s", (written, expected) => {
  expect(zonedText({ written, epochMs }, "Europe/Brussels")).toBe(expected);
});

test("no instant is no text", () => {
  expect(zonedText(undefined, "Europe/Brussels")).toBe("");
});
