// `stet check` as it is typed: the outputs, the exit codes, --fix, and the hook that docs/check.md tells of.
import { execFileSync, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/desk/checks/rules.ts";
import { article, newsroomOf } from "../desk/checks/check-files.ts";
import { PROGRAM, runStet, environmentOf } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";

const DOCS = readFileSync(path.join(PROJECT, "docs/check.md"), "utf8");
const TWO = {
  "articles/a.yaml": article("The the advisor."),
  "articles/b.yaml": "headline: Fans say #MeToo\n",
};
const STYLE = "style: {words: {advisor: adviser}}\n";

function two(): string {
  return newsroomOf(TWO, STYLE);
}

test("on a terminal a frame is one row, with its caret below what it means", async () => {
  const line = `${"Words ".repeat(20)}the the end of it all, and no more of it than this.`;
  const cwd = newsroomOf({ "articles/a.yaml": article(line) });
  const { stdout } = await runStet(["check", "--no-color"], { cwd, terminal: 40 });
  const [shown = "", caret = ""] = stdout.split("\n").filter((row) => row.includes(" | "));
  expect(shown.length).toBeLessThanOrEqual(40);
  expect(shown.slice(caret.indexOf("^"))).toMatch(/^the the/);
});

test("the sample newsroom: what it is known for, and nothing else", async () => {
  const { stdout, exit } = await runStet(["check", "--json=file,line,column,code"], {
    cwd: sampleNewsroom(),
  });
  const ferry = "articles/2026/11/the-ferry-subsidy-nobody-voted-for.yaml";
  expect(JSON.parse(stdout)).toEqual([
    { file: "articles/2026/06/notes-from-a-small-velodrome.yaml", line: 3, column: 1, code: "missing-id" },
    { file: ferry, line: 14, column: 27, code: "placeholder" },
    { file: ferry, line: 14, column: 145, code: "placeholder" },
    { file: ferry, line: 18, column: 7, code: "placeholder" },
    { file: ferry, line: 20, column: 95, code: "placeholder" },
    {
      file: "articles/2026/11/the-tide-gauge-that-would-not-lie.yaml",
      line: 49,
      column: 155,
      code: "unpublished-link",
    },
  ]);
  expect(exit).toBe(0);
});

test("text: the files one under the other", async () => {
  expect(await runStet(["check"], { cwd: two() })).toEqual({
    stdout: [
      'warning: articles/a.yaml: "the" stands here twice',
      "  3 |   The the advisor.",
      "    |   ^",
      'warning: articles/a.yaml: "advisor" is written "adviser" here',
      "  3 |   The the advisor.",
      "    |           ^",
      "",
      'error: articles/b.yaml: "#MeToo" is read as a comment and lost',
      "  1 | headline: Fans say #MeToo",
      "    |                    ^",
      'help: 1 | headline: "Fans say #MeToo"',
      "",
    ].join("\n"),
    stderr: "",
    exit: 1,
  });
});

test("on a terminal the sum, and what --fix can do", async () => {
  const { stderr } = await runStet(["check", "--color", "never"], { cwd: two(), terminal: 80 });
  expect(stderr).toBe("✗ 2 articles checked: 1 error, 2 warnings\n→ stet check --fix mends 2 of them\n");
});

test("-q leaves warnings out", async () => {
  const { stdout } = await runStet(["check", "-q"], { cwd: two() });
  expect(stdout.split("\n")[0]).toBe('error: articles/b.yaml: "#MeToo" is read as a comment and lost');
});

describe("exit codes", () => {
  test.each([
    [["check", "a"], 0],
    [["check", "a", "--strict"], 1],
    [["check", "b"], 1],
    [["check", "--dry-run"], 2],
    [["check", "--json", "--ndjson"], 2],
    [["check", "--json", "--to", "sarif"], 2],
    [["check", "--to", "xml"], 2],
    [["check", "--json=nope"], 2],
  ])("%j", async (line, exit) => {
    expect((await runStet(line, { cwd: two() })).exit).toBe(exit);
  });
});

test("nothing wrong: nothing printed, and whole documents of nothing", async () => {
  const cwd = newsroomOf({ "articles/a.yaml": article("Text.") });
  expect(await runStet(["check"], { cwd })).toEqual({ stdout: "", stderr: "", exit: 0 });
  expect((await runStet(["check", "--json"], { cwd })).stdout).toBe("[]\n");
  expect((await runStet(["check", "--ndjson"], { cwd })).stdout).toBe("");
  expect(JSON.parse((await runStet(["check", "--to", "sarif"], { cwd })).stdout)).toMatchObject({
    runs: [{ results: [] }],
  });
});

test("JSON: every key in its order, or those that are named", async () => {
  const { stdout } = await runStet(["check", "b", "--json"], { cwd: two() });
  expect(stdout).toBe(
    '[\n{"file":"articles/b.yaml","line":1,"column":20,"severity":"error","code":"yaml-lost-text","message":"\\"#MeToo\\" is read as a comment and lost","field":"headline","source":"headline: Fans say #MeToo","correction":"headline: \\"Fans say #MeToo\\"","fix":"possible"}\n]\n',
  );
  const picked = await runStet(["check", "--ndjson=code,fix,note"], { cwd: two() });
  expect(picked.stdout.split("\n")).toEqual([
    '{"code":"doubled-word","fix":null,"note":null}',
    '{"code":"preferred-word","fix":"possible","note":null}',
    '{"code":"yaml-lost-text","fix":"possible","note":null}',
    "",
  ]);
});

test("GitHub: annotations, escaped, by the paths of the repository", async () => {
  const cwd = newsroomOf({
    "articles/a,b/c%.yaml": "headline: A\nslug: c\nbody: TK\n",
    "articles/d.yaml": TWO["articles/b.yaml"],
  });
  const env = { GITHUB_WORKSPACE: path.dirname(cwd) };
  const { stdout } = await runStet(["check", "--to", "github"], { cwd, env });
  const folder = path.basename(cwd);
  expect(stdout).toBe(
    `::warning file=${folder}/articles/a%2Cb/c%25.yaml,line=3,col=7,title=stet placeholder::"TK" stands for words to come\n` +
      `::error file=${folder}/articles/d.yaml,line=1,col=20,title=stet yaml-lost-text::"#MeToo" is read as a comment and lost\n`,
  );
  const hinted = await runStet(["check", "--to", "github"], {
    cwd: newsroomOf({ "articles/a.yaml": article("![](https://x.example/a)") }),
  });
  expect(hinted.stdout).toBe(
    "::warning file=articles/a.yaml,line=3,col=3,title=stet missing-alt::this picture has no alt text%0Asay in one sentence what the picture shows\n",
  );
});

test("SARIF: one run, its results and its rules", async () => {
  const { stdout } = await runStet(["check", "--to", "sarif"], {
    cwd: newsroomOf({ "articles/ä b.yaml": "slug: b\nheadline: Fans say #MeToo\n" }),
  });
  const log: {
    version: string;
    runs: { results: object[]; tool: { driver: { name: string; rules: { id: string }[] } } }[];
  } = JSON.parse(stdout);
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]?.results).toEqual([
    {
      ruleId: "yaml-lost-text",
      level: "error",
      message: { text: '"#MeToo" is read as a comment and lost' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "articles/%C3%A4%20b.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 2, startColumn: 20 },
          },
        },
      ],
    },
  ]);
  const { name, rules } = log.runs[0]?.tool.driver ?? { name: "", rules: [] };
  expect(name).toBe("stet");
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...RULES.map(({ code }) => code), "bad-query", "yaml-lost-text"]);
});

