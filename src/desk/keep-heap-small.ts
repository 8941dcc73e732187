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
