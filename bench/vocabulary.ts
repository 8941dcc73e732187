// The words of the generated newsroom: invented, and as unevenly used as those of a real language, so that a
// full-text search meets common words and rare ones.
import { between, pick, type Random } from "./random.ts";

export interface Vocabulary {
  /** From the most to the least frequent; all different. */
  readonly words: readonly string[];
  /** One word, by Zipf's law. */
  readonly draw: (random: Random) => string;
}

const CONSONANTS = ["b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
const VOWELS = ["a", "a", "e", "e", "e", "i", "i", "o", "o", "u"];
const ACCENTED = ["é", "ö"];
const ENDINGS = ["", "", "", "n", "s", "r", "l"];

/** `size` words (at most 65,536) from the chance given; common words are short, as everywhere. */
export function inventVocabulary(random: Random, size: number): Vocabulary {
  const words = new Set<string>();
  while (words.size < size) words.add(inventWord(random, syllablesAt(words.size)));
  const list = [...words];
  const ranks = tableOfRanks(size);
  return { words: list, draw: (chance) => list[ranks[Math.floor(chance() * ranks.length)] ?? 0] ?? "" };
}

function syllablesAt(rank: number): number {
  if (rank < 60) return 1;
  return rank < 2_000 ? 2 : 3;
}

function inventWord(random: Random, syllables: number): string {
  const count = syllables === 1 ? 1 : between(random, syllables - 1, syllables + 1);
  let word = "";
  for (let each = 0; each < count; each++) word += inventSyllable(random);
  return word + pick(random, ENDINGS);
}

function inventSyllable(random: Random): string {
  return pick(random, CONSONANTS) + pick(random, random() < 0.02 ? ACCENTED : VOWELS);
}

const TABLE_SIZE = 2 ** 20;

/** Zipf and Mandelbrot: rank r is used in proportion to 1 / (r + 2.7). Drawing from the table is one look. */
function tableOfRanks(size: number): Uint16Array {
  const weights = Array.from({ length: size }, (_, rank) => 1 / (rank + 3.7));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(TABLE_SIZE);
  let until = 0;
  let filled = 0;
  for (const [rank, weight] of weights.entries()) {
    until += (weight / total) * TABLE_SIZE;
    for (; filled < until && filled < TABLE_SIZE; filled++) table[filled] = rank;
  }
  return table;
}
