// How a value is written so that the query language reads it as it is: `"say \"hi\""`.

/** In quotes, with a backslash before each quote and each backslash in it. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

const WORDS: ReadonlySet<string> = new Set(["any", "none", "@me"]);

/** In quotes only where it would mean something else without them. */
export function writtenValue(text: string): string {
  return text === "" || WORDS.has(text) || /[\s,()"*]/.test(text) ? quoted(text) : text;
}
