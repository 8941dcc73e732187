import { expect, test } from "vitest";
import { rfc822 } from "../../src/formats/feed-date.ts";

test.each([
  ["2026-11-23T05:00:00Z", "Europe/Brussels", "Mon, 23 Nov 2026 06:00:00 +0100"],
  ["2026-11-22T23:30:00Z", "Europe/Brussels", "Mon, 23 Nov 2026 00:30:00 +0100"],
  ["2026-07-04T03:30:00Z", "America/New_York", "Fri, 03 Jul 2026 23:30:00 -0400"],
  ["2026-01-01T00:00:00Z", "UTC", "Thu, 01 Jan 2026 00:00:00 +0000"],
  ["2026-03-01T00:00:00Z", "Asia/Kolkata", "Sun, 01 Mar 2026 05:30:00 +0530"],
])("%s in %s", (instant, timezone, expected) => {
  expect(rfc822(Date.parse(instant), timezone)).toBe(expected);
});
