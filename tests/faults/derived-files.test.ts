// P25 for what stet derives from articles: who may not read them may not read their words in the index or in what shells
// complete.
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { refreshCompletion } from "../../src/desk/keep-index/refresh-completion.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { runProgram } from "../index/run-program.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";

const FILES = { "stet.yaml": "stet: 1\n", "articles/a.yaml": "headline: Secret\ntags: [secret]\n" };

/** What the tests' own umask leaves of a mode, as octal digits. */
function left(mode: number): string {
  return (mode & ~process.umask()).toString(8);
}

/** The modes of the index, with its journals where they are there, and of the words for shells, each once. */
function modes(root: string): string[] {
  const folders = [".stet/index", ".stet/cache/complete"].map((folder) => path.join(root, folder));
  const found = folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .flatMap((name) => (name === "lock.db" ? [] : [path.join(folder, name)])),
  );
  const files = found.filter((file) => fs.statSync(file).isFile());
  // Names in a folder of words are words: who reads the files may look in, and nobody else.
  for (const file of files.filter((each) => path.basename(each).startsWith("="))) {
    const { mode } = fs.statSync(file);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe((mode & 0o777) | 0o100 | ((mode & 0o044) >> 2));
  }
  expect(files.length).toBeGreaterThan(4);
  return [...new Set(files.map((file) => (fs.statSync(file).mode & 0o777).toString(8)))];
}

/** What is derived while the newsroom is as `prepare` leaves it; a reader keeps the journals there. */
function derived(prepare: (root: string) => void): Promise<string[]> {
  return withNewsroom(FILES, async (root) => {
    prepare(root);
    await withDesk(root, (desk) => refreshCompletion(desk));
    const reader = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM file").get();
    put(root, "articles/b.yaml", "headline: Secret, too\n");
    try {
      return await withDesk(root, async (desk) => {
        await refreshCompletion(desk);
        const journals = ["-wal", "-shm"].map((end) => `${currentIndexFile(root)}${end}`);
        expect(journals.filter((journal) => !fs.existsSync(journal))).toEqual([]);
        return modes(root);
      });
    } finally {
      reader.close();
    }
  });
}

describe("what is derived from articles", () => {
  test("is read by everybody where they are", async () => {
    expect(await derived(() => undefined)).toEqual([left(0o644)]);
  });

  test.each([
    ["articles", 0o750, 0o640],
    ["articles", 0o700, 0o600],
    ["articles", 0o777, 0o644],
    ["stet.yaml", 0o640, 0o640],
    ["stet.yaml", 0o600, 0o600],
  ] as const)("with %s of mode %i", async (name, mode, expected) => {
    expect(await derived((root) => fs.chmodSync(path.join(root, name), mode))).toEqual([left(expected)]);
  });

  test("is no more open than the umask says", () =>
    withNewsroom(FILES, async (root) => {
      fs.chmodSync(path.join(root, "articles"), 0o755);
      expect(await runProgram(["list"], { cwd: root, shell: 'umask 077; exec "$@"' })).toMatchObject({
        end: 0,
      });
      expect(fs.statSync(currentIndexFile(root) ?? "").mode & 0o777).toBe(0o600);
    }));

  test.runIf(process.getuid?.() === 0)("has the group of the articles", () =>
    withNewsroom(FILES, async (root) => {
      fs.chownSync(path.join(root, "articles"), 0, 2345);
      await withDesk(root, (desk) => refreshCompletion(desk));
      expect(fs.statSync(currentIndexFile(root) ?? "").gid).toBe(2345);
    }),
  );

  test("is closed when the articles are", () =>
    withNewsroom(FILES, async (root) => {
      await withDesk(root, (desk) => refreshCompletion(desk));
      fs.chmodSync(path.join(root, "articles"), 0o700);
      await withDesk(root, (desk) => refreshCompletion(desk));
      expect(modes(root)).toEqual(["600"]);
    }));
});
