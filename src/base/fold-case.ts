// One spelling for texts that differ in nothing but case or composition.

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7F]*$/;

/** Texts that a file system without case takes for one are equal when folded: NFC, in lower case, ς as σ and ß as ss. */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return Array.from(text.normalize("NFC"), folded).join("").normalize("NFC");
}

/** Upper case and back folds ς with σ and ß with ss; a dotless ı stays apart from i. */
function folded(character: string): string {
  return character === "ı" ? character : character.toLowerCase().toUpperCase().toLowerCase();
}
