// What GNU find sees in folders, as the walk is helped by it: whatever has changed, the walk finds the same as without.
import fs from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { askFind, findScript } from "../../src/desk/keep-index/ask-find.ts";
import { compareFolders, type Difference } from "../../src/desk/keep-index/compare-folders.ts";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import type { WalkHelp } from "../../src/desk/keep-index/walk-help.ts";
import { putFolder, putListing, storedFolders, type StoredFolders } from "../../src/index/folders.ts";
import type { Index } from "../../src/index/open-index.ts";
import { anyChange } from "../index/change-newsroom.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { newsroom, type Files } from "../index/random-newsroom.ts";
import { nextStamp } from "../support/next-stamp.ts";

/** Files look old to it: only their stamps tell. */
const LATER = { clock: (): number => Date.now() + 3_600_000 };

const isGnu = /GNU findutils/.test(
  spawnSync("/usr/bin/find", ["--version"], { encoding: "utf8" }).stdout ?? "",
);

const nobody = (): WalkHelp => ({ known: () => undefined });
const find = (desk: Desk, stored: StoredFolders): WalkHelp => askFind(desk, stored) ?? nobody();

/** An index that knows what find sees. */
function listedIndex(desk: Desk): Index {
  const { index } = freshIndexNow(desk);
  for (const { path, listing } of compareFolders(desk, index, find).relisted)
    putListing(index, path, listing);
  return index;
}

/** Such an index, and then what `work` finds of what was changed. */
function withListed<T>(files: Files, work: (desk: Desk, index: Index) => T | Promise<T>): Promise<T> {
  return withNewsroom(files, (root) => withDesk(root, (desk) => work(desk, listedIndex(desk)), LATER));
}

/** The folders that need not be walked. */
function knownIn(desk: Desk, index: Index): string[] {
  const stored = storedFolders(index);
  const { known } = find(desk, stored);
  return [...stored.listings.keys()].filter((path) => known(path) !== undefined);
}

function withoutListings(difference: Difference): unknown {
  const folders = difference.folders.map(({ path, digest }) => `${path} ${digest}`);
  return { ...difference, folders, relisted: [] };
}

const FILES = {
  "stet.yaml": "stet: 1\n",
  "articles/2025/a.yaml": "headline: One\n",
  "articles/2026/b.yaml": "headline: Two\n",
  "articles/2026/11/c.yaml": "headline: Three\n",
};
const ALL = ["articles", "articles/2025", "articles/2026", "articles/2026/11"];

describe.runIf(isGnu)("what find sees", () => {
  /** The folders it says nothing new of after a change. */
  const knownAfter = (change: (root: string) => void): Promise<string[]> =>
    withListed(FILES, async (desk, index) => {
      await nextStamp();
      change(desk.root);
      return knownIn(desk, index);
    });
  const without = (folder: string): string[] => ALL.filter((path) => path !== folder);

  test("nothing new where nothing has changed", async () => {
    expect(await knownAfter(() => undefined)).toEqual(ALL);
  });

  test.for<[string, (root: string) => void]>([
    ["an edit", (root) => put(root, "articles/2026/b.yaml", "headline: Zwei\n")],
    [
      "an edit of the same length with the times set back",
      (root) => {
        const file = `${root}/articles/2026/b.yaml`;
        const { atime, mtime } = fs.statSync(file);
        fs.writeFileSync(file, "headline: Owt\n");
        fs.utimesSync(file, atime, mtime);
      },
    ],
    ["a new file", (root) => put(root, "articles/2026/c.yml", "")],
    ["a file that has gone", (root) => fs.rmSync(`${root}/articles/2026/b.yaml`)],
    ["a new name", (root) => fs.renameSync(`${root}/articles/2026/b.yaml`, `${root}/articles/2026/c.yaml`)],
    ["a new folder", (root) => put(root, "articles/2026/12/d.yaml", "headline: Four\n")],
    ["a link", (root) => fs.symlinkSync("../2025", `${root}/articles/2026/link`)],
    [
      "a folder in the place of a file",
      (root) => {
        fs.rmSync(`${root}/articles/2026/b.yaml`);
        fs.mkdirSync(`${root}/articles/2026/b.yaml`);
      },
    ],
  ])("%s, in its folder alone", async ([, change]) => {
    expect(await knownAfter(change)).toEqual(without("articles/2026"));
  });

  test("nothing in hidden files and those of other kinds", async () => {
    const change = (root: string): void => {
      put(root, "articles/2026/.b.yaml.swp", "");
      put(root, "articles/2026/.hidden.yaml", "");
      put(root, "articles/2026/notes.txt", "");
    };
    expect(await knownAfter(change)).toEqual(ALL);
  });

  test("nothing at all where a folder has gone: the walk looks at all of them", async () => {
    const change = (root: string): void => fs.rmSync(`${root}/articles/2025`, { recursive: true });
    expect(await knownAfter(change)).toEqual([]);
  });

  test("nothing at all where a file has the place of a folder, of which find prints no part", async () => {
    const change = (root: string): void => {
      fs.rmSync(`${root}/articles/2025`, { recursive: true });
      put(root, "articles/2025", "");
    };
    expect(await knownAfter(change)).toEqual([]);
  });

  test("each folder by its name, whatever that is", () => {
    const names = [
      "-delete",
      "(",
      "!",
      "a b",
      "'",
      '"',
      "$(touch ran)",
      "`touch ran`",
      "\\",
      "%P",
      "a\nb",
      "ä",
      "*",
    ];
    const files = Object.fromEntries(
      names.map((name) => [`articles/${name}/${name}.yaml`, "headline: One\n"]),
    );
    return withListed({ "stet.yaml": "stet: 1\n", ...files }, (desk, index) => {
      const all = ["articles", ...names.map((name) => `articles/${name}`)];
      expect(knownIn(desk, index).toSorted()).toEqual(all.toSorted());
      put(desk.root, "articles/(/(.yaml", "headline: Two\n");
      expect(knownIn(desk, index).toSorted()).toEqual(all.filter((name) => name !== "articles/(").toSorted());
      expect(fs.readdirSync(desk.root).toSorted()).toEqual([".stet", "articles", "stet.yaml"]);
    });
  });

  test("nothing where a folder has a name that no folder can have: somebody else wrote that into the index", () =>
    withListed(FILES, (desk, index) => {
      putListing(index, "articles", "");
      const state = {
        path: "articles/a\0b",
        names: [],
        stamps: new Float64Array(),
        digest: "d",
        listing: "l",
        unsure: [],
      };
      putFolder(index, state);
      expect(askFind(desk, storedFolders(index))).toBeUndefined();
    }));

  test("articles at the newsroom's root", () =>
    withListed(
      { "stet.yaml": 'stet: 1\narticles: "{slug}.yaml"\n', "a.yaml": "headline: One\n" },
      (desk, index) => {
        expect(knownIn(desk, index)).toEqual([""]);
        put(desk.root, "a.yaml", "headline: Two\n");
        expect(knownIn(desk, index)).toEqual([]);
      },
    ));

  test("what changes between its look and the walk's is not taken for what it saw", () =>
    withListed(FILES, (desk, index) => {
      put(desk.root, "articles/2025/a.yaml", "headline: Eins\n");
      const { changed, folders } = compareFolders(desk, index, (...asked) => {
        const help = find(...asked);
        put(desk.root, "articles/2025/a.yaml", "headline: Un\n");
        return help;
      });
      expect(changed).toEqual(["articles/2025/a.yaml"]);
      for (const folder of folders) putFolder(index, folder);
      expect(knownIn(desk, index)).toEqual(without("articles/2025"));
      expect(compareFolders(desk, index, find)).toMatchObject({
        changed: [],
        relisted: [{ path: "articles/2025" }],
      });
    }));

  test("nothing that may be believed of a folder with files too young to tell", () =>
    withListed(FILES, (desk, index) => {
      put(desk.root, "articles/2025/a.yaml", "headline: Eins\n");
      const written = Date.now();
      const now = { ...desk, clock: () => written };
      for (const folder of compareFolders(now, index, find).folders) putFolder(index, folder);
      expect(knownIn(desk, index)).toEqual(without("articles/2025"));
    }));
});

