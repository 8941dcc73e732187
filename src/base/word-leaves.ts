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

/** About so many words stand for more than a leaf holds: a shell takes its time to show them. */
const SAMPLE = 100;

interface Keyed {
  readonly key: string;
  readonly word: string;
  readonly line: string;
}

/**
 * The lines of sorted words by the names of their files, in their order. `=` and a beginning is a leaf, `+` and a
 * beginning a sample of more words than a leaf holds. A leaf's name begins the key of each of its words; a word is in the
 * leaf with the longest name that its key begins with. Names that differ only by case have the same lines, as some disks
 * take them for one.
 */
export function cutIntoLeaves<Line extends { readonly word: string; readonly line: string }>(
  lines: Iterable<Line>,
): Map<string, string> {
  const files = new Map<string, readonly Keyed[]>();
  const keyed = Array.from(lines, ({ word, line }): Keyed => ({ key: keyOf(word), word, line }));
  grow(files, { name: "", lines: keyed });
  const twins = new Map<string, string[]>();
  for (const [name, found] of files) {
    const folded = name.toLowerCase();
    twins.set(folded, [...(twins.get(folded) ?? []), ...found.map(({ line }) => line)]);
  }
  return new Map(Array.from(files.keys(), (name) => [name, (twins.get(name.toLowerCase()) ?? []).join("")]));
}

interface Branch {
  readonly name: string;
  readonly lines: readonly Keyed[];
}

function grow(files: Map<string, readonly Keyed[]>, { name, lines }: Branch): void {
  if (lines.length <= MOST_LINES || name.length >= DEEPEST) {
    files.set(`=${name}`, lines);
    return;
  }
  files.set(`+${name}`, sampleOf(lines));
  const branches = grouped(lines, ({ key }) => {
    const next = key.codePointAt(name.length);
    return next === undefined ? name : name + String.fromCodePoint(next);
  });
  for (const [longer, found] of branches) {
    if (longer === name) files.set(`=${name}`, found);
    else grow(files, { name: longer, lines: found });
  }
}

/**
 * Some of each way that the words go on, the first and the last of it among them: a shell types at once what all that it
 * is offered have in common, and that is then what all the words have in common.
 */
function sampleOf(lines: readonly Keyed[]): Keyed[] {
  const common = commonLength(lines[0]?.word ?? "", lines.at(-1)?.word ?? "");
  const ways = [...grouped(lines, ({ word }) => word.slice(0, common + 1)).values()];
  const shown = evenly(ways, SAMPLE);
  return shown.flatMap((way) => evenly(way, Math.max(2, Math.ceil(SAMPLE / shown.length))));
}

function grouped(lines: readonly Keyed[], by: (line: Keyed) => string): Map<string, Keyed[]> {
  const groups = new Map<string, Keyed[]>();
  for (const line of lines) {
    const group = groups.get(by(line));
    if (group === undefined) groups.set(by(line), [line]);
    else group.push(line);
  }
  return groups;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** `count` of a list, the first and the last of it among them; all where it is no longer. */
function evenly<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from(
    { length: count },
    (_, at) => list[Math.floor((at * (list.length - 1)) / (count - 1))],
  ).filter((each) => each !== undefined);
}
