// stet log and stet diff on repositories made for it: renames, removals, bad files, hostile repositories, no repository.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { gitNewsroom, type GitNewsroom } from "../support/git-newsroom.ts";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ID = "01a19b72-8f0e-7a82-93f1-38a255a8fbef";
const ferry = (extra = "", body = "One.\n\nTwo."): string =>
  `id: ${ID}\nheadline: The ferry\n${extra}body: |\n${body.replace(/^(?=.)/gm, "  ")}\n`;

function twoCommits(below?: string): GitNewsroom {
  const newsroom = gitNewsroom(below);
  newsroom.write("articles/ferry.yaml", ferry());
  newsroom.commit("First", "2026-11-20T09:00:00+01:00");
  newsroom.write(
    "articles/ferry.yaml",
    ferry("status: review\ntags: [sea]\n", "One.\n\nTwo.\n\nThree is new."),
  );
  newsroom.commit("For the desk", "2026-11-21T09:00:00+01:00", "Marc Dubois");
  return newsroom;
}

const UNUSUAL = [
  ["color.ui", "always"],
  ["diff.relative", "true"],
  ["diff.renames", "copies"],
  ["i18n.logOutputEncoding", "latin1"],
  ["log.follow", "true"],
  ["log.showRoot", "false"],
];

interface Row {
  readonly at: string;
  readonly author: string;
  readonly slug: string;
  readonly path: string;
  readonly from: string | null;
  readonly change: string;
  readonly subject: string;
}

async function logOf({ cwd }: GitNewsroom, ...words: readonly string[]): Promise<readonly Row[]> {
  const { stdout, stderr, exit } = await runStet(["log", "--json", ...words], { cwd });
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  const rows: readonly Row[] = JSON.parse(stdout);
  return rows;
}

