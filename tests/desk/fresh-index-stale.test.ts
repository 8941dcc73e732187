// Promise P11, one way of changing files behind stet's back after the other: the next list says what the files say.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { walkFolders } from "../../src/newsroom/walk/walk-folders.ts";
import { listed, trueList } from "../index/expect-true-list.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import type { Files } from "../index/random-newsroom.ts";
import { nextStamp } from "../support/next-stamp.ts";

const HOUR = 3_600_000;
/** Files look old to it: only their stamps tell. */
const LATER = { clock: (): number => Date.now() + HOUR };
const FILES: Files = {
  "stet.yaml": "stet: 1\n",
  "articles/a.yaml": "headline: One\n",
  "articles/b.yaml": "headline: Two\n",
};

/** Lists, waits for the clock to tick, changes and lists again; the second list. */
function afterwards(
  change: (root: string, articles: string) => void,
  files: Files = FILES,
): Promise<string[]> {
  return withNewsroom(files, async (root) => {
    await trueList(root, LATER);
    await nextStamp();
    change(root, path.join(root, "articles"));
    return trueList(root, LATER);
  });
}

describe("files that others write", () => {
  test("an editor writes in place", async () => {
    expect(await afterwards((root) => put(root, "articles/a.yaml", "headline: Six\n"))).toEqual([
      "articles/a.yaml: Six",
      "articles/b.yaml: Two",
    ]);
  });

  test("an editor keeps a backup and puts a new file in its place", async () => {
    const found = await afterwards((root, articles) => {
      fs.renameSync(`${articles}/a.yaml`, `${articles}/a.yaml~`);
      put(root, "articles/a.yaml", "headline: Six\n");
    });
    expect(found).toEqual(["articles/a.yaml: Six", "articles/b.yaml: Two"]);
  });

  test("a copy with the times of the original, as rsync -t and unzip make it", async () => {
    const found = await afterwards((root, articles) => {
      const { atime, mtime } = fs.statSync(`${articles}/a.yaml`);
      put(root, "copy", "headline: Six\n");
      fs.utimesSync(`${root}/copy`, atime, mtime);
      fs.renameSync(`${root}/copy`, `${articles}/a.yaml`);
    });
    expect(found).toEqual(["articles/a.yaml: Six", "articles/b.yaml: Two"]);
  });

  test("the times are set back behind an edit of the same length, as by touch -r", async () => {
    const found = await afterwards((root, articles) => {
      execFileSync("cp", ["-p", "a.yaml", "../reference"], { cwd: articles });
      fs.writeFileSync(`${articles}/a.yaml`, "headline: Six\n");
      execFileSync("touch", ["-r", `${root}/reference`, `${articles}/a.yaml`]);
    });
    expect(found).toEqual(["articles/a.yaml: Six", "articles/b.yaml: Two"]);
  });

  test("two files change places", async () => {
    const found = await afterwards((_, articles) => {
      fs.renameSync(`${articles}/a.yaml`, `${articles}/c`);
      fs.renameSync(`${articles}/b.yaml`, `${articles}/a.yaml`);
      fs.renameSync(`${articles}/c`, `${articles}/b.yaml`);
    });
    expect(found).toEqual(["articles/a.yaml: Two", "articles/b.yaml: One"]);
  });

  test("a hard link is edited by its other name, and then replaced", async () => {
    const found = await afterwards((_, articles) => {
      fs.linkSync(`${articles}/a.yaml`, `${articles}/../outside`);
      fs.writeFileSync(`${articles}/../outside`, "headline: Six\n");
      fs.rmSync(`${articles}/b.yaml`);
      fs.linkSync(`${articles}/../outside`, `${articles}/b.yaml`);
    });
    expect(found).toEqual(["articles/a.yaml: Six", "articles/b.yaml: Six"]);
  });

  test("a link leads to another file of the same size and time", async () => {
    const files = { ...FILES, "other/one": "headline: One\n", "other/six": "headline: Six\n" };
    await withNewsroom(files, async (root) => {
      fs.utimesSync(`${root}/other/one`, 1, 1);
      fs.utimesSync(`${root}/other/six`, 1, 1);
      fs.symlinkSync("../other/one", `${root}/articles/l.yaml`);
      expect((await trueList(root, LATER)).at(-1)).toBe("articles/l.yaml: One");
      fs.rmSync(`${root}/articles/l.yaml`);
      fs.symlinkSync("../other/six", `${root}/articles/l.yaml`);
      expect((await trueList(root, LATER)).at(-1)).toBe("articles/l.yaml: Six");
    });
  });

  test("a file is renamed by its case alone", async () => {
    const found = await afterwards((_, articles) =>
      fs.renameSync(`${articles}/a.yaml`, `${articles}/A.yaml`),
    );
    expect(found).toEqual(["articles/A.yaml: -", "articles/b.yaml: Two"]);
  });

  test("a folder takes the place of a file, and the file comes back", () =>
    withNewsroom(FILES, async (root) => {
      await trueList(root, LATER);
      fs.rmSync(`${root}/articles/a.yaml`);
      put(root, "articles/a.yaml/c.yaml", "headline: Three\n");
      expect(await trueList(root, LATER)).toEqual(["articles/b.yaml: Two"]);
      fs.rmSync(`${root}/articles/a.yaml`, { recursive: true });
      put(root, "articles/a.yaml", "headline: Six\n");
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: Six", "articles/b.yaml: Two"]);
    }));

  test("the articles move to another folder, in stet.yaml or on the disk or both", () =>
    withNewsroom(FILES, async (root) => {
      await trueList(root, LATER);
      put(root, "stet.yaml", "stet: 1\narticles: stories/{slug}.yaml\n");
      expect(await trueList(root, LATER)).toEqual([]);
      fs.renameSync(`${root}/articles`, `${root}/stories`);
      expect(await trueList(root, LATER)).toEqual(["stories/a.yaml: One", "stories/b.yaml: Two"]);
      put(root, "stet.yaml", "stet: 1\narticles: '{slug}.yaml'\n");
      expect(await trueList(root, LATER)).toEqual(["stories/a.yaml: One", "stories/b.yaml: Two"]);
    }));

  test("settings that articles are read by change, and nothing else", () =>
    withNewsroom(
      { ...FILES, "articles/a.yaml": "headline: One\nauthors: [jo]\ncreated: 2026-01-01\n" },
      async (root) => {
        const asked = (text: string): Promise<string[]> => {
          put(root, "stet.yaml", text);
          return withDesk(root, async (desk) => {
            const { index } = await freshIndex(desk);
            const row = index.database.prepare("SELECT head FROM file WHERE path = 'articles/a.yaml'").get();
            const { authors, created } = JSON.parse(String(row?.["head"]));
            return [authors[0].name, new Date(created.epochMs).toISOString()];
          });
        };
        expect(await asked("stet: 1\n")).toEqual(["jo", "2026-01-01T00:00:00.000Z"]);
        expect(await asked("stet: 1\nauthors: {jo: Jo Doe}\n")).toEqual([
          "Jo Doe",
          "2026-01-01T00:00:00.000Z",
        ]);
        expect(await asked("stet: 1\ntimezone: Asia/Tokyo\n")).toEqual(["jo", "2025-12-31T15:00:00.000Z"]);
      },
    ));
});

