import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet, type Outcome } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Run = (...line: string[]) => Promise<Outcome>;

function newsroom(): { readonly cwd: string; readonly home: string; readonly stet: Run } {
  const cwd = sampleNewsroom();
  const home = temporaryFolder();
  return { cwd, home, stet: (...line) => runStet(line, { cwd, env: { HOME: home } }) };
}

test("what is set is listed with its origin, the nearer file first, and unset again", async () => {
  const { cwd, home, stet } = newsroom();
  const user = path.join(home, ".config/stet/config.yaml");
  await stet("config", "set", "author", "Ilse Vandermoor");
  await stet("config", "set", "color", "always");
  await stet("config", "set", "color", "never", "--local");
  const local = path.join(cwd, ".stet/local.yaml");
  expect((await stet("config", "list", "--origin")).stdout).toBe(
    `author=Ilse Vandermoor  (${user})\ncolor=never  (${local})\n`,
  );
  expect((await stet("config", "unset", "author")).exit).toBe(0);
  expect(await stet("config", "get", "author")).toEqual({ stdout: "", stderr: "", exit: 1 });
});

test("the author is whose articles is:mine means; STET_AUTHOR wins", async () => {
  const { cwd, home, stet } = newsroom();
  await stet("config", "set", "author", "Ilse Vandermoor");
  const mine = await stet("list", "is:mine", "--count");
  expect(mine.stdout).toBe((await stet("list", 'author="Ilse Vandermoor"', "--count")).stdout);
  const other = await runStet(["list", "is:mine", "--count"], {
    cwd,
    env: { HOME: home, STET_AUTHOR: "Nobody" },
  });
  expect(other.stdout).toBe("0\n");
});

test("no file of a newsroom names a program", async () => {
  const { cwd, stet } = newsroom();
  fs.appendFileSync(path.join(cwd, "stet.yaml"), "\neditor: evil\n");
  fs.mkdirSync(path.join(cwd, ".stet"));
  fs.writeFileSync(path.join(cwd, ".stet/local.yaml"), "editor: evil\npager: evil\npublish: {hook: evil}\n");
  expect((await stet("config", "list")).stdout).toBe("");
  expect((await stet("config", "set", "editor", "evil", "--local")).exit).toBe(2);
});

test("the default newsroom is used where none is found above, and nowhere else", async () => {
  const { cwd, home, stet } = newsroom();
  await stet("config", "set", "default_store", cwd);
  const away = await runStet(["list", "--count"], { cwd: temporaryFolder(), env: { HOME: home } });
  expect(away.stdout).toBe((await stet("list", "--count")).stdout);
});

test("an unknown key is refused with the nearest", async () => {
  const { stdout, stderr, exit } = await newsroom().stet("config", "set", "pagr", "less");
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  expect(stderr).toContain('Did you mean "pager"?');
});
