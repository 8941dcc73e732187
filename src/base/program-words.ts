// Programs as people name them in EDITOR, PAGER and alike.

/** Words parted by blanks; quotes of either kind hold together what is in them, and nothing else means anything. */
export function programWords(text: string): string[] {
  const words = text.match(/(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}
