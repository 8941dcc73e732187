// Slugs: what one may hold, what an article's is made of, and how two are compared (article-format.md "Slugs").
import { foldCase } from "../base/fold-case.ts";

const SLUG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-+[\p{L}\p{M}\p{N}]+)*$/u;
// Windows takes these names, with any ending, for devices; the superscript digits too.
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/i;
/** What nearly all are: the other pattern takes two milliseconds to compile. */
const PLAIN_SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
export const SLUG_LENGTH = 120;
/** With `.yaml` behind it a slug must fit a file name, which most file systems limit to 255 bytes. */
const SLUG_BYTES = 250;

/** Why `slug` is none, in the user's words, or undefined when it is one. */
export function slugFault(slug: string): string | undefined {
  if (slug === "") return "a slug may not be empty";
  if (slug.length > SLUG_LENGTH) return `a slug has at most ${SLUG_LENGTH} characters`;
  if (PLAIN_SLUG.test(slug)) return deviceFault(slug);
  if (!SLUG.test(slug)) return "a slug holds letters, numbers and hyphens between them, nothing else";
  if (slug !== slug.normalize("NFC")) return "a slug is written in Unicode NFC";
  if (slug !== slug.toLowerCase()) return "a slug is written in lower case";
  if (utf8Length(slug) > SLUG_BYTES) return `a slug has at most ${SLUG_BYTES} bytes, to fit a file name`;
  return deviceFault(slug);
}

function deviceFault(slug: string): string | undefined {
  return DEVICE.test(slug) ? `"${slug}" is a device name on Windows` : undefined;
}

/** slugFault for a slug about to be given: digits alone would be taken for a row of the list on the screen. */
export function newSlugFault(slug: string): string | undefined {
  return /^[0-9]{1,4}$/.test(slug) ? "a slug needs a letter" : slugFault(slug);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * The slug of a headline, in its own script: lower case, runs of anything but letters and numbers become one
 * hyphen, apostrophes vanish, cut between words at 80 characters. Empty when the headline holds no letter or number.
 */
export function slugFrom(headline: string): string {
  const words = headline
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/['’ʼ]/gu, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, ""))
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > 80) break;
    slug = longer;
  }
  const cut = slug === "" ? cutAtCharacter(words[0] ?? "", 80) : slug;
  return DEVICE.test(cut) ? `${cut}-1` : cut;
}

/** A word without breaks (Japanese headlines are one) is cut, but never inside a surrogate pair. */
function cutAtCharacter(word: string, length: number): string {
  let cut = "";
  for (const character of word) {
    if (cut.length + character.length > length) break;
    cut += character;
  }
  return cut;
}

/** The same slug on every file system and in every spelling, case folded: the key under which slugs must be unique. */
export function slugKey(slug: string): string {
  return foldCase(slug);
}

/** `slug` if it is free, else `slug-2`, `slug-3`, ... the first that is. */
export function freeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let number = 2; ; number++) {
    const candidate = `${slug}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
