// The rubric of the command line, 12 to 21: naming articles and asking for them.
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { environmentOf, runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { main } from "../../src/cli/main.ts";
import type { Io, Output } from "../../src/cli/io.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd, stet, onTerminal } = newsroomToRead();

const slugsOf = async (...query: readonly string[]): Promise<string[]> =>
  (await stet("list", ...query, "--slugs")).stdout.split("\n").slice(0, -1);

test("12 address by exact name AND unique prefix", async () => {
  const { stdout } = await stet("show", "the-salt-ledger", "--json=slug");
  expect(stdout).toBe('{"slug":"the-salt-ledger"}\n');
  expect((await stet("show", "the-salt", "--json=slug")).stdout).toBe(stdout);
  // Exact beats prefix: what means one article today means the same when a longer name comes.
  const folder = sampleNewsroom();
  for (const slug of ["the-salt", "the-salt-led"])
    await runStet(["new", "Salt", "--slug", slug], { cwd: folder });
  for (const slug of ["the-salt", "the-salt-led", "the-salt-ledger"]) {
    const shown = await runStet(["show", slug, "--json=slug"], { cwd: folder });
    expect(JSON.parse(shown.stdout)).toEqual({ slug });
  }
});

test("13 ambiguous: candidates listed, own rc", async () => {
  const { stdout, stderr, exit } = await stet("show", "the-");
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 5 });
  const of = (await slugsOf()).filter((slug) => slug.startsWith("the-"));
  expect(of.length).toBeGreaterThan(1);
  const listed = of.filter((slug) => stderr.includes(slug));
  expect(listed.length).toBe(Math.min(8, of.length));
});

test("14 short numbers can never re-target silently", async () => {
  const folder = sampleNewsroom();
  const inTerminal = (...line: string[]) => runStet(line, { cwd: folder, terminal: 80 });
  await inTerminal("list", "-s", "headline");
  const [first = ""] = (await runStet(["list", "-s", "headline", "--slugs"], { cwd: folder })).stdout.split(
    "\n",
  );
  // Another article now stands on top; the number still means the row that was shown.
  await runStet(["new", "AAA first of all"], { cwd: folder });
  const shown = await inTerminal("show", "1", "--json=slug");
  expect(JSON.parse(shown.stdout)).toEqual({ slug: first });
  const inScript = await runStet(["show", "1"], { cwd: folder });
  expect(inScript).toMatchObject({ stdout: "", exit: 2 });
});

test("15 - reads item names from stdin", async () => {
  const stdin = "the-salt-ledger\nthe-bog-that-pays-rent\n";
  const { stdout, exit } = await runStet(["export", "-", "--to", "ndjson"], { cwd, stdin });
  const slugs = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line).slug);
  expect({ exit, slugs }).toEqual({ exit: 0, slugs: ["the-salt-ledger", "the-bog-that-pays-rent"] });
});

test("16 field query with negation needing no --", async () => {
  const all = await slugsOf();
  const without = await slugsOf("-section:culture");
  const only = await slugsOf("section:culture");
  expect(only.length).toBeGreaterThan(0);
  expect(without.toSorted()).toEqual(all.filter((slug) => !only.includes(slug)).toSorted());
});

test("17 relative dates and ranges in queries", async () => {
  const rows: { slug: string; published: string | null }[] = JSON.parse(
    (await stet("list", "--json=slug,published")).stdout,
  );
  const since = Date.parse("2026-10-23T09:00:00+02:00");
  const recent = rows.filter(({ published }) => published !== null && Date.parse(published) >= since);
  const slugs = (of: typeof rows): string[] => of.map(({ slug }) => slug).toSorted();
  expect(recent.length).toBeGreaterThan(2);
  expect(recent.length).toBeLessThan(rows.length);
  expect((await slugsOf("published:-30d..")).toSorted()).toEqual(slugs(recent));
  const autumn = rows.filter(({ published }) => /^2025-(?:09|10|11)/.test(published ?? ""));
  expect(slugs(autumn)).toContain("the-salt-ledger");
  expect((await slugsOf("published:2025-09..2025-11")).toSorted()).toEqual(slugs(autumn));
});

