// What `stet doctor` finds is gone once the command it names has been run as it stands.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { gitNewsroom } from "../support/git-newsroom.ts";
import { runStet } from "../support/run-stet.ts";
import { wordsOfLine } from "../support/shell-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { fromHere } from "../../src/desk/doctor/from-here.ts";

type Env = Readonly<Record<string, string>>;

interface Found {
  readonly check: string;
  readonly status: string;
  readonly message: string;
  readonly fix: string | null;
}

async function findings(cwd: string, check: string, env: Env = {}): Promise<readonly Found[]> {
  const { stdout } = await runStet(["doctor", "--json"], { cwd, env });
  const found: readonly Found[] = JSON.parse(stdout);
  return found.filter((each) => each.check === check && each.status !== "ok");
}

/** What is found, and what is left of it when each fix has been run; `unset` takes the variable out. */
async function mended(
  cwd: string,
  check: string,
  env: Env = {},
): Promise<{ found: (string | null)[]; left: readonly Found[] }> {
  const found = (await findings(cwd, check, env)).map(({ fix }) => fix);
  const rest: Record<string, string> = { ...env };
  for (const fix of found) {
    const [program = "", ...words] = wordsOfLine(fix ?? "") ?? [];
    if (program === "stet") expect(await runStet(words, { cwd, env: rest })).toMatchObject({ exit: 0 });
    else if (program === "unset") delete rest[words[0] ?? ""];
    else
      expect(spawnSync("sh", ["-c", fix ?? ""], { cwd, encoding: "utf8" })).toMatchObject({
        status: 0,
        stderr: "",
      });
  }
  return { found, left: await findings(cwd, check, rest) };
}

function newsroom(files: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryFolder();
  const all = { "stet.yaml": "stet: 1\n", "articles/a.yaml": "headline: A\n", ...files };
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    fs.writeFileSync(path.join(cwd, name), text);
  }
  return cwd;
}

test("git keeps the newsroom: no fault; .stet that it does not ignore, and that it has, from a folder below", async () => {
  const room = gitNewsroom("papers");
  const { cwd } = room;
  room.write("articles/a.yaml", "headline: A\n");
  await runStet(["list"], { cwd });
  expect(await findings(cwd, "git")).toEqual([]);
  room.write(".stet/.gitignore", "");
  expect(await mended(cwd, "git")).toEqual({ found: ["stet doctor --fix"], left: [] });
  room.git("add", "-f", ".stet");
  const fix = "git rm -r -q -f --cached ../.stet";
  expect(await mended(path.join(cwd, "articles"), "git")).toEqual({ found: [fix], left: [] });
});

test.skipIf(process.getuid?.() !== 0)(
  "git that distrusts the folder, in which no other is begun",
  async () => {
    const room = gitNewsroom();
    const { cwd } = room;
    for (const each of [cwd, path.join(cwd, ".git")]) fs.chownSync(each, 65_534, 65_534);
    const found = await findings(cwd, "git");
    expect(found.map(({ fix }) => fix)).toEqual([`git config --global --add safe.directory ${cwd}`]);
  },
);

test("git that does not keep it, from a folder below", async () => {
  const cwd = newsroom();
  const found = await findings(path.join(cwd, "articles"), "git");
  expect(found.map(({ fix }) => fix)).toEqual(["git init .."]);
});

test("ids that published articles lack; a draft may wait for one", async () => {
  const published = "headline: B\nstatus: published\npublished: 2026-11-01\nbody: B\n";
  const cwd = newsroom({ "articles/b.yaml": published });
  expect(await mended(cwd, "ids")).toEqual({ found: ["stet check --fix"], left: [] });
});

test.each([
  ["VISUAL", "stet config set editor vi --user"],
  ["STET_EDITOR", "unset STET_EDITOR"],
])("an editor that is not there, named by %s; one that is there is named", async (variable, fix) => {
  const bin = temporaryFolder();
  fs.writeFileSync(path.join(bin, "vi"), "", { mode: 0o755 });
  const env = { PATH: bin, [variable]: "no-such-editor" };
  expect(await mended(newsroom(), "editor", env)).toEqual({ found: [fix], left: [] });
});

