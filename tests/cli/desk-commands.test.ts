// The desk's verbs on the command line: what scripts get on stdout, when a person is asked, and the exit codes.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const DRAFTS = ["who-owns-the-seabed", "the-ferry-subsidy-nobody-voted-for"] as const;
const fileOf = (cwd: string, slug: string): string =>
  readFileSync(path.join(cwd, `articles/2026/11/${slug}.yaml`), "utf8");

describe("in a pipe", () => {
  test("stdout is the slug of each article changed and nothing else, stderr nothing", async () => {
    const cwd = sampleNewsroom();
    const first = await runStet(["submit", ...DRAFTS, "--yes"], { cwd });
    expect(first).toEqual({ stdout: `${DRAFTS.join("\n")}\n`, stderr: "", exit: 0 });
    const second = await runStet(["submit", ...DRAFTS, "--yes"], { cwd });
    expect(second).toEqual({ stdout: "", stderr: "", exit: 0 });
  });

  test("names come through it with -", async () => {
    const cwd = sampleNewsroom();
    const piped = { cwd, stdin: "the-bog-that-pays-rent\n" };
    expect(await runStet(["approve", "-"], piped)).toEqual({ stdout: piped.stdin, stderr: "", exit: 0 });
  });

  test("several want --yes", async () => {
    const { exit, stderr } = await runStet(["submit", "-Q", "status:draft"], { cwd: newsroom() });
    expect(exit).toBe(2);
    expect(stderr).toBe("error: this would submit 3 articles\n→ add --yes to do it without asking\n");
  });

  test("one that is refused does not stop the others", async () => {
    const line = ["submit", DRAFTS[0], "the-salt-ledger", "--yes"];
    const { exit, stdout, stderr } = await runStet(line, { cwd: sampleNewsroom() });
    expect([exit, stdout]).toEqual([6, `${DRAFTS[0]}\n`]);
    expect(stderr).toBe(
      "error: articles/2025/11/the-salt-ledger.yaml: submit takes a draft; this one is live\n→ stet why the-salt-ledger\n",
    );
  });

  test.each([
    ["submit", ["submit", DRAFTS[0]]],
    ["approve", ["approve", "the-bog-that-pays-rent"]],
    ["schedule", ["schedule", DRAFTS[0], "fri", "09:00"]],
    ["embargo", ["embargo", DRAFTS[0], "fri", "09:00"]],
    ["correct", ["correct", "the-salt-ledger", "One word."]],
    ["withdraw", ["withdraw", "the-salt-ledger", "--yes"]],
    ["kill", ["kill", "the-salt-ledger", "--reason", "void", "--yes"]],
  ])("%s --dry-run prints the same and writes nothing", async (_, line) => {
    const cwd = sampleNewsroom();
    const dry = await runStet([...line, "--dry-run"], { cwd });
    const again = await runStet([...line, "--dry-run"], { cwd });
    expect(dry).toEqual({ stdout: `${line[1]}\n`, stderr: "", exit: 0 });
    expect(again).toEqual(dry);
    expect(await runStet(line, { cwd })).toEqual(dry);
    expect((await runStet(line, { cwd })).stdout).toBe("");
  });
});

