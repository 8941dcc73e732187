// One spelling for texts that differ in nothing but case or composition.

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7F]*$/;

/** Texts that a file system without case takes for one are equal when folded: NFC, in lower case, ς as σ and ß as ss. */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFC").split("ı").map(folded).join("ı").normalize("NFC");
}

/** Upper case and back folds ß with ss. A σ is ς at the end of a word alone; a dotless ı, which stays apart from i, is not here. */
function folded(part: string): string {
  return part.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
