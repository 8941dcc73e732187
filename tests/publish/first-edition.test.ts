// A large first edition: made apart, shown whole or not at all, and never half remembered.
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { writeInTree } from "../../src/newsroom/site/publish-tree.ts";
import { reconcile } from "../../src/publish/reconcile.ts";
import type { MakeAll } from "../../src/publish/planned-file.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { destinationIn, inSite, litter, planOf, publish, siteFiles, siteFolders } from "./published-site.ts";

const PLAN = { "a/b/index.html": "A", "a/c.html": "C", "index.html": "a/b/index.html", "feed.xml": "F" };
const WHOLE = { wholeFrom: 1 };

test("is the same site, and known to the last file and folder", async () => {
  const site = destinationIn();
  const { added } = await publish(site, PLAN, WHOLE);
  expect(added).toEqual(["a/b/index.html", "a/c.html", "feed.xml", "index.html"]);
  expect(siteFiles(site)).toEqual(PLAN);
  expect(litter(site.root)).toEqual([]);
  expect((await publish(site, PLAN, WHOLE)).unchanged).toBe(4);
  await publish(site, { "index.html": "I" }, { force: true });
  expect([siteFiles(site), siteFolders(site)]).toEqual([{ "index.html": "I" }, []]);
});

test("copies files of the newsroom", async () => {
  const site = destinationIn();
  fs.writeFileSync(path.join(site.root, "chip.jpg"), "JPEG");
  const image = planOf({ "images/chip.jpg": "" }, () => ({ content: () => ({ copyOf: "chip.jpg" }) }));
  await reconcile(site, image, WHOLE);
  expect(siteFiles(site)).toEqual({ "images/chip.jpg": "JPEG" });
});

test("is made in place where a folder stands already: it has its own rights", async () => {
  const site = destinationIn();
  fs.mkdirSync(inSite(site, ""));
  const { ino } = fs.statSync(inSite(site, ""));
  await publish(site, PLAN, WHOLE);
  expect(fs.statSync(inSite(site, "")).ino).toBe(ino);
  expect(siteFiles(site)).toEqual(PLAN);
});

describe("all or nothing", () => {
  const strictly = { ...WHOLE, isAllOrNothing: true };

  test("writes nothing where one content cannot be made", async () => {
    const site = destinationIn();
    const plan = planOf(PLAN, (file) => (file === "a/c.html" ? { content: () => fail("no") } : {}));
    const { outcome, refused, added } = await reconcile(site, plan, strictly);
    expect({ outcome, added, refused: refused.length }).toEqual({
      outcome: "withheld",
      added: [],
      refused: 1,
    });
    expect([fs.existsSync(inSite(site, "")), litter(site.root)]).toEqual([false, []]);
    expect((await publish(site, PLAN)).added.length).toBe(4);
  });

  test("writes nothing where the site is there", async () => {
    const site = destinationIn();
    await publish(site, PLAN);
    expect((await publish(site, { ...PLAN, "new.html": "N" }, strictly)).outcome).toBe("withheld");
    expect(siteFiles(site)).toEqual(PLAN);
  });
});

function fail(message: string): never {
  throw new Error(message);
}

test("one that ends half-way is forgotten, with the files the manifest had been told of", async () => {
  const site = destinationIn();
  const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`${at % 7}/${at}.html`, "x"]));
  const broken: MakeAll = async (files, _tree, make) => {
    for (const file of files) await make(file);
    fail("the power went");
  };
  await expect(publish(site, many, { ...WHOLE, makeAll: broken })).rejects.toThrow("the power went");
  expect(fs.existsSync(inSite(site, ""))).toBe(false);
  expect((await publish(site, PLAN)).added.length).toBe(4);
  expect([siteFiles(site), litter(site.root)]).toEqual([PLAN, []]);
});

test("what ends it leaves the disk the room that its files took", async () => {
  const site = destinationIn();
  let madeIn = "";
  const full: MakeAll = async (files, tree, make) => {
    madeIn = tree;
    for (const file of files) await make(file);
    fail("no space is left for the manifest");
  };
  await expect(publish(site, PLAN, { ...WHOLE, makeAll: full })).rejects.toThrow("no space is left");
  expect(fs.readdirSync(madeIn)).toEqual([]);
});

test("a file that a thread could not finish is made again, and never shown torn", async () => {
  const site = destinationIn();
  const inThreads: MakeAll = async (files, tree, make, take) => {
    for (const file of files) {
      try {
        take(file, writeInTree(tree, file.path, "made in a thread", new Set()));
      } catch {
        await make(file);
      }
    }
  };
  let count = 0;
  const isFirstOf = (file: string): boolean => file.endsWith("/tree/a/c.html") && count++ === 0;
  const end = injectFaults(fs, ({ data, path: file }) =>
    data !== undefined && isFirstOf(file) ? { error: "ENOSPC" } : "pass",
  );
  const { refused } = await publish(site, PLAN, { ...WHOLE, makeAll: inThreads }).finally(end);
  expect(refused).toEqual([]);
  expect(siteFiles(site)["a/c.html"]).toBe("C");
});
