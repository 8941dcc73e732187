// Bytes to text, strictly: what is not UTF-8 is named as what it is, never read half-right.
import { isUtf8 } from "node:buffer";

/** The text, a byte order mark and every line end kept; or what is wrong, in the user's words. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly line?: number; readonly hint?: string };

/** Decodes UTF-8. Refuses UTF-16, NUL bytes and invalid UTF-8, naming the 1-based line of the first bad byte. */
export function decodeText(bytes: Buffer): DecodedText {
  if (isUtf16(bytes)) {
    return { ok: false, message: "the file is UTF-16; stet reads UTF-8", hint: "save it as UTF-8" };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return nulFound(bytes, nul);
  if (!isUtf8(bytes)) return notUtf8(bytes);
  return { ok: true, text: bytes.toString("utf8") };
}

/** By its byte order mark, or by the NUL beside each of its first two ASCII letters. */
function isUtf16(bytes: Buffer): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return isLetterAndNul(a, b, c, d) || isLetterAndNul(b, a, d, c);
}

function isLetterAndNul(...[a, b, c, d]: readonly (number | undefined)[]): boolean {
  return b === 0 && d === 0 && a !== undefined && a !== 0 && c !== undefined && c !== 0;
}

function nulFound(bytes: Buffer, at: number): DecodedText {
  if (bytes.every((byte) => byte === 0)) {
    const message = "the file holds nothing but NUL bytes, as after a crash";
    return { ok: false, message, hint: "restore it from a backup or from git" };
  }
  const line = lineOf(bytes, at);
  return { ok: false, message: `line ${line} holds a NUL byte; the file is damaged or no text`, line };
}

function notUtf8(bytes: Buffer): DecodedText {
  const at = firstInvalidByte(bytes);
  const line = lineOf(bytes, at);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const message = `line ${line} is not UTF-8 (byte ${byte})`;
  return { ok: false, message, line, hint: "save it as UTF-8; it may be Latin-1 or Windows-1252" };
}

/** Halves the range: a prefix is good as long as the only thing wrong with it is a character cut at its end. */
function firstInvalidByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // What is wrong there may be that the character begun before was never finished.
  while (!isUtf8(bytes.subarray(0, good))) good--;
  return good;
}

function isUtf8Prefix(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Buffer, at: number): number {
  let line = 1;
  for (let index = bytes.indexOf(10); index !== -1 && index < at; index = bytes.indexOf(10, index + 1))
    line++;
  return line;
}
