// Makes text from outside harmless on a terminal: what could move the cursor, reorder the line or hide in it is
// written out visibly. Everything that prints content, file names or foreign error messages goes through here.

// The nine controls of UAX #9 that reorder other text. LRM, RLM and ALM stay: Hebrew and Arabic copy needs them
// and they cannot move text they do not touch.
const SUSPECT =
  // eslint-disable-next-line no-misleading-character-class
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uD800-\uDFFF\u{E0000}-\u{E007F}]/u;
const EACH_SUSPECT =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}|[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uD800-\uDFFF\u{E0000}-\u{E007F}]/gu;

/** What may stay as it is. */
export interface VisibleTextOptions {
  /** Keep `\n`; otherwise it becomes `^J`. */
  readonly newlines?: boolean;
}

/**
 * `text` with control characters as `^[` or `<U+0085>`, and bidi controls, invisible tags, line separators and lone
 * surrogates as `<U+202E>`; nothing else changes. Text without any is returned as it is, fast.
 */
export function visibleText(text: string, options: VisibleTextOptions = {}): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(EACH_SUSPECT, (found) => {
    if (found === "\n" && options.newlines === true) return found;
    // More than one code point: the flag of England, Scotland or Wales, whose tags are meant.
    if (found.length > 2) return found;
    return writtenOut(found.codePointAt(0) ?? 0);
  });
}

function writtenOut(codePoint: number): string {
  if (codePoint < 0x20) return `^${String.fromCharCode(codePoint + 0x40)}`;
  if (codePoint === 0x7f) return "^?";
  return `<U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}>`;
}
