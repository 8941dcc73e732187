// Text brought onto one line: a headline in a feed, a correction typed over several lines.

/** Blanks and line breaks in a row as one blank, none at the ends. What keeps words together, as before a French colon, stays. */
export function joinLines(text: string): string {
  return text.replace(/[ \t\n\r\u0085\u2028\u2029]+/g, " ").trim();
}
