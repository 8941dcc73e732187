// What is held of all articles while a picker is open, and how it follows an index that another process writes to: what was
// written goes behind what is there, so that every other place stays an article's own, and only the order is read anew.
import { addBit, noBits, type BitSet, type Run } from "../base/bit-set.ts";
import { fold } from "../query/fold-text.ts";
import { articlesNewestFirst, joinColumns, type AskedFor, type NewestFirst } from "./newest-first.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import { eachRowNumber } from "./read-columns.ts";
import { identityOf } from "./write-rows.ts";

/** Articles by place; one that is gone, or was written since, leaves its place behind. */
export interface HeldArticles {
  readonly index: Index;
  /** Of the index when they were read. */
  readonly identity: string;
  readonly articles: NewestFirst;
  /** Folded, as the headlines are. */
  readonly slugs: readonly string[];
  readonly headlines: readonly string[];
  /** How many were read in one: behind them is what was written later. */
  readonly inOne: number;
  /** The places of those that are there, the newest change first, ties by path. */
  readonly order: readonly Run[];
  /** The same as a set. */
  readonly present: BitSet;
  /** Their places by row number; -1 where there is none. */
  readonly placeOf: Int32Array;
}

/** Reads all. Costs 10 us an article. */
export function holdArticles(index: Index, asked: AskedFor): HeldArticles {
  const articles = articlesNewestFirst(index, asked);
  const count = articles.ids.length;
  return arranged(index, { articles, ...folded(articles), inOne: count, order: [{ from: 0, to: count }] });
}

/** More rows than this are read with all others. */
const MOST_NEW = 1_000;

/**
 * What holdArticles finds now, by other places. Undefined where so much was written since all were read that they are to be
 * read again. Costs 0.2 us an article that is held.
 */
export function followIndex(before: HeldArticles, asked: AskedFor): HeldArticles | undefined {
  const { index, inOne } = before;
  const since = reading(index, () => prepared(index, COMMIT).get(before.identity))?.["number"];
  if (typeof since !== "number") return undefined;
  const written = new Set<number>();
  eachId(index, { list: WRITTEN, params: [since, MOST_NEW + 1] }, (id) => written.add(id));
  if (before.slugs.length - inOne + written.size > MOST_NEW) return undefined;
  const added = articlesNewestFirst(index, asked, since);
  const names = folded(added);
  return arranged(index, {
    articles: joinColumns(before.articles, added),
    slugs: before.slugs.concat(names.slugs),
    headlines: before.headlines.concat(names.headlines),
    inOne,
    order: orderNow(before, added.ids, written),
  });
}

const COMMIT = "SELECT number FROM commits WHERE name = ?";
const WRITTEN = "SELECT id FROM file INDEXED BY file_written WHERE written > ? LIMIT ?";
const NEWEST_FIRST = "SELECT id FROM file ORDER BY newest, path";

interface Asked {
  readonly list: string;
  readonly params: readonly number[];
}

function eachId(index: Index, { list, params }: Asked, visit: (id: number) => void): void {
  const sql = `SELECT json_group_array(id) AS ids FROM (${list})`;
  eachRowNumber(reading(index, () => prepared(index, sql).get(...params))?.["ids"], visit);
}

function folded({ slugs, headlines }: NewestFirst): Pick<HeldArticles, "slugs" | "headlines"> {
  return { slugs: slugs.map(fold), headlines: headlines.map(fold) };
}

/** `added` stand behind the earlier; what was written may have the number of a row that is gone. */
function orderNow(
  { index, slugs: { length: count }, placeOf }: HeldArticles,
  added: readonly number[],
  written: ReadonlySet<number>,
): Run[] {
  const addedAt = new Map(added.map((id, at) => [id, count + at]));
  const order: Run[] = [];
  let [from, to] = [0, 0];
  eachId(index, { list: NEWEST_FIRST, params: [] }, (id) => {
    const place = (written.has(id) ? addedAt.get(id) : placeOf[id]) ?? -1;
    if (place < 0) return;
    if (place !== to) {
      order.push({ from, to });
      from = place;
    }
    to = place + 1;
  });
  return [...order, { from, to }];
}

type Columns = Pick<HeldArticles, "articles" | "slugs" | "headlines" | "inOne" | "order">;

function arranged(index: Index, columns: Columns): HeldArticles {
  const { ids } = columns.articles;
  const present = noBits(ids.length);
  let last = 0;
  for (const id of ids) last = Math.max(last, id);
  const placeOf = new Int32Array(last + 1).fill(-1);
  for (const { from, to } of columns.order) {
    for (let place = from; place < to; place++) {
      addBit(present, place);
      placeOf[ids[place] ?? 0] = place;
    }
  }
  return { index, identity: identityOf(index), ...columns, present, placeOf };
}
