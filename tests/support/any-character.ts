// What strings of properties are made of where any character will do.
import fc from "fast-check";

const SURROGATES = 0xd800;
const BEHIND_SURROGATES = 0xe000;
const HOW_MANY = BEHIND_SURROGATES - SURROGATES;

/**
 * Any character of Unicode, as `unit` of `fc.string`. It draws what fast-check's own "binary" draws, which keeps a table
 * of all million to look them up in: a second of processor time and a hundred megabytes for every worker.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - HOW_MANY })
  .map((at) => String.fromCodePoint(at < SURROGATES ? at : at + HOW_MANY), placeOf);

/** Throws where `character` is none: fast-check asks of parts of its dangerous words, too. */
function placeOf(character: unknown): number {
  const code = typeof character === "string" ? character.codePointAt(0) : undefined;
  const isWhole = code !== undefined && String.fromCodePoint(code) === character;
  if (!isWhole || (code >= SURROGATES && code < BEHIND_SURROGATES)) throw new Error("not one character");
  return code < SURROGATES ? code : code - HOW_MANY;
}
