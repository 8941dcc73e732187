// A hash under keys that nobody knows: texts chosen so that they share a place share none.

/**
 * A hash from 0 to 2^32 - 1, under other keys each time this is called. Each half is the upper half of the sum of all
 * units times a key of their own: two texts chosen without the keys share one once in 65,536 (multilinear hashing;
 * Lemire and Kaser, "Strongly universal string hashing is fast", 2). A secret start of FNV-1a would not do: texts that
 * share their lower bits under one start share them under many.
 */
export function keyedHash(): (text: string) => number {
  let keys = withRandomKeys(new Uint32Array(128), 0);
  return (text) => {
    if (keys.length < 2 * text.length + 2) keys = longer(keys, 2 * text.length + 2);
    let one = keys[0] ?? 0;
    let other = keys[1] ?? 0;
    for (let at = 0; at < text.length; at++) {
      // No unit is 0, which would count for nothing at the end of a text.
      const unit = text.charCodeAt(at) + 1;
      one = (one + Math.imul(unit, keys[2 * at + 2] ?? 0)) | 0;
      other = (other + Math.imul(unit, keys[2 * at + 3] ?? 0)) | 0;
    }
    return ((one >>> 16) | (other & 0xffff0000)) >>> 0;
  };
}

function longer(keys: Uint32Array, atLeast: number): Uint32Array {
  const more = new Uint32Array(2 * atLeast);
  more.set(keys);
  return withRandomKeys(more, keys.length);
}

function withRandomKeys(keys: Uint32Array, from: number): Uint32Array {
  for (let at = from; at < keys.length; at++) keys[at] = Math.floor(Math.random() * 2 ** 32);
  return keys;
}
