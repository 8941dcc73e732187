// The rubric of the command line, 22 to 35: what stdout carries, and what the exit code says.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Output } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { environmentOf, PROGRAM, runStet } from "../support/run-stet.ts";
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
  const chunks: string[] = [];
  const exit = await running(["list", "--ndjson=all"], (text) => chunks.push(text));
  expect(exit).toBe(0);
  expect(chunks.length).toBeGreaterThan(1);
  const lines = chunks.join("").split("\n").slice(0, -1);
  expect(lines.map((line) => typeof JSON.parse(line).body)).toEqual(lines.map(() => "string"));
  expect(lines.length).toBe(COUNT);
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

test("30 no escape bytes in a pipe", async () => {
  for (const line of [
    ["list"],
    ["show", "the-salt-ledger"],
    ["search", "salt"],
    ["check"],
    ["stats"],
    ["calendar"],
    ["-h"],
  ]) {
    const { stdout, stderr } = await stet(...line);
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
  const script = `"${process.execPath}" "${PROGRAM}" export --to ndjson | head -1 > /dev/null`;
  const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", script], {
    cwd,
    env: environmentOf({ cwd }),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
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
  for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 70, 130]) {
    expect(stdout).toMatch(new RegExp(`^ *${code}\\b`, "m"));
  }
});

async function running(line: readonly string[], write: (text: string) => void): Promise<number> {
  const output = (take: (text: string) => void): Output => ({
    isTerminal: false,
    columns: undefined,
    write: (text) => Promise.resolve(take(text)),
  });
  return main(line, {
    stdin: { isTerminal: false, readAll: () => Promise.resolve(Buffer.alloc(0)) },
    stdout: output(write),
    stderr: output(() => undefined),
    env: environmentOf({ cwd }),
    cwd,
    shellPid: undefined,
    now: () => Date.parse("2026-11-22T09:00:00+01:00"),
    clock: () => Date.now(),
    elapsed: () => 0,
    random: (count) => new Uint8Array(count),
  });
}