test.runIf(process.platform === "linux")("what stops the shell stops those it has started, Ctrl-C too", () =>
  withNewsroom({ slow: "#!/bin/sh\nsleep 0.1\necho started\nexec sleep 60\n" }, async (root) => {
    fs.chmodSync(`${root}/slow`, 0o755);
    const script = findScript([1, 3], 2).replaceAll("/usr/bin/find", "./slow");
    const shell = spawn("/bin/sh", ["-c", script, "sh", ".", "."], {
      cwd: root,
      detached: true,
      stdio: ["ignore", "pipe", "ignore", "pipe"],
    });
    for (const pipe of [shell.stdio[1], shell.stdio[3]]) await once(pipe ?? shell, "data");
    // The whole group, as a terminal does.
    process.kill(-(shell.pid ?? 0), "SIGINT");
    // Not before the last of them has closed its pipe.
    expect(await once(shell, "close")).toEqual([1, null]);
  }),
);

describe.runIf(isGnu)("links", () => {
  test("a folder with a link in it is walked each time, and the one that it leads to", () =>
    withNewsroom({ ...FILES, "shared/c.yaml": "headline: Three\n" }, (root) => {
      fs.symlinkSync("../shared", `${root}/articles/link`);
      return withDesk(
        root,
        (desk) => {
          const index = listedIndex(desk);
          expect(knownIn(desk, index)).toEqual(["articles/2025", "articles/2026", "articles/2026/11"]);
          expect(compareFolders(desk, index, find)).toEqual(compareFolders(desk, index, nobody));
        },
        LATER,
      );
    }));

  test("a folder that takes the place of a link to it has folders that another link had claimed", () =>
    withNewsroom({ "stet.yaml": "stet: 1\n", "shared/in/a.yaml": "headline: One\n" }, (root) => {
      fs.mkdirSync(`${root}/articles`);
      fs.symlinkSync("../shared/in", `${root}/articles/a`);
      fs.symlinkSync("../shared", `${root}/articles/b`);
      return withDesk(
        root,
        (desk) => {
          const index = listedIndex(desk);
          fs.rmSync(`${root}/articles/a`);
          fs.mkdirSync(`${root}/articles/a`);
          fs.rmSync(`${root}/articles/b`);
          fs.renameSync(`${root}/shared`, `${root}/articles/b`);
          const { changed } = compareFolders(desk, index, find);
          expect(changed).toEqual(["articles/b/in/a.yaml"]);
        },
        LATER,
      );
    }));
});

test.runIf(isGnu)("the walk finds the same with find's help", () =>
  fc.assert(
    fc.asyncProperty(newsroom, fc.array(anyChange), (files, made) =>
      withListed(files, (desk, index) => {
        for (const { make } of made) make(desk.root);
        const helped = compareFolders(desk, index, find);
        expect(withoutListings(helped)).toEqual(withoutListings(compareFolders(desk, index, nobody)));
      }),
    ),
    { numRuns: 25 },
  ),
);