describe("stet log", () => {
  test("says when, who and what, newest first, in a subfolder of the repository too", async () => {
    const rows = await logOf(twoCommits("desk/news"));
    expect(
      rows.map(({ at, author, slug, path: file, change, subject }) => [
        at,
        author,
        slug,
        file,
        change,
        subject,
      ]),
    ).toEqual([
      [
        "2026-11-21T09:00:00+01:00",
        "Marc Dubois",
        "ferry",
        "articles/ferry.yaml",
        "status draft -> review, +tag sea, +1 paragraph (+3 words)",
        "For the desk",
      ],
      [
        "2026-11-20T09:00:00+01:00",
        "Ilse Vandermoor",
        "ferry",
        "articles/ferry.yaml",
        "new, 2 words",
        "First",
      ],
    ]);
  });

  test("prints rows of tabs in a pipe, and takes -n and --since", async () => {
    const { cwd } = twoCommits();
    const rows = (await runStet(["log"], { cwd })).stdout.trimEnd().split("\n");
    expect(rows.map((row) => row.split("\t").length)).toEqual([6, 6]);
    expect((await runStet(["log", "-n", "1"], { cwd })).stdout).toBe(`${rows[0] ?? ""}\n`);
    expect((await runStet(["log", "--since", "2026-11-21"], { cwd })).stdout).toBe(`${rows[0] ?? ""}\n`);
    expect(await runStet(["log", "--since", "never"], { cwd })).toMatchObject({ exit: 2, stdout: "" });
  });

  test("follows a rename, committed or not, and finds what was removed", async () => {
    const newsroom = twoCommits();
    const { cwd } = newsroom;
    await runStet(["rename", "ferry", "the-last-ferry"], { cwd });
    expect((await logOf(newsroom, "the-last-ferry")).map(({ subject }) => subject)).toEqual([
      "For the desk",
      "First",
    ]);
    newsroom.commit("Renamed", "2026-11-22T07:00:00+01:00");
    const [renamed, ...others] = await logOf(newsroom, "the-last-ferry");
    expect(renamed).toMatchObject({ from: "articles/ferry.yaml", change: "slug ferry -> the-last-ferry" });
    expect(others.map(({ subject }) => subject)).toEqual(["For the desk", "First"]);
    rmSync(path.join(cwd, "articles/the-last-ferry.yaml"));
    newsroom.commit("Gone", "2026-11-22T08:00:00+01:00");
    for (const name of ["the-last-ferry", "articles/the-last-ferry.yaml"]) {
      const rows = await logOf(newsroom, name);
      expect(rows.map(({ change }) => change).slice(0, 2)).toEqual([
        "removed, 5 words",
        "slug ferry -> the-last-ferry",
      ]);
    }
    expect(await runStet(["log", "the-last-fery"], { cwd })).toMatchObject({ exit: 3 });
  });

  test("what a commit says of itself steers no terminal behind a pipe", async () => {
    const newsroom = gitNewsroom();
    newsroom.write("articles/ferry.yaml", ferry());
    newsroom.commit("Clear\u001B[2J", "2026-11-20T09:00:00+01:00", "Red\u001B[31m");
    for (const line of [["log"], ["log", "-p"], ["log", "--json"]]) {
      const { stdout } = await runStet(line, newsroom);
      expect(stdout).toContain("Clear");
      expect(stdout).not.toContain("\u001B");
    }
  });

  test("follows an article to before its newsroom was renamed", async () => {
    const newsroom = twoCommits("desk/news");
    const cwd = `${newsroom.cwd}room`;
    renameSync(newsroom.cwd, cwd);
    mkdirSync(newsroom.cwd);
    newsroom.git("add", "-A", "../..");
    newsroom.git("commit", "-q", "-m", "Renamed");
    expect((await logOf({ ...newsroom, cwd }, "ferry")).map(({ change }) => change)).toEqual([
      "moved from ../../desk/news/articles/ferry.yaml",
      "status draft -> review, +tag sea, +1 paragraph (+3 words)",
      "new, 2 words",
    ]);
    const { stdout } = await runStet(["log", "-p", "ferry"], { ...newsroom, cwd });
    expect(stdout.match(/^(?:---|\+\+\+|rename) .*$/gm)).toEqual([
      "rename from desk/news/articles/ferry.yaml",
      "rename to desk/newsroom/articles/ferry.yaml",
      "--- a/desk/news/articles/ferry.yaml",
      "+++ b/desk/news/articles/ferry.yaml",
      "--- /dev/null",
      "+++ b/desk/news/articles/ferry.yaml",
    ]);
  });

  test("says the same whatever the person likes to see of git's own log", async () => {
    const newsroom = gitNewsroom("news");
    newsroom.write("articles/ferry.yaml", ferry());
    newsroom.commit("L’été", "2026-11-20T09:00:00+01:00", "Zoé");
    newsroom.write("articles/ferry.yaml", ferry("status: review\n"));
    newsroom.commit("Été", "2026-11-21T09:00:00+01:00", "Zoé");
    const before = await logOf(newsroom);
    expect(before.map(({ author, subject }) => [author, subject])).toEqual([
      ["Zoé", "Été"],
      ["Zoé", "L’été"],
    ]);
    for (const [name = "", value = ""] of UNUSUAL) newsroom.git("config", name, value);
    expect(await logOf(newsroom)).toEqual(before);
    expect(await logOf(newsroom, "ferry")).toEqual(before);
  });

  test("tells when a file became unreadable and was mended, and of a change that is none of words", async () => {
    const newsroom = twoCommits();
    newsroom.write("articles/ferry.yaml", "headline: Brexit: what now?\n");
    newsroom.commit("Broken", "2026-11-22T06:00:00+01:00");
    newsroom.write("articles/ferry.yaml", ferry());
    newsroom.commit("Mended", "2026-11-22T07:00:00+01:00");
    newsroom.write("articles/ferry.yaml", `# a remark\n${ferry()}`);
    newsroom.commit("Remark", "2026-11-22T08:00:00+01:00");
    expect((await logOf(newsroom, "-n", "3")).map(({ change }) => change)).toEqual([
      "layout of the file",
      "mended: it was unreadable",
      "became unreadable",
    ]);
  });

  test("with -p prints patches in a pipe and marked words on a terminal", async () => {
    const { cwd } = twoCommits();
    const piped = await runStet(["log", "-p", "-n", "1"], { cwd });
    expect(piped.stdout).toMatch(/^commit [0-9a-f]{40}\nAuthor: Marc Dubois <ilse@courier.example>\n/);
    expect(piped.stdout).toContain("+status: review\n");
    const shown = await runStet(["log", "-p", "-n", "1"], { cwd, terminal: 80, env: { NO_COLOR: "1" } });
    expect(shown.stdout).toContain("  {+Three is new.+}\n");
    expect(shown.stderr).toBe("1 change · -n 0 shows all\n");
  });

  test("with -p says nothing twice", async () => {
    const { cwd } = twoCommits();
    const env = { NO_COLOR: "1", STET_NOW: "2026-11-22T09:00:00+01:00" };
    const { stdout } = await runStet(["log", "-p", "ferry"], { cwd, terminal: 80, env });
    expect(stdout.match(/new, 2 words/g)).toHaveLength(1);
    expect(stdout.match(/status/g)).toHaveLength(1);
    const all = (await runStet(["log", "-p"], { cwd, terminal: 80, env })).stdout;
    expect(all.match(/new, 2 words/g)).toHaveLength(1);
  });

  test("makes hostile words of a commit harmless", async () => {
    const newsroom = gitNewsroom();
    newsroom.write("articles/ferry.yaml", ferry());
    newsroom.commit("\u001B]0;pwned\u0007 and\ttabs", "2026-11-20T09:00:00+01:00", "Ev\u202Eil");
    const { cwd } = newsroom;
    for (const terminal of [undefined, 80]) {
      const where = terminal === undefined ? { cwd } : { cwd, terminal, env: { NO_COLOR: "1" } };
      const { stdout } = await runStet(["log"], where);
      // eslint-disable-next-line no-control-regex
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202E]/);
      expect(stdout).toContain("Ev<U+202E>il");
    }
  });
});

