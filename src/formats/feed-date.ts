// Instants as RSS and OPML want them: RFC 822 with a four-digit year, in the newsroom's own offset.
import { writeInstant } from "../base/zone.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mon, 23 Nov 2026 06:00:00 +0100`: English names whatever the language, as the specification has it. */
export function rfc822(epochMs: number, timezone: string): string {
  const written = writeInstant(epochMs, timezone);
  const [date = "", rest = ""] = written.split("T");
  const weekday = DAYS[new Date(date).getUTCDay()] ?? "";
  const [year, month, day] = date.split("-");
  const offset = rest.slice("00:00:00".length).replace(":", "").replace("Z", "+0000");
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${rest.slice(0, 8)} ${offset}`;
}
