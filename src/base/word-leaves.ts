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
  /** The key without its case, as long as the key: some disks take names that differ by case alone for one. */
  readonly folded: string;
  readonly word: string;
  readonly line: string;
}

/**
 * The lines of sorted words by the names of their files, in their order. `=` and a beginning is a leaf, `+` and a
 * beginning a sample of more words than a leaf holds. A leaf's name begins the key of each of its words; a word is in the
 * leaf with the longest name that its key begins with. Names that differ only by case have the same lines.
 */
export function cutIntoLeaves<Line extends { readonly word: string; readonly line: string }>(
  lines: Iterable<Line>,
): Map<string, string> {
  const files = new Map<string, string>();
  const keyed = Array.from(lines, ({ word, line }): Keyed => {
    const key = keyOf(word);
    return { key, folded: withoutCase(key), word, line };
  });
  grow(files, { name: "", lines: keyed });
  return files;
}

/** In as many code units: `İ` and `ß` stay. */
function withoutCase(key: string): string {
  if (/^[ -~]*$/.test(key)) return key.toLowerCase();
  return Array.from(key, (letter) => {
    const folded = letter.toUpperCase().toLowerCase();
    return folded.length === letter.length ? folded : letter;
  }).join("");
}

interface Branch {
  /** Without its case. */
  readonly name: string;
  readonly lines: readonly Keyed[];
}

function grow(files: Map<string, string>, branch: Branch): void {
  const { name, lines } = branch;
  if (lines.length <= MOST_LINES || name.length >= DEEPEST) {
    write(files, "=", branch, lines);
    return;
  }
  write(files, "+", branch, sampleOf(branch));
  const branches = grouped(lines, ({ folded }) => {
    const next = folded.codePointAt(name.length);
    return next === undefined ? name : name + String.fromCodePoint(next);
  });
  for (const [longer, found] of branches) {
    if (longer === name) write(files, "=", branch, found);
    else grow(files, { name: longer, lines: found });
  }
}

/** Under the branch's name in each case that a word begins with. */
function write(
  files: Map<string, string>,
  kind: "=" | "+",
  { name, lines }: Branch,
  shown: readonly Keyed[],
): void {
  const text = shown.map(({ line }) => line).join("");
  let spelled: string | undefined;
  for (const { key } of lines) {
    if (spelled !== undefined && key.startsWith(spelled)) continue;
    spelled = key.slice(0, name.length);
    files.set(kind + spelled, text);
  }
}

/** Of each beginning that may be typed to come to this branch, as signs and case share its name. */
function sampleOf({ name, lines }: Branch): Keyed[] {
  const typed = [...grouped(lines, ({ word }) => word.slice(0, name.length)).values()];
  return typed.flatMap((begun) => spanOf(begun, Math.max(2, Math.ceil(SAMPLE / typed.length))));
}

/**
 * Some of each way that the words go on, the first and the last of it among them: a shell types at once what all that it
 * is offered have in common, and that is then what all the words have in common.
 */
function spanOf(lines: readonly Keyed[], count: number): Keyed[] {
  const common = commonLength(lines[0]?.word ?? "", lines.at(-1)?.word ?? "");
  const ways = [...grouped(lines, ({ word }) => word.slice(0, common + 1)).values()];
  const shown = evenly(ways, count);
  return shown.flatMap((way) => evenly(way, Math.max(2, Math.ceil(count / shown.length))));
}

/**
 * A few of some sorted words, with the first and the last of all where the few have more in common than all do: a shell
 * would type it.
 */
export function withEndsOf<Line extends { readonly word: string }>(
  all: readonly Line[],
  few: readonly Line[],
): readonly Line[] {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return few;
  const common = first.word.slice(0, commonLength(first.word, last.word));
  const longer = few[0]?.word.slice(0, common.length + 1) ?? "";
  if (longer === common || !few.every(({ word }) => word.startsWith(longer))) return few;
  const words = new Set(few.map(({ word }) => word));
  return [...few, ...[first, last].filter(({ word }) => !words.has(word))];
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

/** `count`, two or more, of a list, the first and the last of it among them; all where it is no longer. */
function evenly<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from(
    { length: count },
    (_, at) => list[Math.floor((at * (list.length - 1)) / (count - 1))],
  ).filter((each) => each !== undefined);
}
