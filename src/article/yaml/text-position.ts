// Offsets in a text to 1-based lines and columns, and the line itself for a code frame.

/** `line` and `column` count from 1, the column in UTF-16 code units; `source` is that line without its break. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  readonly source: string;
}

/** A byte order mark at the start is no column of its own. O(offset). */
export function positionAt(text: string, offset: number): TextPosition {
  const bounded = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < bounded; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: Math.max(1, bounded - start + 1), source: lineAt(text, start) };
}

/** The line that begins at `start`, without its line break. */
export function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? text.length : end);
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Just past the line break of the line that holds `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
}