test.each([
  ["PAGER", "stet config set pager cat --user"],
  ["STET_PAGER", "unset STET_PAGER"],
])("a pager that is not there, named by %s", async (variable, fix) => {
  const bin = temporaryFolder();
  fs.writeFileSync(path.join(bin, variable === "PAGER" ? "cat" : "less"), "", { mode: 0o755 });
  const env = { PATH: bin, [variable]: "no-such-pager" };
  expect(await mended(newsroom(), "pager", env)).toEqual({ found: [fix], left: [] });
});

test("each line of the configuration that is passed over", async () => {
  const cwd = newsroom({
    ".stet/local.yaml": "editor: vi\n",
    ".home/.config/stet/config.yaml": "nope: 1\ncolor: maybe\n",
  });
  expect(await mended(cwd, "config")).toEqual({
    found: ["stet config unset editor --local", "stet config unset nope", "stet config unset color"],
    left: [],
  });
});

test("files of the future, one and several, whatever their names", async () => {
  const cwd = newsroom({ "articles/it's 1.yaml": "headline: B\n" });
  const later = Date.now() / 1000 + 7200;
  fs.utimesSync(path.join(cwd, "articles/it's 1.yaml"), later, later);
  const one = String.raw`touch 'articles/it'\''s 1.yaml'`;
  expect((await findings(cwd, "clock")).map(({ fix }) => fix)).toEqual([one]);
  fs.utimesSync(path.join(cwd, "articles/a.yaml"), later, later);
  expect(await mended(path.join(cwd, "articles"), "clock")).toEqual({
    found: ["find . -newermt now -exec touch {} +"],
    left: [],
  });
});

test("drafts: the second of an article, one of a long slug, one whose article is gone", async () => {
  const long = "a-slug-that-is-longer-than-the-name-of-any-draft-ever-gets-to-be";
  const drafts = ["a", "a-2", long.slice(0, 56), "gone"].map((name) => [
    `.stet/drafts/${name}.yaml`,
    "headline: A\n",
  ]);
  const cwd = newsroom({ ...Object.fromEntries(drafts), [`articles/${long}.yaml`]: "headline: A\n" });
  const env = { EDITOR: "true" };
  expect(await mended(cwd, "drafts", env)).toEqual({
    found: [
      "stet edit --resume a",
      `stet edit --resume ${long}`,
      "stet edit --resume a",
      "mv -n .stet/drafts/gone.yaml articles",
    ],
    left: [],
  });
});

test("a file where .stet should be", async () => {
  const cwd = newsroom({ ".stet": "" });
  expect(await findings(cwd, "index")).toMatchObject([{ fix: "stet index" }]);
  expect(await mended(cwd, "writing")).toEqual({ found: ["mv .stet .stet.old"], left: [] });
});

test("a copy of an article: what check says of its slug and its id, done", async () => {
  const text = "id: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba\nheadline: A\nformer_slugs: [old]\n";
  const cwd = newsroom({ "articles/a.yaml": text, "articles/b/a.yaml": text });
  const faults = async (): Promise<unknown> => [
    ...(await findings(cwd, "slugs")),
    ...(await findings(cwd, "ids")),
  ];
  expect(await faults()).toMatchObject([{ fix: "stet check" }, { fix: "stet check" }]);
  const { stdout } = await runStet(["check", "articles/b/a.yaml"], { cwd });
  expect(stdout).toContain("help: stet rename gives one of them another slug");
  expect(stdout).toContain("help: take it out of former_slugs");
  expect(stdout).toContain("help: remove the id line from the copy");
  expect(await runStet(["rename", "articles/b/a.yaml", "b"], { cwd })).toMatchObject({ exit: 0 });
  const renamed = path.join(cwd, "articles/b/b.yaml");
  const left = fs.readFileSync(renamed, "utf8");
  // The other article has the old slug: readers who look for it are to find that one.
  expect(left).toBe(text.replace("former_slugs", "slug: b\nformer_slugs"));
  fs.writeFileSync(renamed, left.replace(/^id: .*\n|^former_slugs: .*\n/gm, ""));
  expect(await faults()).toEqual([]);
});

