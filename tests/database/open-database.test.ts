import path from "node:path";
import { describe, expect, test } from "vitest";
import { driverFor, openDatabase, sqliteCode } from "../../src/database/open-database.ts";
import { temporaryFolder } from "../newsroom/temporary-newsroom.ts";

describe("the driver", () => {
  test.each([
    ["20.19.0", "@photostructure/sqlite"],
    ["22.23.3", "@photostructure/sqlite"],
    ["23.11.0", "@photostructure/sqlite"],
    ["24.0.0", "node:sqlite"],
    ["100.1.0", "node:sqlite"],
  ])("of Node %s is %s", (version, driver) => expect(driverFor(version)).toBe(driver));
});

test("opens, keeps and reads back rows, full text included", () => {
  const file = path.join(temporaryFolder(), "x.db");
  const first = openDatabase(file, { waitMs: 0, pragmas: ["journal_mode=WAL", "synchronous=NORMAL"] });
  first.exec("CREATE VIRTUAL TABLE t USING fts5(body); INSERT INTO t VALUES ('nobody is happy')");
  first.close();
  const second = openDatabase(file, { waitMs: 0, pragmas: [] });
  const rows = second.prepare("SELECT body FROM t WHERE t MATCH 'happy'").all();
  expect(rows.map((row) => ({ ...row }))).toEqual([{ body: "nobody is happy" }]);
  second.close();
});

test("runs the pragmas given", () => {
  const database = openDatabase(":memory:", { waitMs: 0, pragmas: ["user_version=7"] });
  expect({ ...database.prepare("PRAGMA user_version").get() }).toEqual({ user_version: 7 });
  database.close();
});

test("a pragma that fails closes the file again", () => {
  const file = path.join(temporaryFolder(), "x.db");
  expect(() => openDatabase(file, { waitMs: 0, pragmas: ["no such syntax("] })).toThrow("syntax error");
});

describe("sqliteCode", () => {
  test("is 5 where another connection writes", () => {
    const file = path.join(temporaryFolder(), "x.db");
    const writer = openDatabase(file, { waitMs: 0, pragmas: [] });
    writer.exec("BEGIN IMMEDIATE");
    const other = openDatabase(file, { waitMs: 0, pragmas: [] });
    expect(codeOf(() => other.exec("BEGIN IMMEDIATE"))).toBe(5);
    writer.close();
    other.close();
  });
  test("is 14 where the file cannot be opened", () => {
    expect(codeOf(() => openDatabase("/nowhere/x.db", { waitMs: 0, pragmas: [] }))).toBe(14);
  });
  test("keeps the primary code of an extended one", () => {
    expect(sqliteCode(Object.assign(new Error("x"), { errcode: 261 }))).toBe(5);
  });
  test.each([new Error("x"), undefined, { errcode: 5 }, Object.assign(new Error("x"), { errcode: "5" })])(
    "is undefined for %s",
    (error) => expect(sqliteCode(error)).toBeUndefined(),
  );
});

function codeOf(work: () => unknown): number | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return sqliteCode(error);
  }
}
