// Promise F4: where the index cannot be written, has no room, or no place for temporary files, the answers are the same.
// With the built program; as root, which may write everywhere, it is run as somebody else.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { copyIndexFile, currentIndexFile } from "../../src/newsroom/index-files.ts";
import type { Decide } from "../faults/inject-faults.ts";
import { listed, trueList } from "../index/expect-true-list.ts";
import { injecting } from "../index/injecting.ts";
import { put, withDesk, withNewsroom } from "../index/make-newsroom.ts";
import { numberedNewsroom } from "../index/numbered-newsroom.ts";
import { runHere } from "../index/run-here.ts";
import { runProgram, type Run, type Running } from "../index/run-program.ts";
import { AS_OTHER, canRunAsOther } from "../support/run-as-other.ts";

/** Lists as somebody who may only read. */
function listAsReader(root: string, more: Partial<Running> = {}): Promise<Run> {
  const running = { cwd: root, ...AS_OTHER, env: { ...AS_OTHER.env, ...more.env } };
  return runProgram(["list", "--json"], {
    ...running,
    ...(more.shell === undefined ? {} : { shell: more.shell }),
  });
}

/** Takes the right to write from everything; gives it back when `work` is done. */
async function readOnly<T>(root: string, work: () => Promise<T>): Promise<T> {
  const change = (mode: string): void => void execFileSync("chmod", ["-R", mode, root]);
  change("a-w,a+rX");
  try {
    return await work();
  } finally {
    change("u+w");
  }
}

