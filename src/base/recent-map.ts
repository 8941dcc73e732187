// What was last looked up, in bounded memory.

/** A map that keeps the last `most` values at least, and twice as many at most. */
export class RecentMap<Key, Value> {
  readonly #most: number;
  #newer = new Map<Key, Value>();
  #older: ReadonlyMap<Key, Value> = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    return this.#newer.get(key) ?? this.#older.get(key);
  }

  set(key: Key, value: Value): void {
    if (this.#newer.size >= this.#most) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }
}
