// How soon Node collects what work on a large newsroom leaves behind.
import v8 from "node:v8";

/** Fewer articles take less than 300 MB as it is. */
export const LARGE = 20_000;

/** Lets the heaps of this process, its threads' too, grow by so many per cent before they are collected, where Node lets them grow up to fourfold. */
export function collectSooner(growth: number): void {
  v8.setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/**
 * The room for what was just made, which Node lets grow to 32 MB a thread (with Node 24 to 128) and keeps, follows what is in
 * use. Where much is made and little kept, as in an index, it costs a quarter more processor time.
 */
export function keepYoungSmall(): void {
  v8.setFlagsFromString("--optimize-for-size");
}

/** Of both halves, one of which is empty. */
const YOUNG_BYTES = 8 * 1024 * 1024;

/**
 * Lets the room for what was just made grow to 8 MB and no more, where it is asked again and again while much is made: what
 * is left in it is copied while everything waits, which takes 5 to 10 ms where Node has let it grow.
 */
export function keepPausesShort(): void {
  const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
  if ((young?.space_size ?? 0) >= YOUNG_BYTES) v8.setFlagsFromString("--semi-space-growth-factor=1");
}
