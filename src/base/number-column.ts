// Whole numbers by the hundred thousand, in 4 bytes each.

const FIRST = 1_024;

/** Whole numbers from 0 up to 2^32, each behind the last. */
export class NumberColumn {
  #numbers = new Uint32Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = new Uint32Array(this.#length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  /** The number at a place; 0 beyond the last. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}
