// Every documented exit code, reached the way a user would.
import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const newsroom = sampleToRead();

async function run(line: readonly string[], cwd = sampleNewsroom(), env: Record<string, string> = {}) {
  return runStet(line, { cwd, env });
}

describe("exit codes", () => {
  test.each([
    [[], 0, "bare stet shows help"],
    [["-h"], 0, "help"],
    [["list", "--bogus", "-h"], 0, "-h wins over everything"],
    [["--version"], 0, "version"],
    [["list", "is:live"], 0, "a list"],
    [["list", "tag:nothing-has-this"], 0, "an empty list"],
    [["list", "tag:nothing-has-this", "-e"], 1, "an empty list that was asked about"],
    [["lst"], 2, "no such command"],
    [["list", "--nope"], 2, "no such option"],
    [["list", "secton:x"], 2, "no such field"],
    [["list", "-n", "many"], 2, "not a number"],
    [["list", "--slugs", "--ids"], 2, "two outputs"],
    [["list", "--csv=slog"], 2, "no such output field"],
    [["show"], 2, "nothing to show and nobody to ask"],
    [["render", "the-salt-ledger", "how-rebate-clauses-work"], 2, "two articles on one stdout"],
    [["set", "tag+=x", "-Q", "is:live"], 2, "many changes and nobody to ask"],
    [["set", "tag+=x", "-Q", " "], 2, "an empty query"],
    [["show", "nope"], 3, "no such article"],
    [["show", "articles/nope.yaml"], 3, "no such file"],
    [["restore", "nope"], 3, "not in the trash"],
    [["set", "image.alt=x", "the-salt-ledger"], 4, "a change that would make it invalid"],
    [["set", "status=draft", "the-salt-ledger"], 5, "a move that is not allowed"],
    [["new", "x", "--slug", "the-salt-ledger"], 5, "a slug that is taken"],
    [
      ["new", "x", "--slug", "the-salt-ledger", "--if-exists", "skip"],
      0,
      "a slug that is taken, and that is fine",
    ],
    [["rename", "the-salt-ledger", "how-rebate-clauses-work"], 5, "a new slug that is taken"],
    [["show", "../x.yaml"], 2, "a path outside the newsroom"],
  ])("%j is %i: %s", async (line, exit) => {
    const outcome = await run(line, newsroom());
    expect(outcome).toMatchObject({ exit });
    if (exit >= 2) {
      expect(outcome.stderr).toMatch(/^error: /);
      expect(outcome.stderr.trimEnd().split("\n").at(-1), "the last line is what to do next").toMatch(/^→ /);
      expect(outcome.stdout).toBe("");
    }
  });

  test("70: what nobody meant, told to a person with its stack and to a script in one line", async () => {
    const onWrite = (_text: string, to: string): void => {
      if (to === "stdout") throw new TypeError("no such thing\u001B[2J");
    };
    const told = await runStet(["list"], { cwd: newsroom(), onWrite });
    expect(told).toMatchObject({
      exit: 70,
      stderr: expect.stringMatching(/^error: stet failed .*\n.* at .*\n→ /s),
    });
    expect(told.stderr).not.toContain("\u001B");
    const { exit, stderr } = await runStet(["list", "--json"], { cwd: newsroom(), onWrite });
    expect({ exit, lines: stderr.trimEnd().split("\n").length }).toEqual({ exit: 70, lines: 1 });
    expect(JSON.parse(stderr).error).toEqual({
      code: "bug",
      exit: 70,
      message: "TypeError: no such thing\u001B[2J",
      hint: expect.stringContaining("report"),
    });
  });

  test("4: an article that cannot be read", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: Brexit: what now?\n");
    expect(await run(["show", "broken"], cwd)).toEqual({
      exit: 4,
      stdout: "",
      stderr: `error: articles/broken.yaml: the headline needs quotes
  1 | headline: Brexit: what now?
    |                 ^ a second ": " is not allowed without quotes
help: 1 | headline: "Brexit: what now?"
`,
    });
  });

  test("4: a file over a limit, until one flag raises it", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/long.yaml"), `headline: ${"a".repeat(1001)}\n`);
    expect(await run(["show", "long"], cwd)).toMatchObject({
      exit: 4,
      stderr: expect.stringContaining("1000"),
    });
    expect(await run(["show", "long", "--limit", "line-characters=2000"], cwd)).toMatchObject({ exit: 0 });
    expect(await run(["show", "long", "--limit", "lines=1"], cwd)).toMatchObject({ exit: 2 });
  });

  test("5: a slug that two files claim", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/the-salt-ledger.yaml"), "headline: A second one\n");
    const { exit, stderr } = await run(["show", "the-salt-ledger"], cwd);
    expect(exit).toBe(5);
    expect(stderr).toContain("articles/2025/11/the-salt-ledger.yaml");
    expect(stderr).toContain("articles/the-salt-ledger.yaml");
  });

  test("6: one bad file never hides the good ones", async () => {
    const cwd = sampleNewsroom();
    const before = await run(["list", "--slugs"], cwd);
    writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: Brexit: what now?\n");
    const { exit, stdout, stderr } = await run(["list", "--slugs"], cwd);
    expect({ exit, stdout }).toEqual({ exit: 6, stdout: before.stdout });
    expect(stderr).toContain("articles/broken.yaml: the headline needs quotes");
  });

  describe("6: a query that could not be asked of every file", () => {
    test.each([
      "list -e tag:nothing-has-this",
      "search salt",
      "tags",
      "diff -Q is:live",
      "export -Q is:live",
      "export -Q is:live --to rss",
      "render -Q slug:the-salt-ledger",
      "check -Q slug:the-salt-ledger",
      "set kicker=x -Q is:live --yes",
      "submit -Q status:draft --yes",
      "embargo none -Q status:draft --yes",
      "rm -Q tag:nothing-has-this --yes",
    ])("stet %s", async (words) => {
      const line = words.split(" ");
      const cwd = sampleNewsroom();
      if (line[0] === "diff") execFileSync("git", ["init", "-q"], { cwd });
      writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: Brexit: what now?\n");
      const { exit, stderr } = await run(line, cwd);
      expect(stderr).toContain("articles/broken.yaml: the headline needs quotes");
      expect(exit, stderr).toBe(6);
    });

    test("but of one that the query asked for it is the command that fails, or does not", async () => {
      const cwd = sampleNewsroom();
      writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: Brexit: what now?\n");
      expect(await run(["rm", "-Q", "is:invalid", "--yes"], cwd)).toEqual({
        exit: 0,
        stdout: "articles/broken.yaml\n",
        stderr: "",
      });
    });
  });

  test("8: no newsroom, a broken one, one of a newer stet", async () => {
    const cwd = temporaryFolder();
    expect(await run(["list"], cwd, { STET_CEILING_DIRS: cwd })).toMatchObject({ exit: 8 });
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\ntimezone: Nowhere/Land\n");
    expect(await run(["list"], cwd)).toMatchObject({
      exit: 8,
      stderr: expect.stringContaining("no time zone"),
    });
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 2\n");
    expect(await run(["list"], cwd)).toMatchObject({ exit: 8, stderr: expect.stringContaining("format 2") });
  });

  test("9: an editor that is not there", async () => {
    const outcome = await run(["edit", "the-salt-ledger"], sampleNewsroom(), {
      EDITOR: "no-such-editor-here",
    });
    expect(outcome).toMatchObject({ exit: 9, stderr: expect.stringContaining("no-such-editor-here") });
  });

  test.skipIf(process.getuid?.() === 0)("9: a file that may not be written", async () => {
    const cwd = sampleNewsroom();
    chmodSync(path.join(cwd, "articles/2025/11/the-salt-ledger.yaml"), 0o444);
    expect(await run(["set", "kicker=x", "the-salt-ledger"], cwd)).toMatchObject({ exit: 9 });
  });
});

describe("errors as JSON", () => {
  test("one line on stderr, nothing on stdout", async () => {
    const { exit, stdout, stderr } = await run(["show", "nope", "--json"]);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: "" });
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "not-found", exit: 3, message: "no article is called nope" },
    });
  });

  test("STET_JSON_ERRORS asks for them everywhere", async () => {
    const { stderr } = await run(["lst"], sampleNewsroom(), { STET_JSON_ERRORS: "1" });
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "unknown-command", exit: 2, candidates: ["list"] },
    });
  });
});
