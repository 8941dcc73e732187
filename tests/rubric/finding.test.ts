// The rubric of the command line, 12 to 21: naming articles and asking for them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { environmentOf, PROGRAM, runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, openTerminal } from "../support/terminal.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd, stet } = newsroomToRead();

async function slugsOf(...query: readonly string[]): Promise<string[]> {
  const { stdout, exit } = await stet("list", ...query, "--slugs");
  expect({ query, exit }).toEqual({ query, exit: 0 });
  return stdout.split("\n").slice(0, -1);
}

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
  // Each with where it stands and the day of its last change.
  const listed = of.filter((slug) =>
    new RegExp(`^  ${slug} +[a-z]+, 20\\d\\d-\\d\\d-\\d\\d$`, "m").test(stderr),
  );
  expect(listed.length).toBe(Math.min(8, of.length));
});

test("14 short numbers can never re-target silently", async () => {
  const folder = sampleNewsroom();
  const inTerminal = (line: string[], env = {}) => runStet(line, { cwd: folder, terminal: 80, env });
  await inTerminal(["list", "-s", "headline"]);
  const sorted = await runStet(["list", "-s", "headline", "--slugs"], { cwd: folder });
  const [first = "", second = ""] = sorted.stdout.split("\n");
  // Another article now stands on top; the number still means the row that was shown, and the command says which.
  await runStet(["new", "AAA first of all"], { cwd: folder });
  const shown = await inTerminal(["show", "1", "--json=slug"]);
  expect(JSON.parse(shown.stdout)).toEqual({ slug: first });
  const { headline } = JSON.parse(
    (await runStet(["show", first, "--json=headline"], { cwd: folder })).stdout,
  );
  expect(shown.stderr.replaceAll(/\s+/g, " ")).toContain(`row 1 is ${first}: ${headline}`);
  const removed = await runStet(["rm", second], { cwd: folder });
  expect(removed.exit).toBe(0);
  // Never another article: not for the row of one that is gone, in a script, or half a day later.
  const later = { STET_NOW: "2099-01-01T00:00:00Z" };
  for (const [asked, exit] of [
    [inTerminal(["set", "kicker=New", "2"]), 3],
    [runStet(["set", "kicker=New", "1"], { cwd: folder }), 2],
    [inTerminal(["set", "kicker=New", "1"], later), 3],
  ] as const)
    expect(await asked).toMatchObject({ stdout: "", exit });
});

test.skipIf(!HAS_TERMINAL)("14b the numbers of a list are those of the shell that asked for it", async () => {
  const cwd = sampleNewsroom();
  // The last command of a line takes the place of its shell, and would be asked by the same one: each is followed by another.
  const script =
    'stet list -n 3; stet show 1 --json=slug; bash -c "$STET show 1 --json=slug; exit \\$?"; exit $?';
  const env = { STET: `${process.execPath} ${PROGRAM}` };
  const { text, exit } = await openTerminal(script, { cwd, env }).ended();
  expect(text.match(/^\{"slug"/gm)).toHaveLength(1);
  expect(text).toContain("the last list has no row 1");
  expect(exit).toBe(3);
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

test("20 updated>2025-01-01 redirect accident detected", () => {
  const folder = sampleNewsroom();
  const script = `"${process.execPath}" "${PROGRAM}" list updated>2025-01-01`;
  const { status, stderr } = spawnSync("/bin/bash", ["-c", script], {
    cwd: folder,
    env: environmentOf({ cwd: folder }),
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain('"2025-01-01"');
  expect(stderr).toContain("stet list updated:2025-01-01..");
});

test("21 sort by any field, reverse, stable", async () => {
  const { stdout } = await stet("list", "-s", "path", "--json=all");
  const rows: readonly Record<string, unknown>[] = JSON.parse(stdout);
  const fields = Object.keys(rows[0] ?? {});
  expect(fields.length).toBeGreaterThan(20);
  for (const field of fields) {
    for (const isDescending of [false, true]) {
      const key = `${isDescending ? "-" : ""}${field}`;
      expect({ key, slugs: await slugsOf("-s", key) }).toEqual({
        key,
        slugs: sorted(rows, field, isDescending),
      });
    }
  }
  const two = await slugsOf("-s", "section,-words");
  const byWords = rows.toSorted((a, b) => Number(b["words"]) - Number(a["words"]));
  expect(two).toEqual(sorted(byWords, "section", false));
  expect((await stet("list", "-s", "nope")).exit).toBe(2);
});

/** The slugs of rows by one field, what is absent last in either direction; equals stay in the order they had. */
function sorted(rows: readonly Record<string, unknown>[], field: string, isDescending: boolean): unknown[] {
  const valueOf = (row: Record<string, unknown>): number | string => {
    const value = row[field];
    if (typeof value === "number") return value;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    // An embargo that nobody has given a time yet ends after all that have one.
    if (field === "embargo" && text === "open") return Infinity;
    return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : text;
  };
  const compare = (a: Record<string, unknown>, b: Record<string, unknown>): number => {
    if (a[field] === null || b[field] === null) return Number(a[field] === null) - Number(b[field] === null);
    const [one, other] = [valueOf(a), valueOf(b)];
    const order = one < other ? -1 : one > other ? 1 : 0;
    return isDescending ? -order : order;
  };
  return rows.toSorted(compare).map(({ slug }) => slug);
}
