// Slugs in Latin letters for newsrooms that ask for them (`slugs: ascii`); the tables cost 38 ms to load, so this
// file is only imported there.
import { transliterate } from "transliteration";
import { slugFrom } from "./slug.ts";

/** slugFrom over the headline written in ASCII letters: `Москва` gives `moskva`. */
export function slugInAscii(headline: string): string {
  return slugFrom(transliterate(headline.normalize("NFC")));
}
