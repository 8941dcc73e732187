// Offsets from the process's own clock against those of Intl: in a process of its own, because TZ is a worker's to copy only.
import { spawnSync } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import { build } from "rolldown";
import { Temporal } from "temporal-polyfill";
import { afterEach, expect, test } from "vitest";
import { isTimezone, offsetAt, useZoneClock } from "../../src/base/zone-offsets.ts";

/** Of a few places, in Antarctica and the Arctic, nothing is known of 1800: those are left to Intl. */
const PLACES = Intl.supportedValuesOf("timeZone").filter(
  (name) => /^(?!Etc)\w+\//.test(name) && offsetAt(Date.UTC(1800, 0, 1), name) !== 0,
);
/** Zones that changed their clocks twice within days, by a whole day, by half an hour, by seconds. */
const ODD = [
  "America/Recife",
  "Africa/Tunis",
  "Asia/Gaza",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Asia/Manila",
  "Australia/Lord_Howe",
  "Africa/Monrovia",
  "Europe/Amsterdam",
  "Asia/Pyongyang",
];

const anywhere = fc.integer({ min: Date.UTC(1801, 0, 1), max: Date.UTC(2199, 0, 1) });
const lately = fc.integer({ min: Date.UTC(1915, 0, 1), max: Date.UTC(2055, 0, 1) });

/** The seconds before and after the next change of the clock, too. */
function aroundChange(timezone: string, epochMs: number): number[] {
  const change = Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timezone)
    .getTimeZoneTransition("next");
  const at = change?.epochMilliseconds ?? epochMs;
  return [epochMs, at - 3_600_000, at - 1000, at, at + 1000, at + 3_600_000];
}

/** Days in a row, over which two changes may lie. */
const DAYS = ["2000-10-05", "1943-04-14", "2054-03-24", "2011-12-28"].flatMap((day) =>
  Array.from({ length: 21 * 4 }, (_, quarter) => Date.parse(day) + quarter * 21_600_000),
);

const [some = []] = fc.sample(fc.subarray(PLACES, { minLength: 30, maxLength: 30 }), 1);
const asked = [...ODD, ...some].map((timezone): [string, number[]] => {
  const instants = [...fc.sample(anywhere, 4), ...fc.sample(lately, 12)];
  return [timezone, [...instants.flatMap((epochMs) => aroundChange(timezone, epochMs)), ...DAYS]];
});

const { output } = await build({
  input: path.join(import.meta.dirname, "tell-offsets.ts"),
  write: false,
  platform: "node",
  output: { format: "cjs" },
});

afterEach(() => useZoneClock(undefined));

test.each([{ TZ: "UTC" }, { TZ: "Asia/Tokyo" }])("as Intl tells them, and TZ stays %j", (env) => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", output[0].code], {
    env,
    input: JSON.stringify(asked),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    offsets: asked.map(([timezone, instants]) => instants.map((epochMs) => offsetAt(epochMs, timezone))),
    unknown: [],
    TZ: env.TZ,
    local: env.TZ === "UTC" ? 0 : 9,
  });
});

test("a clock that does not follow the zone is not believed", () => {
  useZoneClock((_, ask) => ask((wallMs) => wallMs + 1_050_000));
  expect(offsetAt(0, "Europe/Brussels")).toBe(3_600_000);
  expect(isTimezone("Europe/Bruxelles")).toBe(false);
  // As it is where the system has a file for the name, and V8's own data does not: one offset for all time.
  useZoneClock((timezone, ask) => ask((wallMs) => wallMs + (timezone === "UTC" ? 0 : 18_000_000)));
  expect(offsetAt(Date.UTC(2026, 6, 1), "America/New_york")).toBe(-14_400_000);
  expect(isTimezone("Europe/Foo")).toBe(false);
  expect(isTimezone("ABC3")).toBe(false);
  expect(isTimezone("posix/Europe/Brussels")).toBe(false);
});
