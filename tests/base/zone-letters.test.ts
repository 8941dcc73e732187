// Each zone of the table against Intl, as long as Intl has the data of the table.
import { expect, test } from "vitest";
import { LETTERS, lettersOf } from "../../src/base/zone-letters.ts";
import { offsetAt } from "../../src/base/zone-offsets.ts";

const CLDR = "48.0";
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2040, 0, 1);
const ZONES = [...LETTERS.flatMap(({ zones }) => zones.trim().split(/\s+/)), "UTC"];

/** The English of the places that use letters, as CLDR keeps them. */
function englishOf(timezone: string): string {
  if (/^America\/|^Pacific\/Honolulu/.test(timezone)) return "en-US";
  if (timezone.startsWith("Australia/")) return "en-AU";
  if (timezone === "Pacific/Auckland") return "en-NZ";
  if (timezone.startsWith("Africa/")) return "en-ZA";
  return timezone === "Asia/Kolkata" ? "en-IN" : "en-GB";
}

/** What is said otherwise by the clocks of winter and summer in each year. */
function differences(timezone: string): string[] {
  const format = new Intl.DateTimeFormat(englishOf(timezone), { timeZone: timezone, timeZoneName: "short" });
  const different: string[] = [];
  for (let month = 0; month < 40 * 12; month += 6) {
    const epochMs = Date.UTC(2000, month, 15);
    const part = format.formatToParts(epochMs).find(({ type }) => type === "timeZoneName");
    const said = lettersOf(timezone, epochMs, offsetAt(epochMs, timezone));
    const byIntl = part?.value.replace(/^GMT(?=[+-])/, "UTC");
    if (said !== byIntl) different.push(`${timezone} ${2000 + month / 12}: ${said}, not ${byIntl}`);
  }
  return different;
}

test.skipIf(process.versions["cldr"] !== CLDR)(`zones have the letters of CLDR ${CLDR}`, () => {
  expect(ZONES.flatMap(differences)).toEqual([]);
});

test("a zone stands in one row", () => {
  expect(new Set(ZONES).size).toBe(ZONES.length);
});

test("what is not told by the offset alone is for Intl", () => {
  expect(lettersOf("Europe/Istanbul", FIRST, 0)).toBeUndefined();
  expect(lettersOf("Europe/Brussels", FIRST - 1, 3_600_000)).toBeUndefined();
  expect(lettersOf("Europe/Brussels", LAST, 3_600_000)).toBeUndefined();
  expect(lettersOf("", FIRST, 0)).toBeUndefined();
});
