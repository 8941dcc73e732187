// stet among other programs: closed pipes, full disks, no stdin, no HOME, no zone, hostile environments.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { environmentOf, PROGRAM, spawnStet } from "../support/run-stet.ts";
import { PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";

function shell(script: string, cwd: string, env: Record<string, string> = {}) {
  const program = `"${process.execPath}" "${PROGRAM}"`;
  const { stdout, stderr, status } = spawnSync(
    "/bin/bash",
    ["-o", "pipefail", "-c", script.replaceAll("stet ", `${program} `)],
    {
      cwd,
      env: environmentOf({ cwd, env }),
      encoding: "utf8",
      input: "",
    },
  );
  return { stdout, stderr, status };
}

describe("pipes", () => {
  test.each([
    "list --ndjson=all",
    "export --to ndjson",
    "export --to json",
    "show the-salt-ledger",
    "check --json",
  ])("a reader that leaves early is no failure: %s | head -1", (line) => {
    expect(shell(`stet ${line} | head -c 20 >/dev/null`, sampleNewsroom())).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  test("a reader that leaves early leaves no file unwritten", () => {
    const cwd = sampleNewsroom();
    const early = shell("stet render -Q is:live --to text -o out/ | true; stet theme my-theme | true", cwd);
    expect(early).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(path.join(cwd, "out")).toSorted()).toEqual(
      shell("stet list is:live --format '{slug}.txt'", cwd).stdout.trim().split("\n").toSorted(),
    );
    expect(existsSync(path.join(cwd, "my-theme/style.css"))).toBe(true);
  });

  test("everything arrives through a slow pipe", () => {
    const cwd = sampleNewsroom();
    const whole = spawnStet(["export", "--to", "json"], { cwd }).stdout;
    const slow = shell("stet export --to json | (sleep 0.3; cat)", cwd);
    expect(slow).toEqual({ status: 0, stderr: "", stdout: whole });
    expect(JSON.parse(whole)).toHaveLength(33);
  });

  test("a file that a line names may be a link, or what another program writes", () => {
    const cwd = sampleNewsroom();
    const lines = [
      "echo 'One.' > real.md; ln -s real.md link.md; stet new One --body link.md",
      "stet new Two --body <(echo 'Two.')",
      "stet new --from <(printf 'headline: Three\\nbody: Three.\\n')",
      "echo 'Four.' | cat | stet new Four --body /dev/stdin",
      "stet list --query-file <(echo 'headline:four') --slugs",
    ];
    for (const [at, slug] of ["one", "two", "three", "four", "four"].entries())
      expect(shell(lines[at] ?? "", cwd)).toEqual({ status: 0, stdout: `${slug}\n`, stderr: "" });
    const bodies = shell("stet list created:today -s created --json=body --jq '.[].body'", cwd).stdout;
    expect(bodies.split("\n").filter(Boolean).toSorted()).toEqual(["Four.", "One.", "Three.", "Two."]);
    expect(shell("stet new Five --body /", cwd)).toMatchObject({
      status: 4,
      stderr: expect.stringContaining("this is a folder"),
    });
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk is exit 9 and says so", () => {
    for (const line of [
      "stet list > /dev/full",
      "stet export --to json > /dev/full",
      "stet export -o /dev/full",
    ]) {
      const { status, stderr } = shell(line, sampleNewsroom());
      expect({ line, status }).toEqual({ line, status: 9 });
      expect(stderr).toMatch(/^error: .*space/);
      expect(stderr).not.toContain("    at ");
    }
  });

  test("a closed stdin, stdout or stderr is no stack trace", () => {
    const cwd = sampleNewsroom();
    expect(shell("stet list --count <&-", cwd)).toMatchObject({ status: 0, stdout: "33\n", stderr: "" });
    expect(shell("stet list nope:x 2>&-", cwd)).toMatchObject({ stdout: "" });
    expect(shell("stet list --count >&-", cwd).stderr).not.toContain("    at ");
  });
});

describe("environments", () => {
  const cwd = PROJECT;
  const usual = spawnStet(["list", "--ndjson"], { cwd }).stdout;

  test.each<[string, Record<string, string>]>([
    ["LANG=C", { LANG: "C", LC_ALL: "C" }],
    ["a far zone", { TZ: "Pacific/Kiritimati" }],
    ["a broken zone", { TZ: "Not/AZone" }],
    ["no colour", { NO_COLOR: "1" }],
    ["a narrow terminal claimed", { COLUMNS: "10" }],
    ["CI", { CI: "true" }],
    ["a dumb terminal", { TERM: "dumb" }],
    ["HOME that is not there", { HOME: "/nonexistent" }],
    ["TMPDIR that is not there", { TMPDIR: "/nonexistent" }],
  ])("the same bytes with %s", (_, env) => {
    expect(spawnStet(["list", "--ndjson"], { cwd, env })).toEqual({ exit: 0, stdout: usual, stderr: "" });
  });

  test("an empty environment", () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, "list", "--count"], {
      cwd,
      env: {},
      encoding: "utf8",
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: "33\n", stderr: "", status: 0 });
  });

  test("stdin from /dev/null never asks: the error names the option", () => {
    const stdin = openSync("/dev/null", "r");
    const { stderr, status } = spawnSync(process.execPath, [PROGRAM, "set", "tag+=x", "-Q", "is:live"], {
      cwd,
      env: environmentOf({ cwd }),
      encoding: "utf8",
      stdio: [stdin, "pipe", "pipe"],
    });
    closeSync(stdin);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("--yes") });
  });

  test("the newsroom is found from a folder below it", () => {
    const below = path.join(cwd, "articles/2025/11");
    expect(spawnStet(["list", "--count"], { cwd: below }).stdout).toBe("33\n");
    expect(spawnStet(["show", "the-salt-ledger.yaml", "--json=slug"], { cwd: below }).stdout).toBe(
      '{"slug":"the-salt-ledger"}\n',
    );
  });

  test("from a folder that was removed, -C still leads to the newsroom, and without it an error says so", () => {
    const cwd = sampleNewsroom();
    const gone = "mkdir -p gone && cd gone && rmdir ../gone && stet ";
    expect(shell(`${gone}-C "${cwd}" list --slugs`, cwd)).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = shell(`${gone}list`, cwd);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringContaining(`error: there is no folder ${cwd}/gone\n`),
    });
  });

  test("-C acts as if started there", () => {
    expect(spawnStet(["-C", "..", "list", "--count"], { cwd: path.join(cwd, "tests") }).stdout).toBe("33\n");
  });

  test("no escape byte reaches a pipe", () => {
    for (const line of [["list"], ["show", "the-salt-ledger"], ["check"], ["-h"]]) {
      expect(spawnStet(line, { cwd }).stdout).not.toContain("\u001B");
    }
  });
});
