import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createArticle } from "../../src/desk/change/create-article.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { readEntry } from "../../src/desk/find/read-entries.ts";
import { renameArticle } from "../../src/desk/change/rename-article.ts";
import { setFields } from "../../src/desk/change/set-fields.ts";
import { removeArticles, restoreArticle, trashedArticles } from "../../src/desk/change/trash-articles.ts";
import { planUndo, undo, undoSteps } from "../../src/desk/change/undo.ts";
import { placeInTrash } from "../../src/newsroom/undo/undo-state.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const ONE = "# mine\nheadline: 'One'   \nslug: one\n";
const TWO = "headline: Two\nslug: two\r\n";
const A = "articles/one.yaml";
const B = "articles/two.yaml";

function newsroom(): Desk {
  const root = temporaryFolder();
  const files = { "stet.yaml": "stet: 1\n", [A]: ONE, [B]: TWO };
  fs.mkdirSync(path.join(root, "articles"));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(root, name), text);
  return testDesk(root, { command: "set" });
}

function set(desk: Desk, value: string, ...paths: string[]): void {
  const entries = paths.map((file) => readEntry(desk, file));
  setFields(desk, entries, [{ kind: "set", path: ["kicker"], value }], { dryRun: false });
}

const text = (desk: Desk, file: string): string => fs.readFileSync(path.join(desk.root, file), "utf8");
const exists = (desk: Desk, file: string): boolean => fs.existsSync(path.join(desk.root, file));
const write = (desk: Desk, file: string, content: string): void =>
  fs.writeFileSync(path.join(desk.root, file), content);
const undoLast = (desk: Desk): string[] =>
  undo(desk, planUndo(desk)).deeds.map(({ kind, path: file }) => `${kind} ${file}`);

