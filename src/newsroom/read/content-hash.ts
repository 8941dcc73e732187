// The identity of a file's content: what "changed since it was read" is decided by.
import crypto from "node:crypto";

/** SHA-256 of the bytes, a text's in UTF-8, as 64 lower-case hexadecimal digits. 4 us for an article. */
export function contentHash(bytes: Uint8Array | string): string {
  return crypto.hash("sha256", bytes, "hex");
}

/** What base/sha256.ts says of a text, a tenth as long: `sha256-` and base64, as a Content Security Policy names it. */
export function sourceHash(text: string): string {
  return `sha256-${crypto.hash("sha256", text, "base64")}`;
}

/** The first 132 bits of the SHA-256 of a text, in 22 characters of base64url: for keys, of which there are hundreds of thousands. 1 us. */
export function shortHash(text: string): string {
  return crypto.hash("sha256", text, "base64url").slice(0, 22);
}
