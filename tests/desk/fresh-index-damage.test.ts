// Promise F7: the index is a cache. Whatever has become of it, the next command answers right, without a word, and the
// index is made anew; and whatever stands in its place is not followed, opened or filled.
import fs from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { put, withNewsroom } from "../index/make-newsroom.ts";
import type { Files } from "../index/random-newsroom.ts";
import { letGoOf } from "../support/let-go-of.ts";
import { runStet, type Outcome } from "../support/run-stet.ts";

const FILES: Files = {
  "stet.yaml": "stet: 1\nfields: {page: number}\n",
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `articles/${at % 3}/story-${at}.yaml`,
      `headline: Story ${at}\nid: 01958f5c-9a3e-7c11-b0f4-${String(at).padStart(12, "0")}\ntags: [rail]\n` +
        `authors: [Jo Doe]\nstatus: published\npublished: 2026-01-${10 + at}\nx: {page: ${at}}\nbody: Words and sea${at}.\n`,
    ]),
  ),
};

async function list(root: string): Promise<Outcome> {
  const outcome = await runStet(["list", "words", "--json"], { cwd: root });
  await letGoOf(root);
  return outcome;
}

/** Lists, damages, lists twice: three times the same, without a word on stderr. The newsroom's root is left to look at. */
async function survives(
  damage: (root: string, file: string) => void,
  check?: (root: string) => void,
): Promise<void> {
  await withNewsroom(FILES, async (root) => {
    const before = await list(root);
    expect(before).toMatchObject({ exit: 0, stderr: "" });
    expect(JSON.parse(before.stdout)).toHaveLength(12);
    damage(root, currentIndexFile(root) ?? "");
    expect(await list(root)).toEqual(before);
    check?.(root);
    expect(await list(root)).toEqual(before);
    expect(leftIn(root)).toEqual([expect.stringMatching(/\.db$/), "lock.db"]);
  });
}

/** What lies in the index's folder. */
function leftIn(root: string): string[] {
  return fs.readdirSync(path.join(root, ".stet/index")).sort();
}

function sql(file: string, ...statements: readonly string[]): void {
  const database = openDatabase(file, { waitMs: 0, pragmas: [] });
  for (const statement of statements) database.exec(statement);
  database.close();
}

describe("a damaged index is made anew", () => {
  test.each([0, 1, 100, 512, 4096, 8192])("truncated to %i bytes", (length) =>
    survives((_, file) => fs.truncateSync(file, length)),
  );

  test("its last page cut off", () =>
    survives((_, file) => fs.truncateSync(file, fs.statSync(file).size - 4096)));

  test("zeroed", () => survives((_, file) => fs.writeFileSync(file, Buffer.alloc(fs.statSync(file).size))));

  test("a text", () =>
    survives((_, file) => fs.writeFileSync(file, "headline: I am no database\n".repeat(400))));

  test("beside journals of something else", () =>
    survives((_, file) => {
      fs.writeFileSync(`${file}-wal`, "no journal");
      fs.writeFileSync(`${file}-journal`, "no journal");
      fs.writeFileSync(`${file}-shm`, "no shared memory");
    }));

  /** Nothing of it is left. */
  const isGone = (root: string): void => {
    const database = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%more'").all()).toEqual([]);
    database.close();
  };

  test.each([
    ["of another version", "PRAGMA user_version=7"],
    ["unfinished", "PRAGMA user_version=0"],
    ["read with other settings", "UPDATE setting SET value = 'other' WHERE name = 'reading'"],
    ["without a table", "DROP TABLE name"],
    ["with a column more", "ALTER TABLE file ADD COLUMN more"],
    ["with a table more", "CREATE TABLE more (a)"],
    ["with a view", "CREATE VIEW more AS SELECT 1"],
    ["with a trigger", "CREATE TRIGGER more AFTER INSERT ON file BEGIN DELETE FROM name; END"],
    [
      "with a trigger under a name of the full text",
      "CREATE TRIGGER prose_more AFTER INSERT ON file BEGIN DELETE FROM name; END",
    ],
    ["with a view under a name of the full text", "CREATE VIEW prose_more AS SELECT 1"],
  ])("%s", (_, statement) => survives((_root, file) => sql(file, statement), isGone));

  test("copied from another newsroom", () =>
    withNewsroom({ ...FILES, "articles/0/story-0.yaml": "headline: Other\nbody: words" }, async (other) => {
      await list(other);
      await survives((_, file) => fs.copyFileSync(currentIndexFile(other) ?? "", file));
    }));
});

