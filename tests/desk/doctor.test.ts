import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { examine, type Examination, type Finding } from "../../src/desk/doctor/doctor.ts";
import { changeHome, planInstall } from "../../src/desk/install-completion.ts";
import { notePublished } from "../../src/newsroom/site/last-publish.ts";
import { checkIndex, rebuildIndex, updateIndex } from "../../src/desk/keep-index/rebuild-index.ts";
import { freshIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { letGoOf } from "../support/let-go-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const ENV = { PATH: process.env["PATH"] ?? "", EDITOR: "sh" };

function newsroom(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  const all = {
    "stet.yaml": "stet: 1\n",
    "articles/a.yaml": "id: 0190a0b0-0000-7000-8000-000000000001\nheadline: A\n",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return root;
}

async function findingsOf(
  root: string,
  options: Partial<Examination> = {},
  env: Readonly<Record<string, string>> = ENV,
): Promise<readonly Finding[]> {
  return examine(testDesk(root, { env }), { nodeVersion: "20.19.0", ...options });
}

const faultsOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ status }) => status === "fault").map(({ check, message }) => `${check}: ${message}`);

describe("examine", () => {
  test("a sound newsroom has no fault", async () => {
    expect(faultsOf(await findingsOf(newsroom()))).toEqual([]);
  });

  test("an old Node", async () => {
    expect(faultsOf(await findingsOf(newsroom(), { nodeVersion: "20.18.3" }))).toEqual([
      "node: Node 20.18.3; stet needs 20.19 or newer",
    ]);
  });

  test("an editor that is not there", async () => {
    const findings = await findingsOf(newsroom(), {}, { ...ENV, EDITOR: "no-such-editor -w" });
    expect(faultsOf(findings)).toEqual(["editor: the editor no-such-editor is not found"]);
  });

  test("completion is installed for the person's shell, or a note says what installs it", async () => {
    const home = temporaryFolder();
    const completion = async (env: Readonly<Record<string, string>>): Promise<Finding | undefined> =>
      (await findingsOf(newsroom(), {}, { ...ENV, ...env })).find(({ check }) => check === "completion");
    expect(await completion({ HOME: home, SHELL: "/bin/zsh" })).toMatchObject({
      status: "note",
      fix: "stet completion --install",
    });
    const script = "# completion for stet, made by: stet completion zsh\n";
    changeHome(planInstall("zsh", { HOME: home }, script));
    expect(await completion({ HOME: home, SHELL: "/bin/zsh" })).toEqual({
      check: "completion",
      status: "ok",
      message: "installed for zsh",
    });
    expect(await completion({ HOME: home, SHELL: "/bin/bash" })).toMatchObject({ status: "note" });
    expect(await completion({ HOME: home, SHELL: "/bin/sh" })).toMatchObject({ status: "ok" });
    expect(await completion({ SHELL: "/bin/bash" })).toMatchObject({ status: "note" });
    fs.mkdirSync(path.join(home, ".local/share/bash-completion/completions/stet"), { recursive: true });
    expect(await completion({ HOME: home, SHELL: "/bin/bash" })).toMatchObject({ status: "note" });
  });

  test("no editor where nobody has chosen one is no fault: cron needs none", async () => {
    const findings = await findingsOf(newsroom(), {}, { PATH: temporaryFolder() });
    expect(faultsOf(findings)).toEqual([]);
    expect(findings).toContainEqual(expect.objectContaining({ check: "editor", status: "note" }));
  });

  test.each(["file", "term", "name", "prose_data"])("a damaged page of the table %s", async (table) => {
    const root = newsroom();
    const desk = testDesk(root);
    const { index } = await freshIndex(desk);
    const sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
    const page = Number(index.database.prepare(sql).get(table)?.["rootpage"]);
    await letGoOf(root);
    const file = fs.openSync(currentIndexFile(root) ?? "", "r+");
    fs.writeSync(file, Buffer.alloc(100, "?"), 0, 100, (page - 1) * 4096);
    fs.closeSync(file);
    expect(faultsOf(await findingsOf(root))).toEqual([expect.stringMatching(/^index: damaged: .*page/)]);
  });

  test("unreadable files and clashes", async () => {
    const root = newsroom({
      "articles/b.yaml": "headline: [\n",
      "articles/c.yaml": "slug: a\nheadline: C\n",
    });
    expect(faultsOf(await findingsOf(root))).toEqual([
      "articles: 1 of 3 files cannot be read as articles",
      "slugs: articles/a.yaml and articles/c.yaml have the same slug, a",
    ]);
  });

  test("articles without an id, and files from the future, are worth knowing", async () => {
    const published = "headline: B\nstatus: published\npublished: 2026-11-01\n";
    const root = newsroom({ "articles/b.yaml": published });
    const future = Date.now() / 1000 + 7200;
    fs.utimesSync(path.join(root, "articles/b.yaml"), future, future);
    const notes = (await findingsOf(root))
      .filter(({ status }) => status === "note")
      .map(({ check }) => check);
    expect(notes).toEqual(expect.arrayContaining(["ids", "clock"]));
  });

  test.each([
    [14, []],
    [16, ["publish: published 16 min ago: the cron job may be dead"]],
  ])("--max-age 15m, published %i min ago", async (minutes, faults) => {
    const root = newsroom();
    notePublished(root, Date.now() - minutes * 60_000 - 1000);
    expect(faultsOf(await findingsOf(root, { maxAgeMs: 15 * 60_000 }))).toEqual(faults);
  });

  test("--max-age where nothing was ever published", async () => {
    expect(faultsOf(await findingsOf(newsroom(), { maxAgeMs: 1 }))).toEqual([
      "publish: never published here",
    ]);
  });
});

describe("the index by hand", () => {
  test("is brought up, made anew and found whole", async () => {
    const desk = testDesk(newsroom());
    expect((await updateIndex(desk)).files).toBe(1);
    expect((await rebuildIndex(desk)).files).toBe(1);
    expect((await checkIndex(desk)).wrong).toEqual([]);
  });

  test.each(["UPDATE file SET words = 99", "DELETE FROM name"])(
    "a row that is wrong is found: %s",
    async (sql) => {
      const desk = testDesk(newsroom());
      const { index } = await freshIndex(desk);
      index.database.exec(sql);
      expect((await checkIndex(desk)).wrong).toEqual(["articles/a.yaml"]);
    },
  );
});

test("who may only read the newsroom is told so, as a note", async () => {
  const root = newsroom();
  expect(await findingsOf(root)).toContainEqual({
    check: "writing",
    status: "ok",
    message: "you may",
  });
  fs.mkdirSync(path.join(root, ".stet"), { recursive: true });
  fs.writeFileSync(path.join(root, ".stet/lock.db"), "");
  const end = injectFaults(fs, ({ name, path: file }) =>
    name === "accessSync" && file.endsWith("/.stet/lock.db") ? { error: "EACCES" } : "pass",
  );
  const found = await findingsOf(root).finally(end);
  expect(found.find(({ check }) => check === "writing")).toMatchObject({
    status: "note",
    message: expect.stringMatching(/^you may not write \.stet\/lock\.db/),
    fix: "ls -l .stet/lock.db",
  });
});
