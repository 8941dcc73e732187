// The rows of a site as they are remembered: what many rows name stands in each batch once, and is named by its number.
import {
  newPool,
  pooled,
  pooledList,
  type ListName,
  type RareParts,
  type SiteRow,
} from "../plan/site-row.ts";

/** Some rows in their order, as plain data. */
export interface PackedRows {
  readonly texts: readonly string[];
  readonly lists: readonly ListName[];
  readonly rows: readonly PackedRow[];
}

/** Texts and lists by their numbers; a section that is none is -1. */
type PackedRow = readonly [
  path: string,
  hash: string,
  file: string,
  published: number,
  updated: number,
  language: number,
  section: number,
  lists: readonly number[],
  names: readonly number[],
  callKey: string,
  storyKey: string,
  teaserKey: string,
  more: RareParts | 0,
  beside: readonly number[],
];

const BATCH = 5_000;

/** `beside` are the related stories of each row, which are remembered by their places. */
export function* packRows(
  rows: readonly SiteRow[],
  beside: ReadonlyMap<SiteRow, readonly SiteRow[]>,
): Generator<PackedRows, void, undefined> {
  const places = new Map(rows.map((row, place) => [row, place]));
  for (let at = 0; at < rows.length; at += BATCH) {
    const [texts, lists] = [numbering<string>(), numbering<ListName>()];
    const part = rows.slice(at, at + BATCH);
    const packed = part.map((row): PackedRow => {
      const { path, hash, file, published, updated, language, section, names, more = 0 } = row;
      return [
        path,
        hash,
        file,
        published,
        updated,
        texts.numberOf(language),
        section === undefined ? -1 : texts.numberOf(section),
        row.lists.map((list) => lists.numberOf(list)),
        names.map((name) => texts.numberOf(name)),
        row.callKey,
        row.storyKey,
        row.teaserKey,
        more,
        (beside.get(row) ?? []).flatMap((other) => places.get(other) ?? []),
      ];
    });
    yield { texts: texts.all(), lists: lists.all(), rows: packed };
  }
}

interface Numbering<T> {
  readonly numberOf: (thing: T) => number;
  readonly all: () => readonly T[];
}

function numbering<T>(): Numbering<T> {
  const numbers = new Map<T, number>();
  return {
    numberOf(thing) {
      const known = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, known);
      return known;
    },
    all: () => [...numbers.keys()],
  };
}

/** What packRows packed, from a line of JSON for each batch. */
export function unpackRows(batches: Iterable<string>): {
  readonly rows: readonly SiteRow[];
  readonly besideAt: readonly (readonly number[])[];
} {
  const pool = newPool();
  const rows: SiteRow[] = [];
  const besideAt: (readonly number[])[] = [];
  for (const line of batches) {
    const batch: PackedRows = JSON.parse(line);
    const texts = batch.texts.map((text) => pooled(pool, text));
    const lists = batch.lists.map((list) => pooledList(pool, list));
    for (const row of batch.rows) {
      rows.push(unpackRow(row, texts, lists));
      besideAt.push(row[13]);
    }
  }
  return { rows, besideAt };
}

function unpackRow(packed: PackedRow, texts: readonly string[], lists: readonly ListName[]): SiteRow {
  const [path, hash, file, published, updated, language, section, on, names, ...keys] = packed;
  const [callKey, storyKey, teaserKey, more] = keys;
  return {
    path,
    hash,
    file,
    published,
    updated,
    language: texts[language] ?? "",
    ...(section === -1 ? {} : { section: texts[section] ?? "" }),
    lists: on.flatMap((number) => lists[number] ?? []),
    names: names.flatMap((number) => texts[number] ?? []),
    callKey,
    storyKey,
    teaserKey,
    ...(more === 0 ? {} : { more }),
  };
}
