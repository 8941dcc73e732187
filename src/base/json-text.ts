// Objects as JSON that may be looked at in a terminal: what JSON lets stand and a terminal obeys is an escape.

// Controls behind ASCII, line separators, what turns text around, byte order marks, and what is no character.
const UNSAFE = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/;
const EACH_UNSAFE = new RegExp(UNSAFE, "g");

/** The value, which is not undefined, as JSON on one line. It reads as what JSON.stringify gives, and JavaScript, YAML and terminals take no character of it for a command. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value);
  return UNSAFE.test(json) ? json.replace(EACH_UNSAFE, escaped) : json;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