test("an index that cannot be kept", async () => {
  const cwd = newsroom({ ".stet/index": "" });
  expect(await mended(cwd, "index")).toEqual({
    found: ["rm -rf .stet/index"],
    left: [expect.objectContaining({ status: "note" })],
  });
});

test("asked about from outside, with -C and with --store: each fix is of that newsroom", async () => {
  const outside = temporaryFolder();
  const room = path.join(outside, "the news");
  const later = Date.now() / 1000 + 7200;
  const published = "headline: B\nstatus: published\npublished: 2026-11-01\nbody: B\n";
  for (const [name, text] of [
    ["stet.yaml", "stet: 1\n"],
    ["articles/b.yaml", published],
    [".stet/index", ""],
    [".stet/drafts/gone.yaml", "headline: Gone\n"],
  ] as const) {
    fs.mkdirSync(path.dirname(path.join(room, name)), { recursive: true });
    fs.writeFileSync(path.join(room, name), text);
  }
  fs.utimesSync(path.join(room, "articles/b.yaml"), later, later);
  const fixes = async (...line: readonly string[]): Promise<readonly (string | null)[]> => {
    const { stdout } = await runStet([...line, "doctor", "--json"], { cwd: outside });
    const found: readonly Found[] = JSON.parse(stdout);
    const about = new Set(["clock", "index", "ids", "drafts", "git"]);
    return found.filter(({ check, fix }) => fix !== null && about.has(check)).map(({ fix }) => fix);
  };
  const paths = ["touch 'the news/articles/b.yaml'", "rm -rf 'the news/.stet/index'"];
  const draft = "mv -n 'the news/.stet/drafts/gone.yaml' 'the news/articles'";
  const git = "git init 'the news'";
  expect(await fixes("-C", "the news")).toEqual([...paths, "stet -C 'the news' check --fix", draft, git]);
  expect(await fixes("--store", "the news")).toEqual([
    ...paths,
    "stet --store 'the news' check --fix",
    draft,
    git,
  ]);
  for (const fix of [...paths, draft, git])
    expect(spawnSync("sh", ["-c", fix], { cwd: outside, encoding: "utf8" })).toMatchObject({ status: 0 });
  expect(await runStet(["-C", "the news", "check", "--fix"], { cwd: outside })).toMatchObject({ exit: 0 });
  spawnSync("git", ["add", "-f", ".stet"], { cwd: room });
  const [found] = await fixes("-C", "the news/articles");
  const forget = found ?? "";
  expect(forget).toBe("git -C 'the news' rm -r -q -f --cached .stet");
  expect(spawnSync("sh", ["-c", forget], { cwd: outside, encoding: "utf8" })).toMatchObject({ status: 0 });
  expect(await fixes("-C", "the news")).toEqual([]);
});

test("no newsroom", async () => {
  const cwd = temporaryFolder();
  expect(await findings(cwd, "newsroom")).toMatchObject([{ fix: "stet init" }]);
  fs.mkdirSync(path.join(cwd, "the news"));
  const { stdout } = await runStet(["-C", "the news", "doctor", "--json"], { cwd });
  expect(stdout).toContain(`"fix":"stet -C 'the news' init"`);
  const named = await runStet(["--store", "the news", "doctor", "--json"], { cwd });
  expect(named.stdout).toContain(`"fix":"stet init '${path.join(cwd, "the news")}'"`);
});

test("a path that begins as an option is none", () => {
  const place = { root: "/news", cwd: "/news" };
  expect(["-rf", "a/-rf", "it's"].map((name) => fromHere(place, name))).toEqual([
    "./-rf",
    "a/-rf",
    String.raw`'it'\''s'`,
  ]);
});
