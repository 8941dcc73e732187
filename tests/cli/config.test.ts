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
  expect((await stet("config", "list", "--origin")).stdout).toMatch(
    new RegExp(`^author=Ilse Vandermoor {2}\\(${user}\\)\ncolor=never {2}\\(${local}\\)\nname=`),
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

test("the author may be a key of stet.yaml's authors", async () => {
  const { stet } = newsroom();
  await stet("config", "set", "author", "ilse");
  const { stdout } = await stet("list", 'author="Ilse Vandermoor"', "--slugs");
  expect(stdout).not.toBe("");
  for (const query of ["is:mine", "author:@me"])
    expect((await stet("list", query, "--slugs")).stdout).toBe(stdout);
});

test("no file of a newsroom names a program", async () => {
  const { cwd, stet } = newsroom();
  fs.appendFileSync(path.join(cwd, "stet.yaml"), "\neditor: evil\n");
  fs.mkdirSync(path.join(cwd, ".stet"));
  fs.writeFileSync(path.join(cwd, ".stet/local.yaml"), "editor: evil\npager: evil\npublish: {hook: evil}\n");
  expect((await stet("config", "list")).stdout).not.toContain("evil");
  expect((await stet("config", "set", "editor", "evil", "--local")).exit).toBe(2);
});

test("the default newsroom is used where none is found above, and nowhere else", async () => {
  const { cwd, home, stet } = newsroom();
  await stet("config", "set", "default_store", cwd);
  const away = await runStet(["list", "--count"], { cwd: temporaryFolder(), env: { HOME: home } });
  expect(away.stdout).toBe((await stet("list", "--count")).stdout);
});

test("a theme and editions are set as every other key of stet.yaml is", async () => {
  const { cwd, stet } = newsroom();
  expect(await stet("config", "set", "publish.releases", "3")).toMatchObject({ exit: 0 });
  expect((await stet("config", "set", "publish.releases", "many")).exit).toBe(2);
  fs.mkdirSync(path.join(cwd, "ours"));
  expect(await stet("config", "set", "publish.theme", "ours")).toMatchObject({ exit: 0 });
  expect((await stet("config", "set", "publish.theme", "../theirs")).exit).toBe(2);
  const said = fs.readFileSync(path.join(cwd, "stet.yaml"), "utf8");
  expect(said).toMatch(/^ {2}releases: 3$/m);
  expect(said).toMatch(/^ {2}theme: ours$/m);
  await stet("publish");
  expect(fs.lstatSync(path.join(cwd, "public")).isSymbolicLink()).toBe(true);
  await stet("config", "unset", "publish.theme");
  const { stdout } = await stet("config", "list");
  expect(stdout).toContain("publish.releases=3\n");
  expect(stdout).not.toContain("publish.theme");
});

test("accessible is kept for good: words in place of signs", async () => {
  const { cwd, home, stet } = newsroom();
  const signs = async (): Promise<string> =>
    (await runStet(["doctor"], { cwd, env: { HOME: home, NO_COLOR: "1" }, terminal: 80 })).stdout;
  expect((await stet("config", "set", "accessible", "perhaps")).exit).toBe(2);
  await stet("config", "set", "accessible", "true");
  expect(await signs()).toMatch(/^ok /m);
  await stet("config", "set", "accessible", "false");
  expect(await signs()).toMatch(/^✓ /m);
});

test("an unknown key is refused with the nearest", async () => {
  const { stdout, stderr, exit } = await newsroom().stet("config", "set", "pagr", "less");
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  expect(stderr).toContain('Did you mean "pager"?');
});

test("list has the newsroom's keys with their origins, as get does, and as JSON", async () => {
  const { cwd, stet } = newsroom();
  const { stdout } = await stet("config", "list", "--origin");
  expect(stdout).toContain(`name=The Courier  (${cwd}/stet.yaml)\n`);
  expect(stdout).toContain("publish.to=public  (");
  const rows: { key: string; value: string }[] = JSON.parse(
    (await stet("config", "list", "--json=key,value")).stdout,
  );
  for (const { key, value } of rows) expect((await stet("config", "get", key)).stdout).toBe(`${value}\n`);
  const away = await runStet(["config", "list", "--json"], { cwd: temporaryFolder() });
  expect(away).toEqual({ stdout: "[]\n", stderr: "", exit: 0 });
  expect((await stet("config", "get", "name", "--json")).exit).toBe(2);
});

test("the newsroom of default_store has its keys read and changed from anywhere", async () => {
  const { cwd, home, stet } = newsroom();
  await stet("config", "set", "default_store", cwd);
  const away = { cwd: temporaryFolder(), env: { HOME: home } };
  expect((await runStet(["config", "get", "name"], away)).stdout).toBe("The Courier\n");
});

test.each([
  [["author"], "get author"],
  [["name", "The Daily"], 'set name "The Daily"'],
  [["set", "name=The Daily"], 'set name "The Daily"'],
  [["author=Ilse"], 'set author "Ilse"'],
  [["lst"], "list"],
  [["set", "name"], "-h"],
])("config %j names the line that is meant", async (line, meant) => {
  const { stderr, exit } = await runStet(["config", ...line], { cwd: temporaryFolder() });
  expect(exit).toBe(2);
  expect(stderr).toContain(`\n→ stet config ${meant}\n`);
});

test("what says so already is not changed, and not named as changed", async () => {
  const { cwd, stet } = newsroom();
  const nothing = { stdout: "", stderr: "", exit: 0 };
  expect(await stet("config", "unset", "author")).toEqual(nothing);
  expect((await stet("config", "set", "author", "Ilse")).stdout).toBe("author\n");
  expect(await stet("config", "set", "author", "Ilse")).toEqual(nothing);
  const name = (await stet("config", "get", "name")).stdout.trim();
  const before = fs.statSync(path.join(cwd, "stet.yaml")).mtimeMs;
  expect(await stet("config", "set", "name", name)).toEqual(nothing);
  expect(fs.statSync(path.join(cwd, "stet.yaml")).mtimeMs).toBe(before);
});

test("a file that cannot be read is named with its line, and stays as it is", async () => {
  const { home, stet } = newsroom();
  const file = path.join(home, ".config/stet/config.yaml");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "color: never\nauthor: [a\n");
  const { stderr, exit } = await stet("config", "set", "author", "Ilse");
  expect(exit).toBe(4);
  expect(stderr).toContain(`error: ${file}:2:9: this bracket is never closed with ]\n  2 | author: [a\n`);
  expect(fs.readFileSync(file, "utf8")).toBe("color: never\nauthor: [a\n");
});