describe("--fix", () => {
  test("several files want --yes where nobody can be asked", async () => {
    const cwd = two();
    const asked = await runStet(["check", "--fix"], { cwd });
    expect(asked).toMatchObject({ stdout: "", exit: 2 });
    expect(readFileSync(path.join(cwd, "articles/b.yaml"), "utf8")).toBe(TWO["articles/b.yaml"]);
    const done = await runStet(["check", "--fix", "--yes"], { cwd });
    expect(done.stdout).toBe(
      [
        'warning: articles/a.yaml: "the" stands here twice',
        "  3 |   The the adviser.",
        "    |   ^",
        'fixed: articles/a.yaml:3: "advisor" is written "adviser" here',
        "",
        'fixed: articles/b.yaml:1: "#MeToo" is read as a comment and lost',
        "",
      ].join("\n"),
    );
    expect(done.exit).toBe(0);
    expect(readFileSync(path.join(cwd, "articles/a.yaml"), "utf8")).toBe(article("The the adviser."));
  });

  test("a dry run shows a diff that git takes", async () => {
    const cwd = newsroomOf(
      {
        "articles/a.yaml":
          "# first\nheadline: An advisor\nstatus: published\npublished: 2026-11-01\nbody: |\n  One.\n  Advisor.\n",
      },
      STYLE,
    );
    const { stdout, exit } = await runStet(["check", "--fix", "--dry-run"], { cwd });
    expect(exit).toBe(0);
    expect(stdout.replace(/(?<=id: )[0-9a-f-]{36}/, "ID")).toBe(
      [
        "--- a/articles/a.yaml",
        "+++ b/articles/a.yaml",
        "@@ -1,0 +2 @@",
        "+id: ID",
        "@@ -2 +3 @@",
        "-headline: An advisor",
        "+headline: An adviser",
        "@@ -7 +8 @@",
        "-  Advisor.",
        "+  Adviser.",
        "would fix: articles/a.yaml:2: a published article has no id; feeds leave it out",
        'would fix: articles/a.yaml:2: "advisor" is written "adviser" here',
        'would fix: articles/a.yaml:7: "Advisor" is written "Adviser" here',
        "",
      ].join("\n"),
    );
    execFileSync("git", ["apply", "--unidiff-zero", "-"], {
      cwd,
      input: stdout.slice(0, stdout.indexOf("would fix")),
    });
    expect((await runStet(["check"], { cwd })).stdout).toBe("");
  });

  test("in JSON what was done, and no diff", async () => {
    const { stdout } = await runStet(["check", "b", "--fix", "--json=code,fix"], { cwd: two() });
    expect(JSON.parse(stdout)).toEqual([{ code: "yaml-lost-text", fix: "made" }]);
  });
});