describe("git checks out another branch", () => {
  const hasGit = (): boolean => {
    try {
      execFileSync("git", ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };

  test.skipIf(!hasGit())("back and forth, and a stash", () =>
    withNewsroom(FILES, async (root) => {
      const git = (...words: readonly string[]): void => {
        const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
        execFileSync("git", [...who, ...words], { cwd: root, stdio: "ignore" });
      };
      git("init");
      git("add", "articles");
      git("commit", "-m", "one");
      git("checkout", "-b", "other");
      put(root, "articles/a.yaml", "headline: Six\n");
      fs.rmSync(`${root}/articles/b.yaml`);
      git("commit", "-am", "two");
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: Six"]);
      await nextStamp();
      git("checkout", "main");
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: One", "articles/b.yaml: Two"]);
      await nextStamp();
      put(root, "articles/a.yaml", "headline: Ten\n");
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: Ten", "articles/b.yaml: Two"]);
      await nextStamp();
      git("stash");
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: One", "articles/b.yaml: Two"]);
    }),
  );
});

/** Makes the index believe that it has seen the files as they are stamped now: an edit that no stamp shows. */
function forgeStamps(root: string): void {
  const file = currentIndexFile(root) ?? "";
  const database = openDatabase(file, { waitMs: 0, pragmas: [] });
  const put = database.prepare("UPDATE folder SET stamps = ?, digest = ? WHERE path = ?");
  for (const { path: folder, stamps, digest } of walkFolders(root, "articles"))
    put.run(new Uint8Array(stamps.buffer), digest, folder);
  database.close();
}

describe("edits that no stamp shows", () => {
  /** Lists at a clock, edits without a trace, and lists at another clock. */
  const traceless = (before: () => number, mtime?: number): Promise<string[]> =>
    withNewsroom(FILES, async (root) => {
      const file = `${root}/articles/a.yaml`;
      if (mtime !== undefined) fs.utimesSync(file, mtime, mtime);
      await trueList(root, { clock: before });
      fs.writeFileSync(file, "headline: Six\n");
      if (mtime !== undefined) fs.utimesSync(file, mtime, mtime);
      forgeStamps(root);
      return withDesk(root, listed, LATER);
    });
  const noticed = ["articles/a.yaml: Six", "articles/b.yaml: Two"];

  test("within a tick of the clock, right after a list", async () => {
    const now = Date.now();
    expect(await traceless(() => now)).toEqual(noticed);
  });

  test("of a file from the future, whenever", async () => {
    expect(await traceless(() => Date.now() + HOUR, 4_000_000_000)).toEqual(noticed);
  });

  test("after the clock was set back an hour", async () => {
    expect(await traceless(() => Date.now() - HOUR)).toEqual(noticed);
  });

  test("of a file that was old when it was listed cannot be: its stamps would show it", async () => {
    expect(await traceless(LATER.clock)).toEqual(["articles/a.yaml: One", "articles/b.yaml: Two"]);
  });
});
