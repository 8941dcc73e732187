// The order of texts by their code points: what SQLite sorts by, and what JavaScript's `<` is not beyond U+FFFF.

/** True where `a` stands before `b`. */
export function isBefore(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return weight(left) < weight(right);
  }
  return a.length < b.length;
}

/** Surrogates, the halves of what lies beyond U+FFFF, after every other code unit. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