describe("on a terminal", () => {
  test.each([
    [
      ["schedule", "chess-on-the-night-shift", "fri", "09:00"],
      "✓ chess-on-the-night-shift: ready → scheduled for Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 5 d\n",
    ],
    [
      ["embargo", "chess-on-the-night-shift", "+90min"],
      "✓ chess-on-the-night-shift: embargoed until Sun 22 Nov 2026 10:30 CET (09:30 UTC), in 1 h 30 min; still ready\n",
    ],
    [
      ["embargo", "the-salt-ledger", "open"],
      "✓ the-salt-ledger: embargoed until somebody lifts it; the next stet publish takes it off the site\n→ stet publish\n",
    ],
    [
      ["embargo", "harbour-pension-fund-audit", "none"],
      "✓ harbour-pension-fund-audit: embargo lifted, live\n→ stet publish\n",
    ],
    [["withdraw", "the-salt-ledger", "--yes"], "✓ the-salt-ledger: live → withdrawn\n→ stet publish\n"],
    [
      ["kill", "the-salt-ledger", "--reason", "void", "--yes"],
      "✓ the-salt-ledger: live → killed\n→ stet publish\n",
    ],
    [
      ["kill", "glassworks-to-close", "--reason", "void"],
      "✓ glassworks-to-close: withdrawn → killed\n→ stet publish\n",
    ],
    [["kill", "who-owns-the-seabed", "--reason", "void"], "✓ who-owns-the-seabed: draft → killed\n"],
    [["correct", "the-salt-ledger", "One."], "✓ the-salt-ledger: corrected\n→ stet publish\n"],
    [["submit", "the-bog-that-pays-rent"], "the-bog-that-pays-rent: no change (review)\n"],
    [["approve", "the-bog-that-pays-rent", "--dry-run"], "~ the-bog-that-pays-rent: review → ready\n"],
  ])("%j", async (line, stderr) => {
    const env = { NO_COLOR: "1" };
    const outcome = await runStet(line, { cwd: sampleNewsroom(), terminal: 200, env });
    expect(outcome).toEqual({ stdout: "", stderr, exit: 0 });
  });
});

test("whatever changes what readers have says what brings it to them", async () => {
  const cwd = sampleNewsroom();
  const env = { NO_COLOR: "1" };
  const next = async (...line: readonly string[]): Promise<string | undefined> =>
    (await runStet(line, { cwd, terminal: 200, env })).stderr.trimEnd().split("\n").at(-1);
  expect(await next("set", "kicker=Sea", "the-salt-ledger")).toBe("→ stet publish");
  expect(await next("undo")).toBe("→ stet publish");
  expect(await next("rename", "the-salt-ledger", "the-salt-books")).toBe("→ stet publish");
  expect(await next("rm", "the-salt-books")).toBe("→ stet publish");
  expect(await next("restore", "the-salt-books")).toBe("→ stet publish");
  expect(await next("set", "kicker=Sea", DRAFTS[0])).toMatch(/^✓ articles/);
  expect(await next("set", "kicker=Sea", "the-salt-books", "--dry-run")).toMatch(/^~ articles/);
  expect(await next("rm", DRAFTS[0])).toBe(`→ stet restore ${DRAFTS[0]}`);
});

describe("times", () => {
  test("one that happens twice is remarked on, in a pipe too", async () => {
    const env = { STET_NOW: "2026-10-24T12:00:00+02:00" };
    const cwd = sampleNewsroom();
    const { stdout, stderr } = await runStet(["schedule", DRAFTS[0], "tomorrow", "2:30"], { cwd, env });
    expect(stdout).toBe(`${DRAFTS[0]}\n`);
    expect(stderr).toContain("the earlier is taken: Sun 25 Oct 2026 02:30 CEST (00:30 UTC)");
    expect(fileOf(cwd, DRAFTS[0])).toContain("published: 2026-10-25T02:30:00+02:00\n");
  });

  test.each([
    [["schedule", DRAFTS[0], "tomorrow"], '→ "tomorrow 06:00"'],
    [["schedule", DRAFTS[0], "yesterday"], '→ "tomorrow 6:00", "fri 9", "2026-12-24 06:00" or +2h'],
    [["embargo", DRAFTS[0], "closed"], '→ "tomorrow 6:00", "fri 9", "2026-12-24 06:00", open or none'],
    [["embargo", DRAFTS[0]], `→ stet embargo ${DRAFTS[0]} "tomorrow 6:00"`],
    [["embargo", "-Q", "is:draft", "closed"], '→ "tomorrow 6:00", "fri 9", "2026-12-24 06:00", open or none'],
    [["schedule", DRAFTS[0]], '→ stet schedule who-owns-the-seabed "tomorrow 6:00"'],
    [["correct", DRAFTS[0]], '→ stet correct who-owns-the-seabed "An earlier version gave the wrong year."'],
  ])("%j is a mistake", async (line, hint) => {
    const { exit, stdout, stderr } = await runStet(line, { cwd: newsroom() });
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(hint);
  });

  test.each([
    ["sat", "6am"],
    ["sat", "6"],
    ["28", "nov", "2026", "6:00"],
  ])("an embargo until %j %j leaves the articles before it", async (...time) => {
    const cwd = sampleNewsroom();
    const { stdout } = await runStet(["embargo", ...DRAFTS, ...time, "--yes"], { cwd });
    expect(stdout).toBe(`${DRAFTS.join("\n")}\n`);
    for (const slug of DRAFTS) expect(fileOf(cwd, slug)).toContain("embargo: 2026-11-28T06:00:00+01:00\n");
  });
});

