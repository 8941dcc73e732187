// The rubric of the command line, 22 to 35: what stdout carries, and what the exit code says.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { environmentOf, PROGRAM, runStet, spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd, stet } = newsroomToRead();
const COUNT = 33;

test("22 --json with no field list works", async () => {
  const { stdout, exit } = await stet("list", "--json");
  const rows = JSON.parse(stdout);
  expect({ exit, rows: rows.length, slug: typeof rows[0].slug }).toEqual({
    exit: 0,
    rows: COUNT,
    slug: "string",
  });
  expect(rows[0]).not.toHaveProperty("body");
});

test("23 unknown output field: the list of fields, rc is not 0", async () => {
  for (const line of [
    ["list", "--json=headlin"],
    ["list", "-F", "headlin"],
    ["list", "--format", "{headlin}"],
  ]) {
    const { stdout, stderr, exit } = await stet(...line);
    expect({ line, stdout, exit }).toEqual({ line, stdout: "", exit: 2 });
    expect(stderr).toContain("headline");
  }
  expect((await stet("list", "-F", "zzz")).stderr).toMatch(/slug.*headline.*section/s);
});

test("24 NDJSON streamed", async () => {
  const folder = sampleNewsroom();
  const slugs = (await runStet(["list", "--slugs"], { cwd: folder })).stdout.split("\n").slice(0, -1);
  const last = path.join(folder, "articles/2025/06/灯台守がいた島.yaml");
  const chunks: string[] = [];
  const onWrite = (text: string): void => {
    // Each body is read when its row is due: the last one is another while the first row is out already.
    if (chunks.length === 0) appendFileSync(last, "\n  Written meanwhile.\n");
    chunks.push(text);
  };
  const { exit } = await runStet(["list", "--ndjson=slug,body"], { cwd: folder, onWrite });
  expect({ exit, first: chunks[0]?.split("\n").length }).toEqual({ exit: 0, first: 2 });
  const rows = chunks
    .join("")
    .split("\n")
    .slice(0, -1)
    .map((line): { slug: string; body: string } => JSON.parse(line));
  expect(rows.map(({ slug }) => slug)).toEqual(slugs);
  expect(rows.at(-1)?.body).toContain("Written meanwhile.");
});

test("25 NUL-separated output", async () => {
  const { stdout } = await stet("list", "--slugs", "-0");
  expect(stdout).not.toContain("\n");
  expect(stdout.split("\0").length).toBe(COUNT + 1);
  expect(stdout.endsWith("\0")).toBe(true);
});

test("26 output templates", async () => {
  const line = [
    "list",
    "the-salt-ledger",
    "-n",
    "1",
    "--format",
    "{slug}\\t{updated|date:YYYY}\\t{{{words|num}",
  ];
  expect((await stet("list", "slug:the-salt-ledger", ...line.slice(2))).stdout).toMatch(
    /^the-salt-ledger\t20\d\d\t\{\d+\n$/,
  );
});

test("27 jq expressions without jq installed", async () => {
  const { stdout, exit } = await runStet(["list", "is:live", "--jq", "map(.slug) | length"], {
    cwd,
    env: { PATH: "/nonexistent" },
  });
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: (await stet("list", "is:live", "--count")).stdout });
});

test("28 piped list = all rows, untruncated", async () => {
  // More than a terminal is shown of them, and wider.
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  const headlines = Array.from({ length: 120 }, (_, at) => `${at} ${"very long ".repeat(30)}headline`);
  for (const [at, headline] of headlines.entries())
    writeFileSync(path.join(folder, `articles/a${at}.yaml`), `headline: ${headline}\n`);
  const { stdout } = await runStet(["list"], { cwd: folder, env: { COLUMNS: "40" } });
  const rows = stdout.split("\n").slice(0, -1);
  expect(new Set(rows.map((row) => row.split("\t")[4]))).toEqual(new Set(headlines));
  expect(rows.every((row) => row.split("\t").length === 5)).toBe(true);
  for (const line of [
    ["list", "--slugs"],
    ["search", "headline"],
    ["list", "--csv"],
  ]) {
    const { stdout: more } = await runStet(line, { cwd: folder });
    expect({ line, rows: more.trim().split("\n").length }).toEqual({
      line,
      rows: headlines.length + (line.includes("--csv") ? 1 : 0),
    });
  }
});

