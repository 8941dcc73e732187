// When a zone's clock changes, told by a clock that can be set to the zone.

/**
 * A clock that stands in a zone for as long as `ask` runs. `epochOf` is the instant (epoch milliseconds) at which it shows
 * a wall time (milliseconds, read as UTC), as JavaScript's own local times are: the first of two, and in a gap the one
 * it would have been without the jump. A zone that it does not know it shows as any other.
 */
export type ZoneClock = <T>(timezone: string, ask: (epochOf: EpochOf) => T) => T;
export type EpochOf = (wallMs: number) => number;

/** The offsets of a stretch of time, `to` not in it: what it begins with, and each change with the offset after it, in order. */
export interface ClockChanges {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly changes: readonly ClockChange[];
}

interface ClockChange {
  readonly at: number;
  readonly offset: number;
}

const DAY = 86_400_000;

/** No zone has ever changed its clock twice in so short a time (Brazil did in seven days, in October 2000). */
const STEP = 4 * DAY;

/** Of the stretch between two instants. Costs 0.3 us for each four days of it, and 10 us a change. */
export function changesBetween(from: number, to: number, epochOf: EpochOf): ClockChanges {
  const changes: ClockChange[] = [];
  // No zone's clock is a whole day from UTC.
  const first = aheadAt(from - DAY, epochOf);
  let before = first;
  for (let wall = from - DAY; wall < to + DAY; wall += STEP) {
    const after = aheadAt(wall + STEP, epochOf);
    if (after === before) continue;
    // A jump forward is over on the wall at the time it led to, one back at the time it came from: the later of the two.
    changes.push({ at: changeOnWall(wall, wall + STEP, epochOf) - Math.max(before, after), offset: after });
    before = after;
  }
  return { from, to, first, changes };
}

/** A time in which the zone has one offset: from the first instant, up to the last and without it. */
export interface SteadyTime {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The time between two changes that holds an instant of the stretch; the stretch ends it, too. */
export function steadyTimeAt(stretch: ClockChanges, epochMs: number): SteadyTime {
  const { changes, first } = stretch;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? 0) <= epochMs) low = middle + 1;
    else high = middle;
  }
  const { at: from, offset } = changes[low - 1] ?? { at: stretch.from, offset: first };
  return { from, to: changes[low]?.at ?? stretch.to, offset };
}

/**
 * True where the clock really follows: it shows UTC, and in the zone another time when every place went by the sun than it
 * shows today. A zone that the system alone knows has one offset for all time. False also for what is no zone, and for
 * places without a sun's time: a few in Antarctica and the Arctic.
 */
export function followsZone(clock: ZoneClock, timezone: string): boolean {
  const ahead = (zone: string, wall: number): number => clock(zone, (epochOf) => aheadAt(wall, epochOf));
  if (!PLACE.test(timezone) || ahead("UTC", YEAR_1800) !== 0) return false;
  const byTheSun = ahead(timezone, YEAR_1800);
  return byTheSun !== 0 && byTheSun !== ahead(timezone, YEAR_2000);
}

const YEAR_1800 = Date.UTC(1800, 0, 1);
const YEAR_2000 = Date.UTC(2000, 0, 1);

/** Names that mean a place and nothing else: `ABC3` sets a clock, too, and `posix/Europe/Brussels`. */
const PLACE =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Z][A-Za-z_-]+){1,2}$/;

function aheadAt(wall: number, epochOf: EpochOf): number {
  return wall - epochOf(wall);
}

/** The first wall time after `low` that has the offset of `high`, to the second. */
function changeOnWall(low: number, high: number, epochOf: EpochOf): number {
  const target = aheadAt(high, epochOf);
  let before = low;
  let after = high;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (aheadAt(middle, epochOf) === target) after = middle;
    else before = middle;
  }
  return after;
}
