// Texts by the hundred thousand, outside the heap: there they are as long as they are, and nothing that is collected goes
// through them.
import { NumberColumn } from "./number-column.ts";

const CHUNK = 1 << 20;

/** Rows of texts, so many in each. A row takes its bytes in UTF-8, 4 more a text, and 8. */
export class PackedTexts {
  readonly #width: number;
  readonly #chunks: Buffer[] = [];
  /** Where the next row begins in the last chunk. */
  #end = CHUNK;
  /** Where each row begins: its chunk, and the place in that. */
  readonly #starts: number[] = [];
  /** Where each text ends in its row. */
  readonly #ends = new NumberColumn();

  constructor(width: number) {
    this.#width = width;
  }

  /** Adds a row behind the last. Texts are well-formed. */
  add(texts: readonly string[]): void {
    const whole = texts.join("");
    const chunk = this.#chunkFor(whole);
    const start = this.#end;
    const written = chunk.write(whole, start);
    this.#end = start + written;
    this.#starts.push((this.#chunks.length - 1) * CHUNK + start);
    let end = 0;
    for (const text of texts) {
      end += written === whole.length ? text.length : Buffer.byteLength(text);
      this.#ends.push(end);
    }
  }

  /** One text of a row; empty beyond the last. 0.2 us. */
  at(row: number, column: number): string {
    const start = this.#starts[row] ?? 0;
    const at = row * this.#width + column;
    const from = column === 0 ? 0 : this.#ends.at(at - 1);
    const begin = start % CHUNK;
    const chunk = this.#chunks[Math.floor(start / CHUNK)];
    return chunk?.toString("utf8", begin + from, begin + this.#ends.at(at)) ?? "";
  }

  /** One with room for the text at its end: a unit of UTF-16 takes three bytes at most. */
  #chunkFor({ length }: string): Buffer {
    const last = this.#chunks.at(-1);
    if (last !== undefined && this.#end + length * 3 <= last.length && this.#end < CHUNK) return last;
    const chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, length * 3));
    this.#chunks.push(chunk);
    this.#end = 0;
    return chunk;
  }
}