test("a key that is none is warned of with the line that takes it out", async () => {
  const { home, stet } = newsroom();
  const file = path.join(home, ".config/stet/config.yaml");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "autor: Bob\ncolor: never\n");
  const { stderr } = await stet("config", "list");
  expect(stderr).toContain('Did you mean "author"?');
  expect(stderr).toContain("help: stet config unset autor\n");
  expect((await stet("config", "unset", "autor")).stdout).toBe("autor\n");
  expect(fs.readFileSync(file, "utf8")).toBe("color: never\n");
  expect((await stet("config", "unset", "autor")).exit).toBe(2);
});

test("a key of the newsroom is kept in its stet.yaml, and only with a value that stet takes", async () => {
  const { cwd, stet } = newsroom();
  const before = fs.readFileSync(path.join(cwd, "stet.yaml"), "utf8");
  const own = await stet("config", "set", "url", "https://b.example/", "--user");
  expect(own.stderr).toBe(
    'error: url is the newsroom\'s, kept in its stet.yaml alone\n→ stet config set url "https://b.example/"\n',
  );
  const language = await stet("config", "set", "language", "xx_YY");
  expect(language).toMatchObject({ stdout: "", exit: 2 });
  expect(language.stderr).toContain('"xx_YY" is no language tag');
  expect((await stet("config", "set", "url", "post.example/news")).stderr).toContain(
    "stet.yaml stays as it is\n→ stet config set url https://post.example/news\n",
  );
  expect((await stet("config", "set", "publish.to", "../x")).stderr).toContain(
    "error: publish.to is a relative",
  );
  expect(fs.readFileSync(path.join(cwd, "stet.yaml"), "utf8")).toBe(before);
});

test("what is wrong with stet.yaml is told by its line and column, with a caret", async () => {
  const cwd = temporaryFolder();
  fs.writeFileSync(path.join(cwd, "stet.yaml"), 'stet: 1\ntimezone: "東京/x"\n');
  const { exit, stderr } = await runStet(["list"], { cwd });
  expect({ exit, stderr }).toEqual({
    exit: 8,
    stderr:
      'error: stet.yaml:2:11: "東京/x" is no time zone; write one such as Europe/Brussels\n' +
      '  2 | timezone: "東京/x"\n' +
      "    |           ^\n",
  });
});
