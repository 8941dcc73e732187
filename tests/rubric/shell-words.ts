// The words of a simple line of shell: quotes and backslashes, nothing else.

/** `stet list author:"Jane Doe"` is three words. */
export function shellWords(line: string): string[] {
  const words = line.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_, double, single, one) => double ?? single ?? one),
  );
}
