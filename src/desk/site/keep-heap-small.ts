// How soon Node collects what a large publish leaves behind.
import v8 from "node:v8";
import type { Index } from "../../index/open-index.ts";
import { hasMoreFiles } from "../../index/published-files.ts";

/** Fewer articles take less than 300 MB as it is. */
const LARGE = 20_000;

/** Per cent of what is in use. */
const GROWTH = 20;

/**
 * Lets the heaps of this process, its threads' too, grow by a fifth before they are collected, where Node lets them double:
 * of a large newsroom a plan is held to the end of a publish, and what comes and goes beside it is small. The room for what
 * was just made, which Node lets grow to 32 MB a thread (with Node 24 to 128) and keeps, follows what is in use, too.
 */
export function keepHeapSmall(index: Index): void {
  if (!hasMoreFiles(index, LARGE)) return;
  v8.setFlagsFromString("--optimize-for-size");
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