describe("stet diff", () => {
  test("shows fields and words on a terminal, a patch in a pipe, an object for scripts", async () => {
    const newsroom = twoCommits();
    const { cwd } = newsroom;
    newsroom.write(
      "articles/ferry.yaml",
      ferry("status: review\ntags: [sea, boats]\n", "One.\n\nTwo and a half, no more.\n\nThree is old."),
    );
    const shown = await runStet(["diff", "ferry"], { cwd, terminal: 80, env: { NO_COLOR: "1" } });
    expect(shown.stdout).toBe(`ferry
  tags  +boats
  body  2 paragraphs changed (+5 words)

  ⋮ 1 unchanged

  Two{+ and a half, no more+}.

  Three is [-new-]{+old+}.
`);
    const patch = (await runStet(["diff"], { cwd })).stdout;
    newsroom.git("checkout", "-q", "--", ".");
    expect((await runStet(["diff", "-e"], { cwd })).exit).toBe(0);
    writeFileSync(path.join(cwd, "patch"), patch);
    newsroom.git("apply", "patch");
    expect(await runStet(["diff", "-e", "--slugs"], { cwd })).toMatchObject({ exit: 1, stdout: "ferry\n" });
    const [object]: readonly unknown[] = JSON.parse((await runStet(["diff", "--json"], { cwd })).stdout);
    expect(object).toMatchObject({
      slug: "ferry",
      kind: "changed",
      fields: [{ field: "tags", before: ["sea"], after: ["sea", "boats"] }],
      paragraphs: { added: 0, removed: 0, changed: 2 },
      words: { before: 5, after: 10 },
    });
  });

  test("--staged shows what git would commit, not what was changed since", async () => {
    const newsroom = twoCommits();
    const { cwd } = newsroom;
    newsroom.write("articles/ferry.yaml", ferry("status: review\ntags: [boats]\n", "One.\n\nTwo."));
    newsroom.git("add", ".");
    newsroom.write("articles/ferry.yaml", ferry("status: ready\ntags: [boats]\n", "One."));
    newsroom.write("articles/fresh.yaml", "headline: Fresh\n");
    const diff = (...words: string[]) => runStet(["diff", "--json=slug,fields", ...words], { cwd });
    const tags = { field: "tags", before: ["sea"], after: ["boats"] };
    expect(JSON.parse((await diff("--staged")).stdout)).toEqual([{ slug: "ferry", fields: [tags] }]);
    expect((await diff("--staged", "--until", "HEAD")).exit).toBe(2);
  });

  test("what git calls a commit is no article; the line that takes it is named", async () => {
    const { cwd } = twoCommits();
    const hint = async (...words: string[]) =>
      (await runStet(["diff", ...words], { cwd })).stderr.split("\n")[1];
    expect(await hint("HEAD~1")).toBe("→ stet diff --since HEAD~1");
    expect(await hint("HEAD~1..HEAD", "ferry")).toBe("→ stet diff --since HEAD~1 --until HEAD ferry");
    expect(await hint("nothing")).toBe("→ stet list --slugs");
  });

  test("a value that is too long for a narrow terminal goes on below", async () => {
    const newsroom = twoCommits();
    await runStet(["rename", "ferry", "the-very-last-ferry-of-them-all"], newsroom);
    const { stdout } = await runStet(["diff"], { ...newsroom, terminal: 40, env: { NO_COLOR: "1" } });
    expect(stdout).toContain("  slug          ferry\n                → the-very-last-ferry-of");
  });

  test("counts new files, removed ones, and one that moved as one", async () => {
    const newsroom = twoCommits();
    const { cwd } = newsroom;
    newsroom.write("articles/gone.yaml", "headline: Gone\n");
    newsroom.commit("More", "2026-11-22T08:00:00+01:00");
    rmSync(path.join(cwd, "articles/gone.yaml"));
    await runStet(["rename", "ferry", "the-last-ferry"], { cwd });
    newsroom.write("articles/fresh.yaml", "headline: Fresh\n");
    const answer = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await runStet(["diff", "--json=slug,kind,from", ...words], { cwd })).stdout);
    const gone = { slug: "gone", kind: "removed", from: null };
    const moved = { slug: "the-last-ferry", kind: "changed", from: "articles/ferry.yaml" };
    expect(await answer()).toEqual([{ slug: "fresh", kind: "new", from: null }, gone, moved]);
    expect(await answer("ferry", "gone")).toEqual([gone, moved]);
    expect(await answer("-Q", "slug:fresh")).toEqual([{ slug: "fresh", kind: "new", from: null }]);
    expect(await runStet(["diff", "nothing"], { cwd })).toMatchObject({ exit: 3, stdout: "" });
  });

  test("finds what was removed by its path from where the person is, as log does", async () => {
    const newsroom = twoCommits();
    newsroom.write("articles/gone.yaml", "headline: Gone\n");
    newsroom.commit("More", "2026-11-22T08:00:00+01:00");
    const cwd = path.join(newsroom.cwd, "articles");
    rmSync(path.join(cwd, "gone.yaml"));
    expect(await runStet(["diff", "gone.yaml", "--slugs"], { cwd })).toMatchObject({ stdout: "gone\n" });
    newsroom.commit("Gone", "2026-11-22T08:30:00+01:00");
    const logged = await runStet(["log", "gone.yaml", "--ndjson=subject"], { cwd });
    expect(logged).toMatchObject({ exit: 0, stdout: '{"subject":"Gone"}\n{"subject":"More"}\n' });
  });

  test("compares with commits and times", async () => {
    const newsroom = twoCommits();
    const { cwd } = newsroom;
    const change = async (...words: string[]): Promise<string> =>
      (await runStet(["diff", "--ndjson=change", ...words], { cwd })).stdout;
    const first = `{"change":"status draft -> review, +tag sea, +1 paragraph (+3 words)"}\n`;
    expect(await change()).toBe("");
    expect(await change("--since", "HEAD~1")).toBe(first);
    expect(await change("--since", "2026-11-21")).toBe(first);
    expect(await change("--since", "HEAD~1", "--until", "HEAD")).toBe(first);
    expect(await change("--since", "HEAD", "--until", "HEAD~1")).toContain("status review -> draft");
    expect(await runStet(["diff", "--since", "nowhere"], { cwd })).toMatchObject({ exit: 2 });
    expect(await runStet(["diff", "--since=--output=x"], { cwd })).toMatchObject({ exit: 2 });
    expect(await runStet(["diff", "--since", "2020"], { cwd })).toMatchObject({ exit: 3 });
  });

  test("before the first commit everything is new", async () => {
    const newsroom = gitNewsroom();
    newsroom.write("articles/ferry.yaml", ferry());
    newsroom.write("articles/staged.yaml", "headline: Staged\n");
    newsroom.git("add", "articles/staged.yaml");
    const { stdout } = await runStet(["diff", "--slugs"], newsroom);
    expect(stdout).toBe("ferry\nstaged\n");
    expect(await runStet(["log"], newsroom)).toEqual({ stdout: "", stderr: "", exit: 0 });
  });
});

