// The rows of a whole site in columns, most of it outside the heap: a plan holds one of each article to its end, and as
// objects they would be 1.3 KB each, gone through whenever the heap is collected.
import { NumberColumn } from "../../../base/number-column.ts";
import { PackedTexts } from "../../../base/packed-texts.ts";
import type { ListName, RareParts, SiteRow } from "./site-row.ts";

/** What packs rows that have a pool in common: a packed row says what the other said. 0.5 KB each. */
export type RowPacker = (row: SiteRow) => SiteRow;

export function rowPacker(): RowPacker {
  const columns = new Columns();
  return (row) => new PackedRow(columns, columns.add(row));
}

/** Texts of a row that no other has. */
const TEXTS = { path: 0, hash: 1, file: 2, callKey: 3, storyKey: 4, teaserKey: 5 } as const;

class Columns {
  readonly texts: PackedTexts = new PackedTexts(Object.keys(TEXTS).length);
  readonly published: number[] = [];
  readonly updated: number[] = [];
  readonly languages: Recurring<string> = new Recurring();
  readonly sections: Recurring<string | undefined> = new Recurring();
  readonly lists: Recurring<ListName> = new Recurring();
  readonly names: Recurring<string> = new Recurring();
  readonly more: (RareParts | undefined)[] = [];

  /** The number of the row. */
  add(row: SiteRow): number {
    const { path, hash, file, callKey, storyKey, teaserKey } = row;
    this.texts.add([path, hash, file, callKey, storyKey, teaserKey]);
    this.published.push(row.published);
    this.updated.push(row.updated);
    this.languages.add([row.language]);
    this.sections.add([row.section]);
    this.lists.add(row.lists);
    this.names.add(row.names);
    return this.more.push(row.more) - 1;
  }
}

class PackedRow implements SiteRow {
  readonly #columns: Columns;
  readonly #at: number;

  constructor(columns: Columns, at: number) {
    this.#columns = columns;
    this.#at = at;
  }

  get path(): string {
    return this.#columns.texts.at(this.#at, TEXTS.path);
  }

  get hash(): string {
    return this.#columns.texts.at(this.#at, TEXTS.hash);
  }

  get file(): string {
    return this.#columns.texts.at(this.#at, TEXTS.file);
  }

  get callKey(): string {
    return this.#columns.texts.at(this.#at, TEXTS.callKey);
  }

  get storyKey(): string {
    return this.#columns.texts.at(this.#at, TEXTS.storyKey);
  }

  get teaserKey(): string {
    return this.#columns.texts.at(this.#at, TEXTS.teaserKey);
  }

  get published(): number {
    return this.#columns.published[this.#at] ?? 0;
  }

  get updated(): number {
    return this.#columns.updated[this.#at] ?? 0;
  }

  get language(): string {
    return this.#columns.languages.at(this.#at)[0] ?? "";
  }

  get section(): string | undefined {
    return this.#columns.sections.at(this.#at)[0];
  }

  get lists(): readonly ListName[] {
    return this.#columns.lists.at(this.#at);
  }

  get names(): readonly string[] {
    return this.#columns.names.at(this.#at);
  }

  get more(): RareParts | undefined {
    return this.#columns.more[this.#at];
  }

  toJSON(): SiteRow {
    const { path, hash, file, published, updated, language, section, lists, names } = this;
    const { callKey, storyKey, teaserKey, more } = this;
    const keys = { callKey, storyKey, teaserKey };
    return { path, hash, file, published, updated, language, section, lists, names, ...keys, more };
  }
}

/** Values that many rows have, a few in each: held once, and by their numbers. */
class Recurring<Value> {
  readonly #values: Value[] = [];
  readonly #numbers = new Map<Value, number>();
  /** The numbers of all rows, one row behind the other, and where those of each end. */
  readonly #all = new NumberColumn();
  readonly #ends = new NumberColumn();

  add(values: readonly Value[]): void {
    for (const value of values) {
      const number = this.#numbers.get(value) ?? this.#values.push(value) - 1;
      this.#numbers.set(value, number);
      this.#all.push(number);
    }
    this.#ends.push(this.#all.length);
  }

  at(row: number): readonly Value[] {
    const values: Value[] = [];
    const end = this.#ends.at(row);
    for (let at = row === 0 ? 0 : this.#ends.at(row - 1); at < end; at++) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was put there
      values.push(this.#values[this.#all.at(at)] as Value);
    }
    return values;
  }
}
