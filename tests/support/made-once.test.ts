// The suite makes the bundle anew, and src/ as it loads it, wherever they are not those of what is written.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { madeOnce } from "./made-once.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Place {
  readonly root: string;
  /** How often it was made. */
  readonly times: () => number;
  /** Makes it where that is needed; `meanwhile` happens while it is made. */
  readonly once: (meanwhile?: () => void) => Promise<void>;
}

async function placeWithOneMade(): Promise<Place> {
  const root = temporaryFolder();
  for (const name of ["a", "b"]) put(root, `src/${name}.ts`, name);
  let times = 0;
  const made = { root, from: ["src", "lock"], to: "dist", note: "notes/made" };
  const once = (meanwhile = (): void => undefined): Promise<void> =>
    madeOnce(made, () => {
      put(root, "dist/made", String(++times));
      meanwhile();
    });
  await once();
  return { root, times: () => times, once };
}

function put(root: string, name: string, text: string): void {
  mkdirSync(path.dirname(`${root}/${name}`), { recursive: true });
  writeFileSync(`${root}/${name}`, text);
}

test("what is as it was made is not made again", async () => {
  const { root, times, once } = await placeWithOneMade();
  put(root, "src/a.ts", "a");
  await once();
  expect(times()).toBe(1);
});

test.for<[string, (root: string) => void]>([
  ["a file says something else", (root) => put(root, "src/b.ts", "c")],
  ["a file is new", (root) => put(root, "src/in/c.ts", "")],
  ["a file that was not there is", (root) => put(root, "lock", "1")],
  ["a file has gone", (root) => rmSync(`${root}/src/a.ts`)],
  ["a file has another name", (root) => renameSync(`${root}/src/a.ts`, `${root}/src/c.ts`)],
  ["what was made is another", (root) => put(root, "dist/made", "by hand")],
  ["what was made has gone", (root) => rmSync(`${root}/dist`, { recursive: true })],
  ["more is there than was made", (root) => put(root, "dist/more", "")],
  ["nothing is noted", (root) => rmSync(`${root}/notes`, { recursive: true })],
])("it is made again where %s, and once", async ([, change]) => {
  const { root, times, once } = await placeWithOneMade();
  change(root);
  await once();
  await once();
  expect(times()).toBe(2);
});

test("what changes while it is made makes it again", async () => {
  const { root, times, once } = await placeWithOneMade();
  put(root, "src/a.ts", "1");
  await once(() => put(root, "src/a.ts", "2"));
  put(root, "src/a.ts", "1");
  await once();
  expect(times()).toBe(3);
});

test("what cannot be made is tried again", async () => {
  const { root, times, once } = await placeWithOneMade();
  put(root, "src/a.ts", "1");
  const failing = once(() => {
    throw new Error("it does not build");
  });
  await expect(failing).rejects.toThrow("build");
  await once();
  expect(times()).toBe(3);
});
