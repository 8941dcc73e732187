// Numbers by hash, for millions of them: 18 to 24 bytes each, where a Map takes more than a hundred and moves them about as
// garbage is collected.

const FIRST = 1_024;

/** Whole numbers up to 2^32 by hashes, which are whole numbers from 1 up to 2^53 and spread as hashes are. */
export class NumbersByHash {
  /** In the first free place from the one that a hash has by itself; 0 is free. */
  #hashes = new Float64Array(FIRST);
  #numbers = new Uint32Array(FIRST);
  #size = 0;

  /** The number of a hash; one that has none has `number` from now on. */
  first(hash: number, number: number): number {
    const place = this.#placeOf(hash);
    if (this.#hashes[place] === hash) return this.#numbers[place] ?? 0;
    this.#hashes[place] = hash;
    this.#numbers[place] = number;
    this.#size++;
    if (this.#size * 3 > this.#hashes.length * 2) this.#grow();
    return number;
  }

  #placeOf(hash: number): number {
    const { length } = this.#hashes;
    let place = hash % length;
    while (this.#hashes[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) % length;
    return place;
  }

  #grow(): void {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#numbers = new Uint32Array(hashes.length * 2);
    for (const [at, hash] of hashes.entries()) {
      if (hash === 0) continue;
      const place = this.#placeOf(hash);
      this.#hashes[place] = hash;
      this.#numbers[place] = numbers[at] ?? 0;
    }
  }
}
