// A long sorted list cut into small ones by how its words begin, so that what looks for words with a beginning, as a
// shell does that completes, reads a few lines and not all of them.

/** What in a word becomes `_` in the name of its leaf: no file name holds it safely everywhere. */
export const KEY_SIGNS = " !\"#$%&'()*+,./:;<=>?@[\\]^_`{|}~";

/** The beginning of a word, as names of leaves spell it. */
export function keyOf(word: string): string {
  return word.replace(/[ -,./:-@[-`{-~]/g, "_");
}

/** No leaf has more lines, but for words that are alike for longer than DEEPEST. */
const MOST_LINES = 200;
const DEEPEST = 40;

interface Keyed {
  readonly key: string;
  readonly line: string;
}

/**
 * The lines by leaf, in their order. A leaf's name begins the key of each of its words; a word is in the leaf with the
 * longest name that its key begins with. Names that differ only by case have the same lines, as some disks take them
 * for one.
 */
export function cutIntoLeaves<Line extends { readonly word: string; readonly line: string }>(
  lines: Iterable<Line>,
): Map<string, string> {
  const leaves = new Map<string, string[]>();
  const keyed = Array.from(lines, ({ word, line }): Keyed => ({ key: keyOf(word), line }));
  grow(leaves, { name: "", lines: keyed });
  const twins = new Map<string, string[]>();
  for (const [name, found] of leaves) {
    const folded = name.toLowerCase();
    twins.set(folded, [...(twins.get(folded) ?? []), ...found]);
  }
  return new Map(Array.from(leaves.keys(), (name) => [name, (twins.get(name.toLowerCase()) ?? []).join("")]));
}

interface Branch {
  readonly name: string;
  readonly lines: readonly Keyed[];
}

function grow(leaves: Map<string, string[]>, { name, lines }: Branch): void {
  if (lines.length <= MOST_LINES || name.length >= DEEPEST) {
    leaves.set(
      name,
      lines.map(({ line }) => line),
    );
    return;
  }
  const branches = new Map<string, Keyed[]>();
  for (const each of lines) {
    const next = each.key.codePointAt(name.length);
    const longer = next === undefined ? name : name + String.fromCodePoint(next);
    const branch = branches.get(longer);
    if (branch === undefined) branches.set(longer, [each]);
    else branch.push(each);
  }
  for (const [longer, found] of branches) {
    if (longer === name)
      leaves.set(
        name,
        found.map(({ line }) => line),
      );
    else grow(leaves, { name: longer, lines: found });
  }
}