describe("where git cannot help", () => {
  test("outside of a repository one error says what to do", async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
    for (const command of ["log", "diff"]) {
      const { stderr, exit } = await runStet([command], {
        cwd,
        env: { GIT_CEILING_DIRECTORIES: path.dirname(cwd) },
      });
      expect(exit).toBe(9);
      expect(stderr).toContain("error: this newsroom is in no git repository");
      expect(stderr).toContain("stet undo --list");
      expect(stderr).toContain("→ git init");
    }
  });

  test("without git too", async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
    const { stderr, exit } = await runStet(["log", "--json"], { cwd, env: { PATH: cwd } });
    expect(exit).toBe(9);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "program-missing" } });
  });
});

test("nothing that a repository sets runs a program", async () => {
  const newsroom = twoCommits();
  const { cwd } = newsroom;
  const trap = path.join(cwd, "trap.sh");
  writeFileSync(trap, `#!/bin/sh\necho "$0 $@" >> "${cwd}/pwned"\ncat\n`);
  chmodSync(trap, 0o755);
  const settings = {
    "core.fsmonitor": trap,
    "core.pager": trap,
    "core.editor": trap,
    "diff.external": trap,
    "diff.evil.command": trap,
    "diff.evil.textconv": trap,
    "filter.evil.clean": trap,
    "filter.evil.smudge": trap,
    "filter.evil.process": trap,
    "log.showSignature": "true",
    "gpg.program": trap,
    "pager.log": trap,
    "pager.diff": trap,
    "interactive.diffFilter": trap,
    "core.sshCommand": trap,
  };
  for (const [key, value] of Object.entries(settings)) newsroom.git("config", key, value);
  mkdirSync(path.join(cwd, ".git/hooks"), { recursive: true });
  for (const hook of ["post-index-change", "post-checkout", "pre-commit"]) {
    writeFileSync(path.join(cwd, ".git/hooks", hook), `#!/bin/sh\necho hook >> "${cwd}/pwned"\n`);
    chmodSync(path.join(cwd, ".git/hooks", hook), 0o755);
  }
  writeFileSync(path.join(cwd, ".gitattributes"), "*.yaml diff=evil filter=evil\n");
  newsroom.write("articles/ferry.yaml", ferry("status: ready\n"));
  newsroom.write("articles/new.yaml", "headline: New\n");
  for (const [words, terminal] of [
    [["log"], 80],
    [["log", "ferry", "-p"], 0],
    [["diff"], 80],
    [["diff", "--since", "HEAD~1"], 0],
  ] as const) {
    const { exit, stdout } = await runStet(words, { cwd, ...(terminal === 0 ? {} : { terminal }) });
    expect([words, exit]).toEqual([words, 0]);
    expect(stdout).not.toBe("");
  }
  expect(existsSync(path.join(cwd, "pwned"))).toBe(false);
});