test("docs/check.md lists every rule, and no other", () => {
  const codes = [...DOCS.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  expect(codes).toEqual([...RULES.map(({ code }) => code), "bad-query"]);
});

describe("before a commit", () => {
  /** A repository with a good article, the hook of docs/check.md, and git as it is typed there. */
  function repository(): { cwd: string; git: (...line: string[]) => SpawnSyncReturns<string> } {
    const cwd = newsroomOf({ "articles/good.yaml": article("Text."), ".gitignore": ".stet\n" });
    const bin = temporaryFolder();
    writeFileSync(path.join(bin, "stet"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
    chmodSync(path.join(bin, "stet"), 0o755);
    const env = environmentOf({ cwd, env: { PATH: `${bin}:${process.env["PATH"] ?? ""}` } });
    const who = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
    const git = (...line: string[]) => spawnSync("git", [...who, ...line], { cwd, env, encoding: "utf8" });
    git("init", "-q");
    const hook = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(DOCS)?.[1] ?? "";
    writeFileSync(path.join(cwd, ".git/hooks/pre-commit"), hook);
    chmodSync(path.join(cwd, ".git/hooks/pre-commit"), 0o755);
    git("add", ".");
    return { cwd, git };
  }

  const SAID = 'error: articles/bad.yaml: "#MeToo" is read as a comment and lost';

  test("the hook of docs/check.md stops a broken article, and lets the others and what goes pass", () => {
    const { cwd, git } = repository();
    expect(git("commit", "-qm", "good")).toMatchObject({ status: 0, stderr: "" });
    writeFileSync(path.join(cwd, "articles/bad.yaml"), TWO["articles/b.yaml"]);
    git("add", "articles/bad.yaml");
    const refused = git("commit", "-qm", "bad");
    expect(refused.status).toBe(1);
    expect(refused.stderr + refused.stdout).toContain(SAID);
    git("reset", "-q", "articles/bad.yaml");
    git("rm", "-q", "articles/good.yaml");
    expect(git("commit", "-qm", "gone")).toMatchObject({ status: 0 });
  });

  test("what is staged is looked at, not what the file has become since", async () => {
    const { cwd, git } = repository();
    const file = path.join(cwd, "articles/bad.yaml");
    const check = (...more: string[]) => runStet(["check", "--staged", ...more], { cwd });
    writeFileSync(file, TWO["articles/b.yaml"]);
    git("add", "articles/bad.yaml");
    writeFileSync(file, article("Mended since."));
    const staged = await check();
    expect(staged.exit).toBe(1);
    expect(staged.stdout).toContain(SAID);
    git("add", "articles/bad.yaml");
    writeFileSync(file, TWO["articles/b.yaml"]);
    expect(await check()).toEqual({ exit: 0, stdout: "", stderr: "" });
    writeFileSync(file, Buffer.from([0x68, 0xe4, 0x0a]));
    git("add", "articles/bad.yaml");
    writeFileSync(file, article("Mended since."));
    expect((await check("--json=code,file")).stdout).toBe(
      '[\n{"code":"not-text","file":"articles/bad.yaml"}\n]\n',
    );
  });

  test("in a hook of a linked work tree git's own folder is not taken for the newsroom's", async () => {
    const top = temporaryFolder();
    const cwd = path.join(top, "tree/newsroom");
    cpSync(two(), cwd, { recursive: true });
    const git = (...line: string[]) => execFileSync("git", line, { cwd: path.join(top, "tree") });
    git("init", "-q", "--separate-git-dir", path.join(top, "git"));
    git("add", ".");
    const env = { GIT_DIR: path.join(top, "git"), GIT_PREFIX: "" };
    expect(await runStet(["check", "--staged", "-q"], { cwd, env })).toMatchObject({ exit: 1 });
  });

  test("it goes with nothing that names articles, and wants a repository", async () => {
    const { cwd } = repository();
    for (const more of ["good", "--fix", "-Qgood"]) {
      expect(await runStet(["check", "--staged", more], { cwd })).toMatchObject({ exit: 2, stdout: "" });
    }
    const alone = await runStet(["check", "--staged", "--json"], { cwd: two() });
    expect(alone).toMatchObject({ exit: 9, stdout: "" });
    expect(alone.stderr).toContain("no-repository");
  });
});