test("29 stdout holds data only, even with warnings", async () => {
  const { stdout, stderr, exit } = await stet("show", "the-salt-ledger", "--json=slug", "-v");
  expect({ stdout, exit }).toEqual({ stdout: '{"slug":"the-salt-ledger"}\n', exit: 0 });
  expect(stderr).not.toContain("slug");
  const refused = await stet("list", "headlin:x", "--json");
  expect(refused.stdout).toBe("");
  expect(refused.stderr).not.toBe("");
  // A file that cannot be read, a former slug, a word of the query that is meant for a field.
  const folder = sampleNewsroom();
  writeFileSync(path.join(folder, "articles/broken.yaml"), "headline: Brexit: what now?\n");
  await runStet(["rename", "the-salt-ledger", "the-salt-books"], { cwd: folder });
  for (const line of [
    ["list", "--json"],
    ["search", "salt", "--json"],
    ["show", "the-salt-ledger", "--json"],
    ["export", "-Q", "is:live", "--to", "json"],
    ["list", "author:Ilse Vandermoor", "--json"],
  ]) {
    const warned = await runStet(line, { cwd: folder });
    expect({ line, warned: warned.stderr !== "" }).toEqual({ line, warned: true });
    expect(() => void JSON.parse(warned.stdout)).not.toThrow();
  }
});

test("30 no escape bytes in a pipe", () => {
  // The real program, told by its environment that terminals have colours.
  const env = { TERM: "xterm-256color", COLORTERM: "truecolor" };
  for (const line of [
    ["list"],
    ["show", "the-salt-ledger"],
    ["search", "salt"],
    ["check"],
    ["stats"],
    ["calendar"],
    ["tags"],
    ["today"],
    ["why", "the-salt-ledger"],
    ["related", "the-salt-ledger"],
    ["render", "the-salt-ledger", "--to", "text"],
    ["doctor", "--json"],
    ["-h"],
    ["help", "query"],
    ["list", "secton:x"],
  ]) {
    const { stdout, stderr } = spawnStet(line, { cwd, env });
    expect({ line, isEmpty: `${stdout}${stderr}` === "" }).toEqual({ line, isEmpty: false });
    expect({ line, escapes: `${stdout}${stderr}`.includes("\u001B") }).toEqual({ line, escapes: false });
  }
});

test("31 errors as JSON on request", async () => {
  for (const line of [
    ["show", "nope", "--json"],
    ["list", "secton:x", "--ndjson"],
  ]) {
    const { stdout, stderr, exit } = await stet(...line);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n").length).toBe(1);
    expect(JSON.parse(stderr).error).toMatchObject({
      exit,
      message: expect.any(String),
      hint: expect.any(String),
    });
  }
  const asked = await runStet(["show", "nope"], { cwd, env: { STET_JSON_ERRORS: "1" } });
  expect(JSON.parse(asked.stderr).error.code).toBe("not-found");
});

test("32 output into head -1 under pipefail: rc 0, silent", () => {
  for (const line of [
    "export --to ndjson",
    "list --json=all",
    "show the-salt-ledger",
    "check",
    "help query",
  ]) {
    const script = `"${process.execPath}" "${PROGRAM}" ${line} | head -1 > /dev/null`;
    const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", script], {
      cwd,
      env: environmentOf({ cwd }),
      encoding: "utf8",
    });
    const isAnswer = line === "check" && status === 1;
    expect({ line, status: isAnswer ? 0 : status, stderr }).toEqual({ line, status: 0, stderr: "" });
  }
});

test("33 usage errors have their own rc", async () => {
  for (const line of [
    ["list", "--nope"],
    ["nope"],
    ["list", "secton:x"],
    ["show", "x", "y", "z"],
    ["list", "-n", "x"],
  ]) {
    const { exit, stdout } = await stet(...line);
    expect({ line, exit, stdout }).toEqual({ line, exit: 2, stdout: "" });
  }
});

test("34 not-found has its own rc", async () => {
  expect((await stet("show", "nope")).exit).toBe(3);
  expect((await stet("render", "nope", "--to", "text")).exit).toBe(3);
});

test("35 exit codes documented in the tool", async () => {
  const { stdout } = await stet("help", "exit-codes");
  // Frozen within a major version.
  expect(Object.values(EXIT)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 70, 130]);
  for (const [name, code] of Object.entries(EXIT))
    expect(stdout).toMatch(new RegExp(`^ *${code} +${name} `, "m"));
});
