// The writer's own words in a piece of prose: quotations blanked, block quotes too, because those are somebody else's.
// Works on what prose-of.ts leaves, and keeps every place.

/** The prose, as long and with the same lines, without what stands in quotation marks or in a block quote. O(prose). */
export function ownWords(prose: string): string {
  return prose.replace(/^ {0,3}>.*$/gm, blank).replace(QUOTATION, blank);
}

/**
 * To the closing mark, or where that is missing to the end of the paragraph: a quotation of several paragraphs closes
 * only the last. An apostrophe is no closing mark. Straight marks count only in pairs. The counts bound the memory that
 * an opening without an end may take: eight million characters are more than a pattern can go back over.
 */
const QUOTATION =
  /“(?:[^”\n]|\n(?![ \t]*\n)){0,500000}”?|„(?:[^“”\n]|\n(?![ \t]*\n)){0,500000}[“”]?|«(?:[^»\n]|\n(?![ \t]*\n)){0,500000}»?|「[^」\n]{0,500000}」?|『[^』\n]{0,500000}』?|‘(?:[^‘’\n]|’(?=\p{L})|\n(?![ \t]*\n)){0,500000}’|"(?:[^"\n]|\n(?![ \t]*\n)){0,500000}"/gu;

function blank(found: string): string {
  return found.replace(/[^\n]/g, " ");
}
