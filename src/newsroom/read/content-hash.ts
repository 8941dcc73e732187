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

/** Half of the SHA-256 of a text, in 22 characters: for keys, of which there are hundreds of thousands. 1 us. */
export function shortHash(text: string): string {
  const whole = crypto.hash("sha256", text, "base64url");
  // Of the last character two bits belong to the half. Node makes the text of the whole sooner than bytes to take half of.
  return whole.slice(0, 21) + (DIGITS[DIGITS.indexOf(whole.charAt(21)) & 0b110000] ?? "");
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
