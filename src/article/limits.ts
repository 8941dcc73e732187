// The documented limits of one article file (docs/limits.md). They bound time and memory before the YAML
// parser sees the text, because some inputs make it quadratic or abort the process (docs/limits.md says which).

/** Bytes are UTF-8; characters are UTF-16 code units. */
export interface Limits {
  /** The whole file, in bytes (article-format.md: 16 MiB). Enforced when the file is read. */
  readonly fileBytes: number;
  /** Everything but the body's text, in characters. */
  readonly headerCharacters: number;
  /** Lines of the body. */
  readonly bodyLines: number;
  /** Characters of one text in quotes, the body's too: the library reads them one by one. */
  readonly quotedCharacters: number;
  /** Tokens outside the body's text. */
  readonly tokens: number;
  /** Nested `[`, `{`, or `- - -` on one line. */
  readonly depth: number;
  /** Keys of one mapping. */
  readonly keys: number;
  /** `&anchors` and `!tags`. */
  readonly anchors: number;
  /** Uses of an alias, counted after expansion. */
  readonly aliases: number;
  /** Characters of one single-line text field. */
  readonly lineCharacters: number;
  /** Items of one list. */
  readonly items: number;
}

export const LIMITS: Limits = {
  fileBytes: 16 * 1024 * 1024,
  headerCharacters: 64 * 1024,
  bodyLines: 1_000_000,
  quotedCharacters: 4 * 1024 * 1024,
  tokens: 10_000,
  depth: 50,
  keys: 500,
  anchors: 100,
  aliases: 100,
  lineCharacters: 1_000,
  items: 500,
};

/** A name of the table as people type it: `file-bytes`, `items`. */
export function limitNamed(name: string): keyof Limits | undefined {
  return LIMIT_NAMES.find((key) => kebab(key) === name);
}

const LIMIT_NAMES = Object.keys(LIMITS).filter((name): name is keyof Limits => Object.hasOwn(LIMITS, name));

/** Every name `limitNamed` knows. */
export const LIMIT_WORDS: readonly string[] = LIMIT_NAMES.map(kebab);

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Deeper than this and the YAML library can end the process. */
export const DEEPEST = 500;
