// Which files the index reads again, and what becomes of it when its folder goes away under it.
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Decide } from "../faults/inject-faults.ts";
import { listed, trueList } from "../index/expect-true-list.ts";
import { injecting } from "../index/injecting.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import type { Files } from "../index/random-newsroom.ts";
import { nextStamp } from "../support/next-stamp.ts";

/** Files look old to it: only their stamps tell. */
const LATER = { clock: (): number => Date.now() + 3_600_000 };
const FILES: Files = {
  "stet.yaml": "stet: 1\n",
  "articles/a.yaml": "headline: One\n",
  "articles/b.yaml": "headline: Two\n",
};

describe("what is read again", () => {
  test("nothing, where nothing has changed; what is too young, until it is not", () =>
    withNewsroom(FILES, async (root) => {
      const opened = async (clock: () => number): Promise<string[]> => {
        const paths: string[] = [];
        const note: Decide = ({ name, path: file }) => {
          if (name === "openSync" && file.endsWith(".yaml")) paths.push(path.basename(file));
          return "pass";
        };
        await withDesk(root, (desk) => injecting(note, () => listed(desk)), { clock });
        return paths;
      };
      // It stands: two seconds later they would not be young any more.
      const now = Date.now();
      const young = (): number => now;
      expect(await opened(young)).toEqual(["a.yaml", "b.yaml"]);
      expect(await opened(young)).toEqual(["a.yaml", "b.yaml"]);
      expect(await opened(LATER.clock)).toEqual(["a.yaml", "b.yaml"]);
      expect(await opened(LATER.clock)).toEqual([]);
      await nextStamp();
      put(root, "articles/b.yaml", "headline: Six\n");
      expect(await opened(LATER.clock)).toEqual(["b.yaml"]);
    }));

  test.each(["EIO", "EACCES", "ESTALE"])("a file that could not be read for once (%s)", (error) =>
    withNewsroom(FILES, async (root) => {
      const failing: Decide = ({ name, path: file }) =>
        name === "openSync" && file.endsWith("a.yaml") ? { error } : "pass";
      const found = await withDesk(root, (desk) => injecting(failing, () => listed(desk)), LATER);
      expect(found).toEqual(["articles/a.yaml: -", "articles/b.yaml: Two"]);
      expect(await trueList(root, LATER)).toEqual(["articles/a.yaml: One", "articles/b.yaml: Two"]);
    }),
  );
});

describe("a folder that may be listed and not entered", () => {
  test("is no reason not to list the others", () =>
    withNewsroom({ ...FILES, "articles/c/c.yaml": "headline: Three\n" }, async (root) => {
      const denied: Decide = ({ name, path: file }) =>
        name === "lstatSync" && file.endsWith("/c/c.yaml") ? { error: "EACCES" } : "pass";
      const found = await withDesk(root, (desk) => injecting(denied, () => listed(desk)));
      expect(found).toContain("articles/a.yaml: One");
    }));
});

describe(".stet goes away", () => {
  test("between two lists of one desk", () =>
    withNewsroom(FILES, (root) =>
      withDesk(root, async (desk) => {
        await listed(desk);
        fs.rmSync(`${root}/.stet`, { recursive: true });
        put(root, "articles/a.yaml", "headline: Three\n");
        expect(await listed(desk)).toEqual(["articles/a.yaml: Three", "articles/b.yaml: Two"]);
        expect(await trueList(root)).toEqual(["articles/a.yaml: Three", "articles/b.yaml: Two"]);
        put(root, "articles/b.yaml", "headline: Four\n");
        expect(await listed(desk)).toEqual(["articles/a.yaml: Three", "articles/b.yaml: Four"]);
      }),
    ));

  test("while the index is made", () =>
    withNewsroom(FILES, async (root) => {
      const onProgress = (): void => fs.rmSync(`${root}/.stet`, { recursive: true, force: true });
      const found = await withDesk(root, listed, { onProgress });
      expect(found).toEqual(["articles/a.yaml: One", "articles/b.yaml: Two"]);
      expect(await trueList(root)).toEqual(found);
    }));

  test("while the index is brought up to the files", () =>
    withNewsroom(FILES, async (root) => {
      await trueList(root);
      put(root, "articles/a.yaml", "headline: Three\n");
      const onProgress = (): void => fs.rmSync(`${root}/.stet`, { recursive: true, force: true });
      const found = await withDesk(root, listed, { onProgress });
      expect(found).toEqual(["articles/a.yaml: Three", "articles/b.yaml: Two"]);
      expect(await trueList(root)).toEqual(found);
    }));
});