describe("undo", () => {
  test("a set: the very bytes come back", () => {
    const desk = newsroom();
    set(desk, "New", A);
    expect(text(desk, A)).not.toBe(ONE);
    expect(undoLast(desk)).toEqual([`rewrite ${A}`]);
    expect(text(desk, A)).toBe(ONE);
  });

  test("one command in two articles is one step", () => {
    const desk = newsroom();
    set(desk, "New", A, B);
    expect(undoLast(desk)).toEqual([`rewrite ${B}`, `rewrite ${A}`]);
    expect([text(desk, A), text(desk, B)]).toEqual([ONE, TWO]);
    expect(undoSteps(desk)).toEqual([]);
  });

  test("twice goes back two steps", () => {
    const desk = newsroom();
    set(desk, "First", A);
    const first = text(desk, A);
    set(desk, "Second", A);
    undoLast(desk);
    expect(text(desk, A)).toBe(first);
    undoLast(desk);
    expect(text(desk, A)).toBe(ONE);
    expect(() => planUndo(desk)).toThrow("there is nothing to undo");
  });

  test("a rename: name and text", () => {
    const desk = newsroom();
    renameArticle(desk, readEntry(desk, A), "three", { dryRun: false });
    expect(undoLast(desk)).toEqual(["move articles/three.yaml", `rewrite ${A}`]);
    expect(text(desk, A)).toBe(ONE);
    expect(exists(desk, "articles/three.yaml")).toBe(false);
  });

  test("an rm: the file comes back out of the trash", () => {
    const desk = newsroom();
    removeArticles(desk, [readEntry(desk, A), readEntry(desk, B)], { dryRun: false });
    expect(undoLast(desk)).toEqual([`return ${B}`, `return ${A}`]);
    expect([text(desk, A), text(desk, B)]).toEqual([ONE, TWO]);
    expect(trashedArticles(desk)).toEqual([]);
  });

  test("an rm of three of which one has vanished: the other two", () => {
    const desk = newsroom();
    const [one, two] = [readEntry(desk, A), readEntry(desk, B)];
    const { done, failures } = removeArticles(desk, [one, { path: "articles/gone.yaml" }, two], {
      dryRun: false,
    });
    expect([done, failures.map(({ message }) => message)]).toEqual([
      [A, B],
      ["there is no articles/gone.yaml"],
    ]);
    expect(undoLast(desk)).toEqual([`return ${B}`, `return ${A}`]);
  });

  test("a restore: the file goes to the trash again", () => {
    const desk = newsroom();
    removeArticles(desk, [readEntry(desk, A)], { dryRun: false });
    restoreArticle(desk, "one", { dryRun: false });
    expect(undoLast(desk)).toEqual([`remove ${A}`]);
    expect(trashedArticles(desk).map(({ path: file }) => file)).toEqual([A]);
  });

  test("an rm whose restore was taken back: the file comes back from where that put it", () => {
    const desk = newsroom();
    set(desk, "New", A);
    const now = text(desk, A);
    removeArticles(desk, [readEntry(desk, A)], { dryRun: false });
    restoreArticle(desk, "one", { dryRun: false });
    expect(undoLast(desk)).toEqual([`remove ${A}`]);
    expect(undoLast(desk)).toEqual([`return ${A}`]);
    expect(text(desk, A)).toBe(now);
    expect(undoLast(desk)).toEqual([`rewrite ${A}`]);
    expect(text(desk, A)).toBe(ONE);
  });

  test("a new article goes to the trash", async () => {
    const desk = newsroom();
    const { path: made } = await createArticle(desk, {
      fields: { headline: "Fresh" },
      ifExists: "error",
      dryRun: false,
    });
    expect(undoLast(desk)).toEqual([`remove ${made}`]);
    expect(exists(desk, made)).toBe(false);
    expect(trashedArticles(desk).map(({ path: file }) => file)).toEqual([made]);
  });

  test("refuses, naming the file, where one changed since; the others stay too", () => {
    const desk = newsroom();
    set(desk, "New", A, B);
    const changed = text(desk, B);
    write(desk, A, "headline: Mine\nslug: one\n");
    expect(() => planUndo(desk)).toThrow(`${A} changed since; nothing was taken back`);
    expect(text(desk, B)).toBe(changed);
    expect(undoSteps(desk)).toHaveLength(1);
  });

  test("refuses where the place of a removed article is taken", () => {
    const desk = newsroom();
    removeArticles(desk, [readEntry(desk, A)], { dryRun: false });
    write(desk, A, "headline: Another\n");
    expect(() => planUndo(desk)).toThrow(`${A} changed since`);
  });

  test("refuses where the old name of a renamed article is taken", () => {
    const desk = newsroom();
    renameArticle(desk, readEntry(desk, A), "three", { dryRun: false });
    write(desk, A, "headline: Another\n");
    expect(() => planUndo(desk)).toThrow(`${A} changed since`);
  });

  test("what is back already is passed over", () => {
    const desk = newsroom();
    set(desk, "New", A, B);
    write(desk, B, TWO);
    expect(undoLast(desk)).toEqual([`rewrite ${A}`]);
    expect([text(desk, A), text(desk, B)]).toEqual([ONE, TWO]);
  });

  test("an rm of which one is back already, as after an undo that was killed: the other", () => {
    const desk = newsroom();
    removeArticles(desk, [readEntry(desk, A), readEntry(desk, B)], { dryRun: false });
    const { id = "" } = trashedArticles(desk).find(({ path: file }) => file === B) ?? {};
    fs.renameSync(path.join(desk.root, placeInTrash(id, B)), path.join(desk.root, B));
    expect(undoLast(desk)).toEqual([`return ${A}`]);
    expect([text(desk, A), text(desk, B)]).toEqual([ONE, TWO]);
  });

  test("a write that failed is no part of the step", () => {
    const desk = newsroom();
    const entries = [readEntry(desk, A), readEntry(desk, B)];
    fs.chmodSync(path.join(desk.root, B), 0o444);
    const refuse = (): unknown =>
      setFields(desk, entries, [{ kind: "set", path: ["kicker"], value: "New" }], { dryRun: false });
    if (process.getuid?.() !== 0) expect(refuse).toThrow("you may not write");
    else refuse();
    expect(undoLast(desk)).toContain(`rewrite ${A}`);
    expect([text(desk, A), text(desk, B)]).toEqual([ONE, TWO]);
  });

  test("a command that changes nothing leaves no step", () => {
    const desk = newsroom();
    set(desk, "New", A);
    set(desk, "New", A);
    expect(undoSteps(desk)).toHaveLength(1);
  });

  test("the last twenty steps are kept", () => {
    const desk = newsroom();
    for (let number = 1; number <= 22; number++) set(desk, `K${number}`, A);
    const steps = undoSteps(desk);
    expect(steps).toHaveLength(20);
    expect(steps.map(({ name }) => name).at(0)).toBe("22.step");
    expect(steps.map(({ name }) => name).at(-1)).toBe("3.step");
  });

  test("another stet's write between plan and deed is noticed", () => {
    const desk = newsroom();
    set(desk, "New", A);
    const planned = planUndo(desk);
    set(desk, "Newer", B);
    expect(() => undo(desk, planned)).toThrow("another stet wrote meanwhile");
  });

  test("a step that leads out of the newsroom is refused", () => {
    const desk = newsroom();
    set(desk, "New", A);
    const step = path.join(desk.root, ".stet/undo/1.step");
    fs.writeFileSync(step, fs.readFileSync(step, "utf8").replaceAll(A, "../outside.yaml"));
    expect(() => planUndo(desk)).toThrow("lies outside this newsroom");
  });

  test.each([
    "",
    "{}\n",
    '{"command":"set"}\n',
    '{"command":"set","at":1}\n{"kind":"write","path":1}\n',
    "\0",
  ])("a damaged step %j is none", (damage) => {
    const desk = newsroom();
    set(desk, "New", A);
    fs.writeFileSync(path.join(desk.root, ".stet/undo/2.step"), damage);
    expect(undoSteps(desk).map(({ name }) => name)).toEqual(["1.step"]);
  });
});