describe("kill", () => {
  test.each([
    [["kill", "the-salt-ledger"], "kill needs a reason"],
    [["kill", "the-salt-ledger", DRAFTS[0], "--reason", "x"], "kill takes one article at a time"],
    [["kill", "-Q", "status:draft", "--reason", "x"], "kill takes one article at a time"],
    [["submit", "the-salt-ledger", "--force"], "--force and --reason go together"],
    [["submit", "the-salt-ledger", "--reason", "x"], "--force and --reason go together"],
    [["publish", "the-salt-ledger", "--reason", "x"], "--reason goes with --force"],
  ])("%j", async (line, message) => {
    const { exit, stderr } = await runStet(line, { cwd: newsroom() });
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });

  test("and back, with both reasons in the notes", async () => {
    const cwd = sampleNewsroom();
    await runStet(["kill", DRAFTS[0], "--reason", "no rights"], { cwd });
    const { exit } = await runStet(["submit", DRAFTS[0], "--force", "--reason", "rights bought"], { cwd });
    expect(exit).toBe(0);
    const text = fileOf(cwd, DRAFTS[0]);
    expect(text).toContain("status: review\n");
    expect(text).toContain("Killed 2026-11-22T09:00:00+01:00: no rights\n");
    expect(text).toContain("Brought back 2026-11-22T09:00:00+01:00: rights bought\n");
  });
});

test("what is killed is refused with the command that brings it back, and that one works", async () => {
  for (const [slug, verbs] of [
    [DRAFTS[0], [["publish"], ["schedule", "+2h"], ["submit"], ["approve"], ["withdraw"], ["set"]]],
    ["the-salt-ledger", [["publish"], ["schedule", "+2h"], ["submit"], ["withdraw"], ["correct", "One."]]],
  ] as const) {
    for (const [verb, ...rest] of verbs) {
      const cwd = sampleNewsroom();
      await runStet(["kill", slug, "--reason", "void"], { cwd });
      const line = verb === "set" ? ["set", "status=draft", slug] : [verb, slug, ...rest];
      const { exit, stderr } = await runStet(line, { cwd });
      const [, hint = ""] = /^→ stet (.*)$/m.exec(stderr) ?? [];
      expect({ line, exit, hint }).toMatchObject({ exit: 5, hint: expect.stringContaining("--force") });
      const words = hint.split(" ").map((word) => word.replaceAll('"', ""));
      expect({ hint, ...(await runStet(words, { cwd })) }).toMatchObject({ exit: 0 });
    }
  }
});

test("after a dry run the rest of what is wrong is seen with -v, as check does not know it", async () => {
  const cwd = sampleNewsroom();
  const line = ["set", "section=nowhere", "-Q", "status:draft,review,ready", "--dry-run", "--yes"];
  const short = await runStet(line, { cwd });
  expect(short.stderr).toMatch(/\nand \d+ more: add -v to see them\n$/);
  const all = await runStet([...line, "-v"], { cwd });
  expect(all.stderr.match(/^warning: /gm)?.length).toBeGreaterThan(3);
  const done = await runStet(
    line.filter((word) => word !== "--dry-run"),
    { cwd },
  );
  expect(done.stderr).toMatch(/\nand \d+ more: stet check\n$/);
});

