// WHEN as a person types it for schedule, embargo, why and publish --at: an instant in the newsroom's zone, or an error
// that shows what to write instead.
import { describeMoment } from "../../base/describe-moment.ts";
import type { Instant } from "../../base/instant.ts";
import { parseWhen } from "../../base/parse-when.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../desk.ts";

/** The instant, as it goes into a file, and what should be said about how it was read. */
export interface When {
  readonly instant: Instant;
  readonly remark?: string;
}

const EXAMPLES = '"tomorrow 6:00", "fri 9", "2026-12-24 06:00" or +2h';

/**
 * Reads WHEN (base/parse-when.ts has the forms) as of the desk's now; `examples` are shown for a text that is none.
 * Throws StetError usage/bad-date for a text that is none, that has two readings, or that a clock change skips.
 */
export function readWhen({ now, settings }: Desk, text: string, examples: string = EXAMPLES): When {
  const { timezone } = settings;
  if (text.trim() === "") throw badWhen("a time is needed", examples);
  const reading = parseWhen(text, { now, timezone });
  if (reading.kind === "instant") {
    const { instant, happensTwice } = reading;
    if (!happensTwice) return { instant };
    const taken = describeMoment(instant.epochMs, timezone);
    return { instant, remark: `${text} happens twice in ${timezone}; the earlier is taken: ${taken}` };
  }
  if (reading.kind === "skipped") {
    const { before, after } = reading;
    throw badWhen(
      `${text} does not exist in ${timezone}: the clock jumps from ${before} to ${after}`,
      `take a time up to ${before} or from ${after} on`,
    );
  }
  const meant = (reading.meant ?? []).map((form) => `"${form}"`).join(" or ");
  const message = reading.kind === "unclear" ? `${reading.why}: "${text}"` : `cannot read the time "${text}"`;
  throw badWhen(message, meant === "" ? examples : meant);
}

/** True for words that readWhen takes, or would take with a clearer one. */
export function isWhen({ now, settings }: Desk, text: string): boolean {
  return parseWhen(text, { now, timezone: settings.timezone }).kind !== "unreadable";
}

function badWhen(message: string, hint: string): StetError {
  return new StetError("usage", "bad-date", message, { hint });
}
