// Names in the commands that are told to people, who run them as they stand.

/** One word of a shell's line: as it is where no shell takes a character of it for something else, else in single quotes. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{M}\p{N}_./][\p{L}\p{M}\p{N}_@%+=:,./-]*$/u.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