test("a correction may come through a pipe", async () => {
  const cwd = sampleNewsroom();
  const outcome = await runStet(["correct", "live-storm-ilva", "-"], {
    cwd,
    stdin: "The wind was\nslower.\n",
  });
  expect(outcome).toEqual({ stdout: "live-storm-ilva\n", stderr: "", exit: 0 });
  expect(fileOf(cwd, "live-storm-ilva")).toContain("text: The wind was slower.");
});

describe("why", () => {
  test("exit 0 when it is on the site, 1 when not", async () => {
    const cwd = sampleNewsroom();
    const exits = [];
    for (const slug of ["the-salt-ledger", DRAFTS[0]])
      exits.push((await runStet(["why", slug], { cwd })).exit);
    exits.push((await runStet(["why", "rust-breathing-microbe", "--at", "2027-01-15 11:00"], { cwd })).exit);
    expect(exits).toEqual([0, 1, 0]);
  });

  test("as JSON, instants in the newsroom's zone", async () => {
    const { stdout } = await runStet(["why", "rust-breathing-microbe", "--json"], { cwd: newsroom() });
    expect(JSON.parse(stdout)).toMatchObject({
      slug: "rust-breathing-microbe",
      at: "2026-11-22T09:00:00+01:00",
      state: "embargoed",
      live: false,
      next: { at: "2027-01-15T11:00:00+01:00", state: "live" },
    });
  });
});

describe("due and today", () => {
  test("rows with tabs", async () => {
    const { stdout, exit } = await runStet(["due", "2w"], { cwd: newsroom() });
    expect([stdout, exit]).toEqual([
      "2026-12-05T06:30:00+01:00\tlive\tthe-harbour-that-rose-twice\tThe harbour that rose twice\n",
      0,
    ]);
  });

  test("nothing due is nothing at all", async () => {
    const cwd = sampleNewsroom();
    expect(await runStet(["due", "--missed"], { cwd })).toEqual({ stdout: "", stderr: "", exit: 0 });
    expect(await runStet(["due", "12h", "--json"], { cwd })).toEqual({ stdout: "[]\n", stderr: "", exit: 0 });
  });

  test("today as JSON", async () => {
    const env = { STET_AUTHOR: "ilse" };
    const { stdout } = await runStet(["today", "--json"], { cwd: newsroom(), env });
    expect(JSON.parse(stdout)).toEqual({
      at: "2026-11-22T09:00:00+01:00",
      articles: 33,
      missed: [],
      due: [],
      embargoes: [],
      mine: [
        {
          slug: DRAFTS[1],
          path: `articles/2026/11/${DRAFTS[1]}.yaml`,
          status: "draft",
          headline: "The ferry subsidy nobody voted for",
        },
      ],
      broken: [],
    });
  });
});

test.each([
  [["why", "the-salt-ledger", "--json=state,live"], '{"state":"live","live":true}\n'],
  [["due", "2w", "--json=slug,what"], '[\n{"slug":"the-harbour-that-rose-twice","what":"live"}\n]\n'],
  [["today", "--json=articles"], '{"articles":33}\n'],
])("%j prints the keys named", async (line, stdout) => {
  expect((await runStet(line, { cwd: newsroom() })).stdout).toBe(stdout);
});

test("a key that is none is a mistake", async () => {
  const { exit, stderr } = await runStet(["today", "--json=artcles"], { cwd: newsroom() });
  expect(exit).toBe(2);
  expect(JSON.parse(stderr)).toMatchObject({
    error: { message: '"artcles" is no key here. Did you mean "articles"?' },
  });
});

test("why of another instant says no distances, which could be from either", async () => {
  const cwd = sampleNewsroom();
  await runStet(["embargo", "live-storm-ilva", "+2h"], { cwd });
  const { stdout } = await runStet(["why", "live-storm-ilva", "--at", "2026-11-22 12:00"], { cwd });
  expect(stdout).toContain("✓ embargo    over since Sun 22 Nov 2026 11:00 CET (10:00 UTC)\n");
  expect(stdout).not.toMatch(/ ago| in \d/);
});
