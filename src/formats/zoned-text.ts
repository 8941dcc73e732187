// Instants for readers that do not know the newsroom's zone: always RFC 3339 with an offset.
import type { Instant } from "../base/instant.ts";
import { writeInstant } from "../base/zone.ts";

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The instant as written where that is complete RFC 3339, else to the second with the offset of `timezone`; "" for none. */
export function zonedText(instant: Instant | undefined, timezone: string): string {
  if (instant === undefined) return "";
  return ZONED.test(instant.written) ? instant.written : writeInstant(instant.epochMs, timezone);
}
