// The zone a new newsroom has unless somebody says another: what TZ names, else what the machine is set to.
import process from "node:process";
import { isTimezone } from "../base/zone-offsets.ts";
import type { Io } from "./io.ts";

/**
 * A name of the zone data, UTC where the machine has none. TZ may also be a file's path, or rules without a name as
 * `ABC3`; a name that is none is given back as it is, so that it can be refused.
 */
export function machineZone(env: Io["env"]): string {
  const { TZ } = env;
  if (TZ === undefined) return knownZone() ?? "UTC";
  const named = TZ.replace(/^:?(?:.*\/zoneinfo\/)?/, "");
  if (named === "" || named === "UTC") return "UTC";
  const isPlace = /^[A-Za-z]+(?:\/[A-Za-z_+-]+)+$/.test(named);
  if (isPlace && isTimezone(named)) return named;
  return knownZone() ?? (isPlace ? named : zoneWithoutTz()) ?? "UTC";
}

/** As Intl tells it by TZ and the machine: it says undefined or Etc/Unknown where it knows no name. */
function knownZone(): string | undefined {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone !== undefined && isTimezone(zone) ? zone : undefined;
}

function zoneWithoutTz(): string | undefined {
  const before = process.env["TZ"];
  delete process.env["TZ"];
  try {
    return knownZone();
  } finally {
    if (before !== undefined) process.env["TZ"] = before;
  }
}
