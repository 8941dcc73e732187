// The forms of a word that articles use: the words of the index with the same stem. Asked for each search that wants them,
// so that no second full-text index is kept for those.
import { createRequire } from "node:module";
import { StetError } from "../base/stet-error.ts";
import { fold } from "../query/fold-text.ts";
import { prepared, type Index } from "./open-index.ts";

/** The stemmers there are, by the language's code. */
const STEMMERS: Readonly<Record<string, string>> = {
  ar: "arabic",
  bg: "bulgarian",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "indian",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sa: "sanskrit",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  uk: "ukrainian",
};

/** A word without its endings. */
export type Stemmer = (word: string) => string;

/** The stemmer of a language tag as `en-GB`. Throws StetError usage for a language that has none here. */
export function stemmerFor(language: string): Stemmer {
  const name = STEMMERS[(language.split("-")[0] ?? "").toLowerCase()];
  if (name === undefined) {
    throw new StetError("usage", "usage", `--stem knows no endings of words in "${language}"`, {
      hint: "ferr* finds every word that begins so; languages: docs/query.md",
    });
  }
  // A CommonJS bundle has __filename and no import.meta.url; a module has it the other way round.
  const require = createRequire(typeof __filename === "string" ? __filename : import.meta.url);
  try {
    const { stemmer }: { readonly stemmer: Stemmer } = require(`@orama/stemmers/${name}`);
    return stemmer;
  } catch (cause) {
    throw new StetError("external", "program-missing", `the ${name} endings do not load`, {
      hint: "npm install",
      cause,
    });
  }
}

/** More would be no forms of one word. */
const MOST = 100;

/** The folded word, and every word of the articles that has the same stem, in order. Cost: 1 us for each that begins like it. */
export function formsOf(index: Index, stemmer: Stemmer, word: string): string[] {
  const stem = stemOf(stemmer, word);
  const beginning = commonBeginning(word, stem);
  const rows = prepared(index, ALIKE).all(beginning, `${beginning}\u{10FFFF}`);
  const alike = rows.flatMap(({ term }) => (typeof term === "string" ? [term] : []));
  const forms = alike.filter((term) => term !== word && stemOf(stemmer, term) === stem);
  return [word, ...forms.slice(0, MOST)].toSorted();
}

const ALIKE = "SELECT term FROM vocabulary WHERE term >= ? AND term < ?";

/** Stemmers look at accents that words of the index no longer have, and may put some back. */
function stemOf(stemmer: Stemmer, word: string): string {
  return fold(stemmer(word));
}

/** What the word keeps of itself in its stem, less a letter that another form may write differently (ferry, ferries). */
function commonBeginning(word: string, stem: string): string {
  let length = 0;
  while (length < stem.length && word[length] === stem[length]) length++;
  return word.slice(0, Math.max(2, length - 1));
}
