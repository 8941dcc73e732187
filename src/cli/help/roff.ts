// Text made safe for roff, the language of manual pages: nothing in it is a request or an escape, and every character
// is one that troff of any age can read.

const CHARACTERS: Readonly<Record<string, string>> = {
  "\\": String.raw`\e`,
  "-": String.raw`\-`,
  "'": String.raw`\(aq`,
  "`": String.raw`\(ga`,
  "^": String.raw`\(ha`,
  "~": String.raw`\(ti`,
};

/** The text with roff's own characters, and those beyond ASCII, as escapes. Line breaks stay. */
export function roffText(text: string): string {
  return text.replace(
    /[\\\-'`^~]|[^\n\x20-\x7E]/gu,
    (character) => CHARACTERS[character] ?? named(character),
  );
}

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `\\[u${code}]`;
}

/** A line of text that begins with a dot would be a request. */
export function guarded(line: string): string {
  return line.startsWith(".") ? String.raw`\&${line}` : line;
}

/** Lines of at most 78 characters, broken at blanks: roff fills them again, and source lines stay short. */
export function sourceLines(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line !== "" && line.length + 1 + word.length > 78) {
      lines.push(guarded(line));
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, guarded(line)];
}
