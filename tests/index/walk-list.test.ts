// A list that is walked in pieces has every row that one question finds, and each once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allSteps } from "../../src/base/steps.ts";
import { listed, type List } from "../../src/index/condition.ts";
import { closeIndex, createIndex, type Index } from "../../src/index/open-index.ts";
import { walkList, walkValues, walkWords } from "../../src/index/walk-list.ts";

/** More than two pieces of them. */
const ROWS = 4_500;
let index: Index;

/** Ids of which hardly two are alike, tags of which many are, numbers written in more ways than one, and words. */
beforeAll(() => {
  index = createIndex(":memory:", { reading: "", timezone: "UTC" });
  const { database } = index;
  const numbers = `WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row LIMIT ${ROWS})`;
  database.exec(`BEGIN;
    ${numbers} INSERT INTO term SELECT 'id', printf('0%x', n * 7919 % 4507), n, NULL FROM row;
    ${numbers} INSERT INTO term SELECT 'tag', 'tag-' || (n % 250), n, NULL FROM row;
    ${numbers} INSERT INTO term SELECT 'tag', 'all', n, NULL FROM row;
    ${numbers} INSERT INTO term SELECT 'x.page', iif(n % 2, n % 3, (n % 3) || '.0'), n, n % 3 FROM row;
    ${numbers} INSERT INTO prose (rowid, body) SELECT n, 'every word' || (n % 40) || iif(n % 9, '', ' one two') FROM row;
    COMMIT`);
});

afterAll(() => closeIndex(index));

function idsIn(sql: string, ...params: readonly (string | number)[]): number[] {
  return index.database
    .prepare(sql)
    .all(...params)
    .map(({ id }) => Number(id))
    .toSorted((a, b) => a - b);
}

function walked(list: List, isWanted?: (value: string) => boolean) {
  const ids: number[] = [];
  const visit = (id: number): void => void ids.push(id);
  const steps = walkList(index, list, { last: ROWS, visit, ...(isWanted === undefined ? {} : { isWanted }) });
  let pieces = 1;
  while (steps.next().done !== true) pieces++;
  return { ids: ids.toSorted((a, b) => a - b), pieces };
}

const LISTS: Readonly<Record<string, List>> = {
  "any id": { of: "term", field: "id", where: [], params: [], order: ["value", "file"] },
  "ids that begin so": {
    of: "term",
    field: "id",
    where: ["value < ? || x'FF'"],
    params: ["0"],
    order: ["value", "file"],
    least: "0",
  },
  "one tag": { of: "term", field: "tag", where: ["value = ?"], params: ["all"], order: ["file"] },
  numbers: {
    of: "term",
    field: "x.page",
    where: ["number IS NOT NULL", "number < ?"],
    params: [2],
    order: ["number", "value", "file"],
    least: 0,
  },
  "any number": {
    of: "term",
    field: "x.page",
    where: ["number IS NOT NULL"],
    params: [],
    order: ["number", "value", "file"],
  },
  "a word": { of: "prose", match: "every" },
  "words in a row": { of: "prose", match: '"one two"' },
};

describe("a list", () => {
  test.each(Object.keys(LISTS))("%s", (name) => {
    const list = LISTS[name] ?? expect.unreachable();
    const { sql, params } = listed(list);
    const ids = idsIn(`SELECT id FROM (SELECT DISTINCT file AS id FROM term) WHERE ${sql}`, ...params);
    expect(ids.length).toBeGreaterThan(400);
    const { ids: found, pieces } = walked(list);
    expect(found).toEqual(ids);
    expect(pieces).toBeGreaterThan(1);
  });

  test("of values: those that are wanted", () => {
    const list = LISTS["any id"] ?? expect.unreachable();
    const ids = idsIn("SELECT file AS id FROM term WHERE field = 'id' AND value LIKE '%a'");
    expect(ids.length).toBeGreaterThan(200);
    expect(walked(list, (value) => value.endsWith("a")).ids).toEqual(ids);
  });
});

test("the values of a field", () => {
  const values = ["all", ...Array.from({ length: 250 }, (_, at) => `tag-${at}`)].toSorted();
  expect(allSteps(walkValues(index, "tag"))).toEqual(values);
  expect(allSteps(walkValues(index, "kind"))).toEqual([]);
});

test.each(["word", "word1", "every", "none"])("the words that begin with %s", (beginning) => {
  const words: string[] = [];
  // eslint-disable-next-line require-yield
  const visit = function* (word: string) {
    words.push(word);
  };
  allSteps(walkWords(index, beginning, visit));
  const all = ["every", "one", "two", ...Array.from({ length: 40 }, (_, at) => `word${at}`)];
  expect(words).toEqual(all.filter((word) => word.startsWith(beginning)).toSorted());
});
