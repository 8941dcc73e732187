// A word of a command line as a person types it again.

/** In quotes where a shell would read it otherwise; with the `-` that a line's reading turns into `!`. */
export function typedWord(word: string): string {
  return shellWord(word.replace(/^!(?=\w)/, "-"));
}

function shellWord(word: string): string {
  return /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
