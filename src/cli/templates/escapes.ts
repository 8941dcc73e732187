// The escapes of a template, in its text and in quoted arguments alike.

/** By the character behind the backslash. */
export const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["n", "\n"],
  ["0", "\0"],
  ["\\", "\\"],
]);

/** A quoted argument with its escapes resolved; any other character behind a backslash stands for itself. */
export function unescaped(quoted: string): string {
  return quoted.replace(/\\(.)/gs, (_, character: string) => ESCAPES.get(character) ?? character);
}
