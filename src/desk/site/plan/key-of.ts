// What files of a site are told apart by, without being made.
import { shortHash } from "../../../newsroom/read/content-hash.ts";

/** A short text that changes with anything among `parts`. */
export function keyOf(...parts: readonly unknown[]): string {
  return shortHash(JSON.stringify(parts));
}