describe.skipIf(!canRunAsOther)("a newsroom that may only be read", () => {
  test("an index that may not be thrown away is not said to be made anew", () =>
    withNewsroom(numberedNewsroom(3), async (root) => {
      await withDesk(root, (desk) => freshIndex(desk));
      await readOnly(root, async () => {
        const run = await runProgram(["index", "--rebuild"], { cwd: root, ...AS_OTHER });
        expect(run).toMatchObject({ end: 9, stdout: "" });
        expect(run.stderr).toMatch(/^error: you may not remove \.stet\/index\/\S+ \(/);
      });
    }));

  test("without an index", () =>
    withNewsroom(numberedNewsroom(30), async (root) => {
      const found = await readOnly(root, () => listAsReader(root));
      expect(fs.existsSync(`${root}/.stet`)).toBe(false);
      expect(found).toEqual(await runHere(["list", "--json"], root));
    }));

  test("with an index, as it is and after its owner has changed a file", () =>
    withNewsroom(numberedNewsroom(30), async (root) => {
      const before = await runHere(["list", "--json"], root);
      const bytes = fs.readFileSync(currentIndexFile(root) ?? "");
      expect(await readOnly(root, () => listAsReader(root))).toEqual(before);
      put(root, "articles/1/story-1.yaml", "headline: Other\n");
      const after = await readOnly(root, () => listAsReader(root));
      expect(JSON.parse(after.stdout).map((row: { headline: string }) => row.headline)).toContain("Other");
      expect(fs.readFileSync(currentIndexFile(root) ?? "")).toEqual(bytes);
      expect(await runHere(["list", "--json"], root)).toEqual(after);
    }));

  test("with an index that may not be read", () =>
    withNewsroom(numberedNewsroom(30), async (root) => {
      const before = await runHere(["list", "--json"], root);
      const asReader = async (): Promise<Run> => {
        fs.chmodSync(currentIndexFile(root) ?? "", 0);
        return listAsReader(root);
      };
      expect(await readOnly(root, asReader)).toEqual(before);
    }));

  test("and no place for temporary files", () =>
    withNewsroom(numberedNewsroom(30), async (root) => {
      const before = await runHere(["list", "--json"], root);
      const env = { TMPDIR: "/nonexistent", SQLITE_TMPDIR: "/nonexistent" };
      expect(await readOnly(root, () => listAsReader(root, { env }))).toEqual(before);
    }));

  test("an article that its reader may not read is his trouble alone", () =>
    withNewsroom(numberedNewsroom(3), async (root) => {
      fs.chmodSync(root, 0o755);
      fs.chmodSync(`${root}/articles/1/story-1.yaml`, 0o600);
      fs.mkdirSync(`${root}/.stet/index`, { recursive: true });
      const { uid } = AS_OTHER;
      if (uid !== undefined) execFileSync("chown", ["-R", String(uid), `${root}/.stet`]);
      const reader = await runProgram(["list", "--slugs"], { cwd: root, ...AS_OTHER });
      if (uid !== undefined)
        expect(reader).toMatchObject({ end: 6, stderr: expect.stringMatching(/you may not read this file/) });
      const owner = await runHere(["list", "--slugs"], root);
      expect(owner).toMatchObject({ end: 0, stderr: "" });
      expect(owner.stdout.trim().split("\n").toSorted()).toEqual(["story-0", "story-1", "story-2"]);
    }));
});

describe("no room for the index", () => {
  test("a file may not grow beyond a few blocks", () =>
    withNewsroom(numberedNewsroom(60), async (root) => {
      const shell = 'ulimit -f 40; exec "$@"';
      const starved = await runProgram(["list", "--json"], { cwd: root, shell });
      expect(fs.readdirSync(`${root}/.stet/index`)).toEqual(["lock.db"]);
      expect(starved).toEqual(await runHere(["list", "--json"], root));
    }));

  test("nor the one that is there, when files have changed", () =>
    withNewsroom(numberedNewsroom(60), async (root) => {
      await runHere(["list"], root);
      for (const [name, text] of Object.entries(numberedNewsroom(60)))
        put(root, name, String(text).replace("Words", "Other"));
      const shell = 'ulimit -f 40; exec "$@"';
      const starved = await runProgram(["list", "other", "--json"], { cwd: root, shell });
      expect(JSON.parse(starved.stdout)).toHaveLength(60);
      expect(starved).toEqual(await runHere(["list", "other", "--json"], root));
    }));
});

describe("the folder of the index fails", () => {
  const files = numberedNewsroom(4);

  test.each([
    ["it cannot be made", "mkdirSync", "ENOSPC"],
    ["it cannot be made", "mkdirSync", "EROFS"],
    ["the index cannot be given its name", "renameSync", "EIO"],
    ["nothing can be removed from it", "rmSync", "EACCES"],
    ["it cannot be listed", "readdirSync", "EIO"],
  ])("%s (%s, %s)", (_, operation, error) =>
    withNewsroom(files, async (root) => {
      const wanted = await trueList(root);
      fs.rmSync(`${root}/.stet`, { recursive: true });
      const failing: Decide = ({ name, path: file }) =>
        name === operation && file.includes(".stet") ? { error } : "pass";
      expect(await withDesk(root, (desk) => injecting(failing, () => listed(desk)))).toEqual(wanted);
      expect(await trueList(root)).toEqual(wanted);
    }),
  );

  test("a copy of an index that somebody writes meanwhile is none", () =>
    withNewsroom(files, async (root) => {
      await withDesk(root, freshIndex);
      const file = currentIndexFile(root) ?? "";
      const writing: Decide = ({ name }) => {
        if (name === "copyFileSync") fs.appendFileSync(file, "more");
        return "pass";
      };
      const before = copyIndexFile(file) ?? "";
      expect(fs.readFileSync(before)).toEqual(fs.readFileSync(file));
      expect(await injecting(writing, () => Promise.resolve(copyIndexFile(file)))).toBeUndefined();
      fs.rmSync(path.dirname(before), { recursive: true });
    }));
});

test.skipIf(!canRunAsOther)(
  "who may not write the lock's file changes nothing, everything else open to them or not",
  () =>
    withNewsroom({ ...numberedNewsroom(3), ".stet/lock.db": "" }, async (root) => {
      execFileSync("chmod", ["-R", "a+rwX", root]);
      fs.chmodSync(`${root}/.stet/lock.db`, 0o444);
      const [slug = ""] = (await runHere(["list", "--slugs"], root)).stdout.split("\n");
      const { stderr, end } = await runProgram(["rm", slug], { cwd: root, ...AS_OTHER });
      expect({ stderr, end }).toEqual({
        stderr: expect.stringContaining("you may not write .stet/lock.db"),
        end: 9,
      });
    }),
);
