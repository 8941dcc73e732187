// One text value as YAML that every reader, of 1.1 and of 1.2, reads back as the same text.
// The library's own printer loses text in rare cases (yaml issue 692), so what stet writes is written here.

/** How a value stood in the file before: kept where the new text allows it. */
export type PreferredStyle = "plain" | "single" | "double" | "block";

// Letters, digits and harmless punctuation, first character a letter; nothing that any reader takes for
// a number, a date, a boolean, an indicator or a comment.
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} ._/()%+@’‘“”«»–—…-]|:(?=[\p{L}\p{N}/]))*$/u;
const WORDS = /^(?:y|n|yes|no|true|false|on|off|null|nil|none|inf|nan)$/i;

/** Begins with a digit, and is no number in any YAML. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True when `text` needs no quotes on one line, in YAML 1.1 and 1.2 alike. */
function isSafePlain(text: string): boolean {
  if (UUID.test(text)) return true;
  return PLAIN.test(text) && !text.endsWith(" ") && !text.includes("  ") && !WORDS.test(text);
}

/** One line of YAML for `text`, whatever it holds; line breaks are escaped. `style` wins where it can hold the text. */
export function printLine(text: string, style: PreferredStyle = "plain"): string {
  if (style === "plain" && isSafePlain(text)) return text;
  if (style === "single" && isSafeSingle(text)) return `'${text.replaceAll("'", "''")}'`;
  return printDouble(text);
}

function isSafeSingle(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]*$/u.test(text);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** Double quotes with every character escaped that a reader might refuse, fold or hide. */
export function printDouble(text: string): string {
  const inner = text.replaceAll(
    /["\\\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu,
    (character) => ESCAPES[character] ?? escapeOf(character),
  );
  return `"${inner}"`;
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, length: number): string {
  return code.toString(16).toUpperCase().padStart(length, "0");
}

/** What a literal block cannot hold and give back: it falls to printDouble. */
function needsEscapes(text: string): boolean {
  if (!text.includes("\n") || text.trim() === "") return true;
  if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(text))
    return true;
  // Blank lines at the end that hold spaces are dropped by some readers.
  return /\n[^\n]/.test(text.slice(text.trimEnd().length));
}

/**
 * A value with line breaks: a literal block (`|`, `|-` or `|+`) where that can give the text back exactly, else one
 * double-quoted line. Its lines are indented by two spaces more than `indent`, that of their key. Begins right after
 * `key: ` and has no line break at its end.
 */
export function printText(text: string, indent = 0, lineBreak = "\n"): string {
  if (needsEscapes(text)) return printDouble(text);
  const trimmed = text.replace(/\n+$/, "");
  const breaks = text.length - trimmed.length;
  const chomping = breaks === 0 ? "-" : breaks === 1 ? "" : "+";
  // The indicator counts from the key's indentation, not from the margin.
  const indicator = /^[ \n]/.test(text) ? "2" : "";
  const pad = " ".repeat(indent + 2);
  const lines = trimmed.split("\n").map((line) => (line === "" ? "" : pad + line));
  const tail = chomping === "+" ? lineBreak.repeat(breaks - 1) : "";
  return `|${indicator}${chomping}${lineBreak}${lines.join(lineBreak)}${tail}`;
}
