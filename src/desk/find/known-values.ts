// The values that articles have in a field, by every name a person may mean them by: a word of an author's name, a
// section above, a language by its region or in words.
import { filesByTerm, type TermField } from "../../index/files-by-term.ts";
import type { Index } from "../../index/open-index.ts";
import { ownSpelling } from "../../index/own-fields.ts";
import { readSpellings } from "../../index/read-spellings.ts";
import { fold, wordsOf } from "../../query/fold-text.ts";
import { languageName } from "../../render/site/language-name.ts";

export type OwnField = `x.${string}`;

export interface KnownValues {
  /** True where an article has the value, folded, or more words around it where words are asked for. */
  has(value: string): boolean;
  /** All that may stand behind the field, folded. */
  names(): Iterable<string>;
  /** What one of the names stands for, as articles write it, and how many have it. */
  meant(name: string): { readonly near: string; readonly articles: number };
}

/** `isWords`: a value is asked for as words in a row. Cost: 0.2 us an article. */
export function knownValues(index: Index, field: TermField | OwnField, isWords: boolean): KnownValues {
  const counts = new Map<string, number>();
  for (const { value, ids } of filesByTerm(index, field)) {
    const key = isWords && field !== "author" ? wordsOf(value).join(" ") : value;
    counts.set(key, (counts.get(key) ?? 0) + ids.length);
  }
  const values = [...counts.keys()];
  const partsOf = (value: string): readonly string[] =>
    isWords ? value.split(" ").filter((word) => word.length > 3) : stepsOf(field, value);
  const all = new Set(values.flatMap((value) => [value, ...partsOf(value)]));
  const inWords = field === "lang" ? languagesInWords(values) : new Map<string, string>();
  return {
    has: (value) => (isWords ? values.some((each) => ` ${each} `.includes(` ${value} `)) : all.has(value)),
    names: () => [...all, ...inWords.keys()],
    meant: (name) => {
      const near = inWords.get(name) ?? name;
      const articles = values
        .filter((value) => value === near || partsOf(value).includes(near))
        .reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
      return { near: spelled(index, field, near), articles };
    },
  };
}

/** What a value is found by, too: the sections above it and the steps of its path; a language without its region. */
function stepsOf(field: TermField | OwnField, value: string): readonly string[] {
  if (field === "lang") return [primary(value)];
  if (field !== "section") return [];
  const steps = value.split("/");
  return steps.flatMap((step, at) => [step, steps.slice(0, at + 1).join("/")]);
}

function primary(language: string): string {
  return language.split("-")[0] ?? language;
}

/** `french` and `francais` for fr. */
function languagesInWords(languages: readonly string[]): Map<string, string> {
  const codes = new Set(languages.map(primary));
  return new Map(
    Array.from(codes).flatMap((code) => [
      [fold(nameInEnglish(code)), code],
      [fold(languageName(code)), code],
    ]),
  );
}

function nameInEnglish(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

const EVERY_FILE = { sql: "1", params: [], isExact: true } as const;

function spelled(index: Index, field: TermField | OwnField, value: string): string {
  if (isOwn(field)) return ownSpelling(index, field, value);
  const [spellings] = readSpellings(index, EVERY_FILE, [field]);
  return spellings?.get(value) ?? value;
}

function isOwn(field: TermField | OwnField): field is OwnField {
  return field.startsWith("x.");
}