describe("a row that stet never wrote is not shown", () => {
  test.each([
    ["with rows that are no articles", "UPDATE file SET head = '[]'"],
    ["with rows that are no JSON", "UPDATE file SET head = '{'"],
    ["with authors that are none", `UPDATE file SET head = json_set(head, '$.authors', json('[1]'))`],
    [
      "with moments that are none",
      `UPDATE file SET head = json_set(head, '$.published', json('{"epochMs":"x"}'))`,
    ],
    [
      "with corrections that are none",
      `UPDATE file SET head = json_set(head, '$.corrections', json('[null]'))`,
    ],
    ["with own fields that are none", `UPDATE file SET head = json_set(head, '$.x', json('null'))`],
    ["with paths out of the newsroom", "UPDATE file SET path = '../../etc/' || path"],
    ["with findings that are none", "UPDATE file SET errors = '[1]' WHERE slug = 'story-1'"],
  ])("%s", (_, statement) => survives((_root, file) => sql(file, statement)));

  /** Damages what the line comes to last, and runs it again: the same, each row once. */
  const survivesHalfWay = (line: readonly string[], statement: string): Promise<void> =>
    withNewsroom(FILES, async (root) => {
      const ask = async (): Promise<Outcome> => {
        const outcome = await runStet(line, { cwd: root });
        await letGoOf(root);
        return outcome;
      };
      const before = await ask();
      expect(before).toMatchObject({ exit: 0 });
      expect(before.stdout.split("\n").length).toBeGreaterThan(8);
      const file = currentIndexFile(root) ?? "";
      sql(file, statement);
      expect(await ask()).toEqual(before);
      expect(isBroken(currentIndexFile(root) ?? "")).toBe(false);
    });

  /** True where a row holds what no row can hold. */
  const isBroken = (file: string): boolean => {
    const database = openDatabase(file, { waitMs: 0, pragmas: [] });
    const { count } = database.prepare("SELECT count(*) AS count FROM file WHERE head = '{'").get() ?? {};
    database.close();
    return count !== 0;
  };

  const OLDEST = "UPDATE file SET head = '{' WHERE slug = 'story-0'";

  test.each([
    ["list", ["list", "words", "-s", "-published", "--slugs"]],
    ["list by a field the index does not sort by", ["list", "words", "-s", "-tags", "--slugs"]],
    ["search", ["search", "words", "--slugs"]],
    ["export", ["export", "-Q", "is:live -slug:story-11", "--to", "ndjson"]],
    ["selection", ["list", "headline~story", "-s", "-published", "--ndjson"]],
  ] as const)("met half-way by a %s: no row comes twice, none is left out", (_, line) =>
    survivesHalfWay(line, OLDEST),
  );
});

describe("what stands in the index's place", () => {
  const inPlace = (make: (file: string, root: string) => void): Promise<void> =>
    survives((root, file) => {
      fs.rmSync(file);
      make(file, root);
    });

  test("an empty folder", () => inPlace((file) => fs.mkdirSync(file)));
  test("a full folder", () => inPlace((file) => put(file, "a/b", "c")));
  test("a FIFO", () => inPlace((file) => execFileSync("mkfifo", [file])));
  test("a link to nothing", () => inPlace((file, root) => fs.symlinkSync(`${root}/nowhere`, file)));
  test("a link to itself", () => inPlace((file) => fs.symlinkSync(file, file)));

  test("a link to a database elsewhere, which stays as it is", () =>
    withNewsroom({}, async (other) => {
      sql(`${other}/bank.db`, "CREATE TABLE account (a)");
      const bytes = fs.readFileSync(`${other}/bank.db`);
      await inPlace((file) => fs.symlinkSync(`${other}/bank.db`, file));
      expect(fs.readFileSync(`${other}/bank.db`)).toEqual(bytes);
      expect(fs.readdirSync(other)).toEqual(["bank.db"]);
    }));

  test("a second name of a database elsewhere, which stays as it is", () =>
    withNewsroom({}, async (other) => {
      sql(`${other}/bank.db`, "CREATE TABLE account (a)");
      const bytes = fs.readFileSync(`${other}/bank.db`);
      await inPlace((file) => fs.linkSync(`${other}/bank.db`, file));
      expect(fs.readFileSync(`${other}/bank.db`)).toEqual(bytes);
    }));

  test.each(["-wal", "-shm", "-journal"])("a link in place of its %s, which leads nowhere", (suffix) =>
    withNewsroom({ precious: "text" }, async (other) => {
      await survives((_, file) => fs.symlinkSync(`${other}/precious`, file + suffix));
      expect(fs.readFileSync(`${other}/precious`, "utf8")).toBe("text");
    }),
  );

  test("a link or a folder in place of the one being made", () =>
    withNewsroom({ precious: "text" }, async (other) => {
      await survives((_, file) => {
        fs.rmSync(file);
        fs.symlinkSync(`${other}/precious`, path.join(path.dirname(file), "1.new"));
        fs.mkdirSync(path.join(path.dirname(file), "2.new"));
      });
      expect(fs.readFileSync(`${other}/precious`, "utf8")).toBe("text");
    }));
});

describe("what stands in the place of the lock of those who make it", () => {
  const locked = (make: (lock: string, root: string) => void): Promise<void> =>
    withNewsroom(FILES, async (root) => {
      const before = await list(root);
      fs.rmSync(path.join(root, ".stet/index"), { recursive: true });
      fs.mkdirSync(path.join(root, ".stet/index"));
      make(path.join(root, ".stet/index/lock.db"), root);
      expect(await list(root)).toEqual(before);
      expect(await list(root)).toEqual(before);
    });

  test("a folder", () => locked((lock) => fs.mkdirSync(lock)));
  test("a FIFO", () => locked((lock) => execFileSync("mkfifo", [lock])));
  test("a text", () => locked((lock) => fs.writeFileSync(lock, "no database".repeat(1000))));
  test("a link out of the newsroom, which nothing is made behind", () =>
    withNewsroom({}, async (other) => {
      await locked((lock) => fs.symlinkSync(`${other}/made`, lock));
      expect(fs.readdirSync(other)).toEqual([]);
    }));
});

describe("what stands in the place of the index's folder", () => {
  const inPlace = (make: (root: string) => void): Promise<void> =>
    withNewsroom(FILES, async (root) => {
      const before = await list(root);
      fs.rmSync(path.join(root, ".stet"), { recursive: true });
      make(root);
      expect(await list(root)).toEqual(before);
    });

  test("a file", () => inPlace((root) => put(root, ".stet/index", "text")));
  test("a file where .stet should be", () => inPlace((root) => put(root, ".stet", "text")));
  test("a link out of the newsroom, which nothing is made behind", () =>
    withNewsroom({}, async (other) => {
      await inPlace((root) => {
        fs.mkdirSync(path.join(root, ".stet"));
        fs.symlinkSync(other, path.join(root, ".stet/index"));
      });
      expect(fs.readdirSync(other)).toEqual([]);
    }));
});
