// A whole program: the offsets that the process's own clock tells of zones, and what TZ is afterwards. Intl is not there.
import { readFileSync } from "node:fs";
import { isTimezone, offsetAt, useZoneClock } from "../../src/base/zone-offsets.ts";
import { zoneClock } from "../../src/cli/zone-clock.ts";

const asked: readonly (readonly [timezone: string, instants: readonly number[]])[] = JSON.parse(
  readFileSync(0, "utf8"),
);
Reflect.deleteProperty(Intl, "DateTimeFormat");
useZoneClock(zoneClock);
const offsets = asked.map(([timezone, instants]) => instants.map((epochMs) => offsetAt(epochMs, timezone)));
const unknown = asked.filter(([timezone]) => !isTimezone(timezone));
const { TZ = null } = process.env;
process.stdout.write(JSON.stringify({ offsets, unknown, TZ, local: new Date(0).getHours() }));
