// The identity of a file's content: what "changed since it was read" is decided by.
import crypto from "node:crypto";

/** SHA-256 of the bytes, as 64 lower-case hexadecimal digits. 4 us for an article. */
export function contentHash(bytes: Uint8Array): string {
  return crypto.hash("sha256", bytes, "hex");
}
