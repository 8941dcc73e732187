// Which of a fixed list of places are in a set, a bit for each: sets of a hundred thousand are joined in microseconds.

/** 32 places a number; the sets of one list have one length. */
export type BitSet = Uint32Array;

export function noBits(places: number): BitSet {
  return new Uint32Array(Math.ceil(places / 32));
}

/** The places that `isIn` holds for. */
export function bitsWhere(places: number, isIn: (place: number) => boolean): BitSet {
  const bits = noBits(places);
  for (let place = 0; place < places; place++) if (isIn(place)) addBit(bits, place);
  return bits;
}

export function allBits(places: number): BitSet {
  const bits = noBits(places).fill(~0);
  const last = places % 32;
  if (last > 0) bits[bits.length - 1] = ~(~0 << last);
  return bits;
}

export function isNoBits(bits: BitSet): boolean {
  return bits.every((word) => word === 0);
}

export function addBit(bits: BitSet, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

export function dropBit(bits: BitSet, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31));
}

/** The same set of more places. */
export function growBits(bits: BitSet, places: number): BitSet {
  const grown = noBits(places);
  grown.set(bits);
  return grown;
}

export function inBoth(some: BitSet, others: BitSet): BitSet {
  const both = some.slice();
  for (let at = 0; at < both.length; at++) both[at] = (both[at] ?? 0) & (others[at] ?? 0);
  return both;
}

export function inEither(some: BitSet, others: BitSet): BitSet {
  const either = some.slice();
  for (let at = 0; at < either.length; at++) either[at] = (either[at] ?? 0) | (others[at] ?? 0);
  return either;
}

/** Those in the first set that are not in the second. */
export function without(some: BitSet, others: BitSet): BitSet {
  const left = some.slice();
  for (let at = 0; at < left.length; at++) left[at] = (left[at] ?? 0) & ~(others[at] ?? 0);
  return left;
}

export function countBits(bits: BitSet): number {
  let count = 0;
  for (const word of bits) count += onesIn(word);
  return count;
}

/** Pairs of bits are summed, then fours, then bytes; the product adds up the bytes. */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

/** Calls `visit` with the places of a set, in order. */
export function eachPlace(bits: BitSet, visit: (place: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1)
      visit(at * 32 + 31 - Math.clz32(left & -left));
  }
}

/** Places in a row. */
export interface Run {
  readonly from: number;
  /** Not among them. */
  readonly to: number;
}

/** Those of the places of the runs, run after run, that are in the set; each found as it is asked for. */
export function* placesIn(bits: BitSet, runs: readonly Run[]): Generator<number, void, undefined> {
  for (const { from, to } of runs) {
    for (let at = from >>> 5; at * 32 < to; at++) {
      for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) {
        const place = at * 32 + 31 - Math.clz32(left & -left);
        if (place >= from && place < to) yield place;
      }
    }
  }
}

/** The first of them, no more than `limit`. */
export function firstPlaces(bits: BitSet, runs: readonly Run[], limit: number): number[] {
  const places: number[] = [];
  for (const place of placesIn(bits, runs)) {
    if (places.length === limit) break;
    places.push(place);
  }
  return places;
}