test("18 OR and grouping", async () => {
  const either = await slugsOf("(", "section:culture", "OR", "tag:railways", ")", "is:live");
  const sets = [await slugsOf("section:culture", "is:live"), await slugsOf("tag:railways", "is:live")];
  expect(either.toSorted()).toEqual([...new Set(sets.flat())].toSorted());
  // The group counts: without it AND binds first, and drafts come in.
  const loose = await slugsOf("tag:railways", "OR", "status:draft", "is:live");
  const grouped = await slugsOf("(", "tag:railways", "OR", "status:draft", ")", "is:live");
  const railway = await slugsOf("tag:railways");
  expect(loose.toSorted()).toEqual(railway.toSorted());
  expect(grouped.toSorted()).toEqual((await slugsOf("tag:railways", "is:live")).toSorted());
  expect(grouped.length).toBeLessThan(loose.length);
});

test("19 saved named queries", async () => {
  const { stdout } = await stet("list", "@hot", "--explain", "--slugs");
  const direct = /^ +hot: "(.*?)"/m.exec(readFileSync(path.join(cwd, "stet.yaml"), "utf8"))?.[1] ?? "";
  expect(direct).not.toBe("");
  expect(stdout).not.toBe("");
  expect(stdout).toBe((await stet("list", direct, "--slugs")).stdout);
});

test("20 updated>2025-01-01 redirect accident detected", async () => {
  const folder = sampleNewsroom();
  const file = path.join(folder, "2025-01-01");
  const descriptor = openSync(file, "w");
  const { exit, stderr } = await intoFile(["list", "updated"], folder, descriptor);
  closeSync(descriptor);
  expect(exit).toBe(2);
  expect(stderr).toContain('"2025-01-01"');
  expect(stderr).toContain("stet list updated:2025-01-01..");
});

test("21 sort by any field, reverse, stable", async () => {
  const { stdout } = await stet("help", "fields");
  for (const key of ["headline", "words", "created", "slug", "status", "published"]) {
    expect(stdout).toContain(key);
    const up = await slugsOf("-s", `${key},slug`);
    const down = await slugsOf("-s", `-${key},-slug`);
    const isDated = key === "published";
    expect({ key, down: isDated ? down.toSorted() : down }).toEqual({
      key,
      down: isDated ? up.toSorted() : up.toReversed(),
    });
  }
  const rows: { words: number; section: string | null }[] = JSON.parse(
    (await stet("list", "-s", "section,-words", "--json=section,words")).stdout,
  );
  for (const [at, { words, section }] of rows.slice(1).entries()) {
    const before = rows[at];
    if (before?.section === section) expect(before.words).toBeGreaterThanOrEqual(words);
    else expect((before?.section ?? "") <= (section ?? "\uFFFF")).toBe(true);
  }
  expect((await onTerminal(80, "list", "-s", "nope")).exit).toBe(2);
});

/** What a shell does for `stet LINE > FILE`. */
async function intoFile(line: readonly string[], folder: string, descriptor: number) {
  let stderr = "";
  const output = (write: (text: string) => void): Output => ({
    isTerminal: false,
    columns: undefined,
    write: (text) => Promise.resolve(write(text)),
  });
  const io: Io = {
    stdin: { isTerminal: false, readAll: () => Promise.resolve(Buffer.alloc(0)) },
    stdout: { ...output((text) => writeFileSync(descriptor, text)), descriptor },
    stderr: output((text) => (stderr += text)),
    env: environmentOf({ cwd: folder }),
    cwd: folder,
    shellPid: undefined,
    now: () => Date.parse("2026-11-22T09:00:00+01:00"),
    clock: () => Date.now(),
    elapsed: () => 0,
    random: (count) => new Uint8Array(count),
  };
  return { exit: await main(line, io), stderr };
}
