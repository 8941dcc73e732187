// Instants as RSS and OPML want them: RFC 822 with a four-digit year, in the newsroom's own offset.
import { writeInstant } from "../base/zone.ts";

/** `Mon, 23 Nov 2026 06:00:00 +0100`: English names whatever the language, as the specification has it. */
export function rfc822(epochMs: number, timezone: string): string {
  const written = writeInstant(epochMs, timezone);
  const [wall, offset] = [written.slice(0, WALL), written.slice(WALL)];
  const zone = offset === "Z" ? "+0000" : offset.replace(":", "");
  return new Date(`${wall}Z`).toUTCString().replace("GMT", zone);
}

const WALL = "2026-11-23T06:00:00".length;
