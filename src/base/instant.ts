// A moment in time that remembers how it was typed, and the strict reading of RFC 3339 text and its shorter forms.
// Zone arithmetic is zone.ts; nothing here asks the clock or the machine's zone.

/** A moment: `epochMs` decides order and equality, `written` is the text the author typed or stet wrote (RFC 3339 or shorter). */
export interface Instant {
  readonly epochMs: number;
  readonly written: string;
}

/** A wall-clock reading without a zone; months and days are 1-based. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Milliseconds since the epoch of a wall time read as UTC; years 0 to 9999 as written. */
export function epochOfUtc(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
}
