// What the system says of watched folders: where something has changed, or that it may be anywhere.
import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { watchFolders, type WatchedFolders } from "../../src/newsroom/walk/watch-folders.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const FOLDERS = ["articles", "articles/a", "articles/a/b", "articles/c"];

/** Folders that are watched, and of which nothing is new. */
async function watching(): Promise<{ readonly root: string; readonly watched: WatchedFolders }> {
  const root = temporaryFolder();
  for (const folder of FOLDERS) fs.mkdirSync(path.join(root, folder));
  const watched = watchFolders(root, () => undefined);
  onTestFinished(() => watched.close());
  expect(watched.follow(FOLDERS)).toBe(true);
  expect(await watched.takeChanged()).toEqual(new Set(FOLDERS));
  expect(await watched.takeChanged()).toEqual(new Set());
  return { root, watched };
}

test.runIf(process.platform === "linux").each<[string, (root: string) => void, string[]]>([
  ["a file that comes", (root) => fs.writeFileSync(`${root}/articles/c/x.yaml`, ""), ["articles/c"]],
  ["a folder that comes", (root) => fs.mkdirSync(`${root}/articles/c/d`), ["articles/c"]],
  ["a file beside folders", (root) => fs.writeFileSync(`${root}/articles/x.yaml`, ""), ["articles"]],
  [
    "two folders",
    (root) => {
      fs.writeFileSync(`${root}/articles/a/x.yaml`, "1");
      fs.writeFileSync(`${root}/articles/c/x.yaml`, "1");
    },
    ["articles/a", "articles/c"],
  ],
  ["what nobody watches", (root) => fs.writeFileSync(`${root}/x.yaml`, ""), []],
])("%s: is told of before the one who did it can ask", async (_, change, changed) => {
  const { root, watched } = await watching();
  change(root);
  expect(await watched.takeChanged()).toEqual(new Set(changed));
  expect(await watched.takeChanged()).toEqual(new Set());
});

test.runIf(process.platform === "linux").each<[string, (root: string) => void]>([
  ["removed", (root) => fs.rmSync(`${root}/articles/a`, { recursive: true })],
  ["called otherwise", (root) => fs.renameSync(`${root}/articles/a`, `${root}/articles/z`)],
  ["moved away", (root) => fs.renameSync(`${root}/articles/c`, `${root}/c`)],
])("a folder that is %s may have changed anything", async (_, change) => {
  const { root, watched } = await watching();
  change(root);
  expect(await watched.takeChanged()).toBeUndefined();
  const there = FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder)));
  expect(watched.follow(FOLDERS)).toBe(false);
  expect(watched.follow(there)).toBe(true);
  await watched.takeChanged();
  for (const folder of there) {
    fs.writeFileSync(path.join(root, folder, "x.yaml"), "");
    expect(await watched.takeChanged()).toEqual(new Set([folder]));
  }
});

test.runIf(process.platform === "linux").each<[string, (root: string) => void]>([
  ["the one that was removed", (root) => fs.rmSync(`${root}/articles`, { recursive: true })],
  ["the one that is called otherwise", (root) => fs.renameSync(`${root}/articles/a`, `${root}/articles/z`)],
  ["all of them", (root) => fs.renameSync(`${root}/articles`, `${root}/before`)],
])("other folders in the place of %s are watched", async (_, change) => {
  const { root, watched } = await watching();
  change(root);
  for (const folder of FOLDERS) fs.mkdirSync(path.join(root, folder), { recursive: true });
  expect(await watched.takeChanged()).toBeUndefined();
  expect(watched.follow(FOLDERS)).toBe(true);
  await watched.takeChanged();
  for (const folder of FOLDERS) {
    fs.writeFileSync(path.join(root, folder, "x.yaml"), "");
    expect(await watched.takeChanged()).toEqual(new Set([folder]));
  }
});

test.runIf(process.platform === "linux")(
  "what is changed in the turn of the question is told of",
  async () => {
    const { root, watched } = await watching();
    const changed = await new Promise((resolve) => {
      // Called as a request is: behind all that this turn has heard from the system.
      fs.stat(root, () => {
        fs.writeFileSync(`${root}/articles/c/x.yaml`, "");
        resolve(watched.takeChanged());
      });
    });
    expect(changed).toEqual(new Set(["articles/c"]));
  },
);

test("folders that are not followed any more are told nothing of", async () => {
  const { root, watched } = await watching();
  expect(watched.follow(["articles/a"])).toBe(true);
  fs.writeFileSync(`${root}/articles/c/x.yaml`, "");
  expect(await watched.takeChanged()).toEqual(new Set());
});

test("more than a system can be asked for are not watched at all", async () => {
  const { watched } = await watching();
  expect(watched.follow(Array.from({ length: 4_001 }, (_, at) => `articles/${at}`))).toBe(false);
});

test.runIf(process.platform === "linux")(
  "of a disk that others write to the system does not tell everything",
  () => {
    const watched = watchFolders("/proc/self", () => undefined);
    onTestFinished(() => watched.close());
    expect(watched.follow(["task"])).toBe(false);
  },
);
