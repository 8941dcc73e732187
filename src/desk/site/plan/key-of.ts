// What files of a site are told apart by, without being made.
import { shortHash } from "../../../newsroom/read/content-hash.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";

/** A short text that changes with anything among `parts`. */
export function keyOf(...parts: readonly unknown[]): string {
  return shortHash(JSON.stringify(parts));
}

/** The file with a key that is found once it is asked for: a preview asks for that of one page among all. */
export function keyedLater(file: Omit<PlannedFile, "key">, keyNow: () => string): PlannedFile {
  let known: string | undefined;
  return {
    ...file,
    get key() {
      return (known ??= keyNow());
    },
  };
}
