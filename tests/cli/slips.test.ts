// Slips of the keyboard that must cost nothing, and text that must not get out: each was a fault once.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet, spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const newsroom = sampleToRead();

const FILE = "articles/2025/11/the-salt-ledger.yaml";

describe("what is no article stays out of reach", () => {
  test.each([
    ["rm", "./stet.yaml"],
    ["rm", "articles/../stet.yaml"],
    ["rm", "images/wafer.yaml"],
    ["show", "./stet.yaml"],
    ["set", "kicker=x", "./stet.yaml"],
    ["rm", "articles/.hidden.yaml"],
  ])("stet %s %s", async (...line) => {
    const cwd = sampleNewsroom();
    for (const file of ["images/wafer.yaml", "articles/.hidden.yaml"])
      writeFileSync(path.join(cwd, file), "headline: x\n");
    const before = readFileSync(path.join(cwd, "stet.yaml"), "utf8");
    expect(await runStet(line, { cwd })).toMatchObject({ exit: 2, stdout: "" });
    expect(readFileSync(path.join(cwd, "stet.yaml"), "utf8")).toBe(before);
    expect(
      existsSync(path.join(cwd, "articles/.hidden.yaml")) && existsSync(path.join(cwd, "images/wafer.yaml")),
    ).toBe(true);
  });

  test.each([
    ["export", "--to", "csv", "-o", FILE],
    ["export", "--to", "json", "-o", "stet.yaml"],
    ["export", "--to", "json", "-o", "articles/../stet.yaml"],
    ["render", "the-salt-ledger", "-o", FILE],
    ["render", "the-salt-ledger", "-o", ".git/config"],
    ["export", "-o", ".stet/lock.db"],
    ["export", "--to", "ndjson", "-o", "images/wafer.txt"],
    ["render", "the-salt-ledger", "-o", "images/wafer.txt"],
  ])("stet %s ... -o what the newsroom is made of", async (...line) => {
    const cwd = sampleNewsroom();
    mkdirSync(path.join(cwd, ".git"));
    writeFileSync(path.join(cwd, "images/wafer.txt"), "a picture");
    const kept = [FILE, "stet.yaml", "images/wafer.txt"];
    const before = kept.map((file) => readFileSync(path.join(cwd, file), "utf8"));
    expect(await runStet(line, { cwd })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("-o out/"),
    });
    expect(kept.map((file) => readFileSync(path.join(cwd, file), "utf8"))).toEqual(before);
    expect(existsSync(path.join(cwd, ".git/config")) || existsSync(path.join(cwd, ".stet/lock.db"))).toBe(
      false,
    );
  });

  test.skipIf(!existsSync("/proc/self"))(
    "an output into a folder nobody can make folders in ends",
    async () => {
      const cwd = sampleNewsroom();
      for (const to of ["csv", "ndjson"])
        expect(await runStet(["export", "--to", to, "-o", "/proc/nope/x"], { cwd })).toMatchObject({
          exit: 9,
        });
      expect(await runStet(["render", "the-salt-ledger", "-o", "/proc/nope/x"], { cwd })).toMatchObject({
        exit: 9,
      });
      expect(await runStet(["init", "/proc/nope/x"], { cwd })).toMatchObject({ exit: 9 });
    },
  );

  test("an output elsewhere in the newsroom is fine", async () => {
    const cwd = sampleNewsroom();
    expect(await runStet(["render", "the-salt-ledger", "-o", "out/a.html"], { cwd })).toMatchObject({
      exit: 0,
    });
    expect(existsSync(path.join(cwd, "out/a.html"))).toBe(true);
  });

  test("several articles do not make a folder called one.html", async () => {
    const line = ["render", "the-salt-ledger", "how-rebate-clauses-work", "-o", "one.html"];
    expect(await runStet(line, { cwd: sampleNewsroom() })).toMatchObject({ exit: 2 });
  });
});

describe("notes leave in no output but the YAML itself", () => {
  test.each([
    [["export", "--to", "json"]],
    [["export", "--to", "ndjson"]],
    [["export", "--to", "csv"]],
    [["list", "--json=all"]],
    [["list", "--csv=all"]],
    [["list", "--ndjson"]],
    [["show", "the-salt-ledger", "--json=all"]],
    [["show", "the-salt-ledger"]],
    [["render", "the-salt-ledger", "--to", "html"]],
    [["render", "the-salt-ledger", "--to", "text"]],
    [["render", "the-salt-ledger", "--to", "markdown"]],
    [["export", "the-salt-ledger", "--to", "hugo"]],
    [["export", "the-salt-ledger", "--to", "jekyll"]],
    [["export", "the-salt-ledger", "--to", "markdown"]],
  ])("%j", async (line) => {
    const cwd = sampleNewsroom();
    const file = path.join(cwd, FILE);
    writeFileSync(file, `${readFileSync(file, "utf8")}notes: CANARY-4711\n`);
    const { stdout, exit } = await runStet(line, { cwd });
    expect(exit).toBe(0);
    expect(stdout).toContain("Salt Ledger");
    expect(stdout).not.toContain("CANARY-4711");
  });
});

describe("hostile text in lists", () => {
  const hostile = 'headline: "=cmd()\\e]0;x\\a\\u202Ereversed"\n';
  async function listed(...words: string[]): Promise<string> {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/hostile.yaml"), hostile);
    return (await runStet(["list", "slug:hostile", ...words], { cwd })).stdout;
  }

  test("rows and TSV show controls instead of obeying them", async () => {
    for (const words of [[], ["--tsv=headline"], ["-F", "headline"]]) {
      const row = await listed(...words);
      expect(row).toContain("=cmd()");
      // eslint-disable-next-line no-control-regex
      expect(row).not.toMatch(/[\u001B\u0007\u202E]/);
    }
  });

  test("CSV is no formula unless --raw says so", async () => {
    expect(await listed("--csv=headline")).toContain("'=cmd()");
    expect(await listed("--csv=headline", "--raw")).not.toContain("'=cmd()");
  });

  test("JSON is lossless", async () => {
    expect(JSON.parse(await listed("--json=headline"))).toEqual([
      { headline: "=cmd()\u001B]0;x\u0007\u202Ereversed" },
    ]);
  });
});

describe("the rules of status, id and slug hold in every verb", () => {
  test("a status is not cleared", async () => {
    expect(
      await runStet(["set", "status=", "swing-bridge-cleared-to-reopen"], { cwd: sampleNewsroom() }),
    ).toMatchObject({ exit: 2 });
  });

  test.each([
    ["killed back to draft", "swing-bridge-cleared-to-reopen", "s/^status: killed/status: draft/"],
    ["another id", "the-salt-ledger", "s/^id: .*/id: 019a5b62-1d8c-761e-a169-915846cc5cff/"],
    ["a slug that is taken", "the-salt-ledger", "s/^slug: .*/slug: let-the-minutes-stand/"],
  ])("the editor: %s is refused and the text kept", (_, slug, script) => {
    const cwd = sampleNewsroom();
    const editor = path.join(cwd, "editor.sh");
    writeFileSync(editor, `#!/bin/sh\nsed -i '${script}' "$1"\n`, { mode: 0o755 });
    const { exit, stderr } = spawnStet(["edit", slug], { cwd, env: { EDITOR: editor } });
    expect({ exit, stderr }).toEqual({
      exit: 5,
      stderr: expect.stringContaining(`.stet/drafts/${slug}.yaml`),
    });
  });

  test("the editor: a changed slug leaves a redirect", async () => {
    const cwd = sampleNewsroom();
    const editor = path.join(cwd, "editor.sh");
    writeFileSync(editor, "#!/bin/sh\nsed -i 's/^slug: .*/slug: salt/' \"$1\"\n", { mode: 0o755 });
    expect(spawnStet(["edit", "the-salt-ledger"], { cwd, env: { EDITOR: editor } }).exit).toBe(0);
    const { stdout } = await runStet(["show", "the-salt-ledger", "--json=slug"], { cwd });
    expect(stdout).toBe('{"slug":"salt"}\n');
  });

  test("a new slug needs a letter; an old one of digits is still found", async () => {
    const cwd = sampleNewsroom();
    expect(await runStet(["new", "2026"], { cwd })).toMatchObject({ exit: 2 });
    writeFileSync(path.join(cwd, "articles/2025.yaml"), "headline: A year\n");
    expect(await runStet(["show", "2025", "--json=headline"], { cwd })).toMatchObject({
      exit: 0,
      stdout: '{"headline":"A year"}\n',
    });
  });
});

describe("small promises", () => {
  test("a new file goes where its creation says", async () => {
    const cwd = sampleNewsroom();
    await runStet(["new", "Old", "--created", "2020-05-05"], { cwd });
    expect(existsSync(path.join(cwd, "articles/2020/05/old.yaml"))).toBe(true);
  });

  test("--published now", async () => {
    const cwd = sampleNewsroom();
    const line = ["new", "Now", "--status", "published", "--published", "now"];
    expect(await runStet(line, { cwd })).toMatchObject({ exit: 0 });
    expect(readFileSync(path.join(cwd, "articles/2026/11/now.yaml"), "utf8")).toContain(
      "published: 2026-11-22T09:00:00+01:00\n",
    );
  });

  test("a schema line is one word", async () => {
    expect(
      await runStet(["new", "x", "--schema-line", "foo\nbar: 1"], { cwd: sampleNewsroom() }),
    ).toMatchObject({ exit: 2 });
  });

  test("an unknown section is remarked on, and written", async () => {
    const cwd = sampleNewsroom();
    const { exit, stderr } = await runStet(["set", "section=wrld", "the-salt-ledger"], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.stringContaining('did you mean "world"?') });
  });

  test("edit without a terminal and without an editor says so", async () => {
    expect(await runStet(["edit", "the-salt-ledger"], { cwd: sampleNewsroom() })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("EDITOR"),
    });
  });

  test.each([
    [["help", "nosuch"], 2, "no help on"],
    [["help", "exit-codes"], 0, ""],
    [["--yes"], 2, "no command"],
    [["list", "--bom"], 2, "--csv"],
    [["list", "--slugs", "-F", "headline"], 2, "--slugs"],
    [["list", "-0", "--count"], 2, "-0"],
    [["list", "-"], 2, "no word"],
    [["rm", "-", "x"], 2, "alone"],
    [["export", "is:live"], 3, "-Q"],
    [["-C", "nowhere", "list"], 3, "no folder"],
    [["set", "status=published", "the-bog-that-pays-rent"], 4, "published=now"],
  ])("%j", async (line, exit, words) => {
    const outcome = await runStet(line, { cwd: sampleNewsroom() });
    expect(outcome).toMatchObject({ exit, stderr: expect.stringContaining(words) });
  });

  test("two articles are not imported as one", async () => {
    const cwd = sampleNewsroom();
    const { stdout } = await runStet(
      ["export", "the-salt-ledger", "how-rebate-clauses-work", "--to", "ndjson"],
      { cwd },
    );
    expect(await runStet(["new", "--from", "-"], { cwd, stdin: stdout })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("more than one"),
    });
  });
});

test.each([
  ["STET_NOW", "yesterday", 'cannot read the time "yesterday"'],
  ["STET_COLOR", "purple", 'STET_COLOR is one of auto, always, never; not "purple"'],
  ["STET_ASCII", "yes", 'STET_ASCII is one of true, false; not "yes"'],
  ["STET_LOCK_TIMEOUT", "5m", 'STET_LOCK_TIMEOUT takes a whole number of seconds, not "5m"'],
])("%s=%s is refused by its own name, not half understood", async (name, value, message) => {
  const { exit, stderr } = await runStet(["list"], { cwd: newsroom(), env: { [name]: value } });
  expect(exit).toBe(2);
  expect(stderr).toMatch(new RegExp(`^error: ${message}\n→ ${name}=`));
});

test.each(["show", "render"])("%s refuses a width that no word fits", async (command) => {
  const words = [command, "the-salt-ledger", "--width", "0"];
  expect(await runStet(words, { cwd: newsroom() })).toEqual({
    stdout: "",
    stderr: `error: --width takes 10 columns or more, not 0\n→ stet ${command} -h\n`,
    exit: 2,
  });
});

test.each([["init"], ["config", "set", "name", "The Courier"]])(
  "%s heeds the lock's timeout",
  async (...line) => {
    const env = { STET_LOCK_TIMEOUT: "5m" };
    const { exit, stderr } = await runStet(line, { cwd: newsroom(), env });
    expect({ exit, stderr }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("STET_LOCK_TIMEOUT takes"),
    });
  },
);

test.each(["-holm", "-video"])(
  "a word after a dash is no option of a query, and how it is left out is said: %s",
  async (word) => {
    const cwd = sampleNewsroom();
    expect(await runStet(["search", "ferry", word], { cwd })).toEqual({
      stdout: "",
      stderr: `error: search has no option ${word}\n→ NOT ${word.slice(1)} leaves out what has the word; stet search -h shows the options\n`,
      exit: 2,
    });
  },
);

test("the value of an option may begin with a dash, and no letter of it is an option", async () => {
  const cwd = sampleNewsroom();
  const line = ["new", "--headline", "-yes we can", "--notes", "-vague", "--body", "-"];
  const { stdout, exit } = await runStet(line, { cwd, stdin: "A." });
  expect({ stdout, exit }).toEqual({ stdout: "yes-we-can\n", exit: 0 });
  expect(readFileSync(path.join(cwd, "articles/2026/11/yes-we-can.yaml"), "utf8")).toMatch(
    /^headline: "?-yes we can"?$.*^notes: "?-vague"?$/ms,
  );
});

test("what is wrong in a query file, or beside it, is shown as it stands there", async () => {
  const cwd = sampleNewsroom();
  writeFileSync(path.join(cwd, "review.txt"), "is:live words:abc");
  writeFileSync(path.join(cwd, "live.txt"), "is:live");
  const list = async (...line: readonly string[]) => (await runStet(["list", ...line], { cwd })).stderr;
  expect(await list("salt", "--query-file", "review.txt")).toContain(
    "\n  is:live words:abc\n                ^\n",
  );
  expect(await list("words:abc", "--query-file", "live.txt")).toContain("\n  words:abc\n        ^\n");
});

test.each([
  ["render", "the-salt-ledger", "--to", "html", "-o", "notes.txt/page.html"],
  ["export", "--to", "rss", "-o", "notes.txt/feed.xml"],
  ["theme", "notes.txt/theme"],
  ["init", "notes.txt/newsroom", "-y"],
])("a file where %s needs a folder is told by its name", async (...line) => {
  const cwd = sampleNewsroom();
  writeFileSync(path.join(cwd, "notes.txt"), "no folder\n");
  const { exit, stderr } = await runStet(line, { cwd });
  expect(stderr).toMatch(/notes\.txt\/\S+ was not (?:written|made): a file stands where a folder should be/);
  expect(exit).toBe(9);
});

test.each([
  [["set", "kicker=x", "-Q", "tag:nobody-has-it"], "no article matches\n"],
  [["render", "-Q", "tag:nobody-has-it", "--to", "text"], "no article matches\n"],
  [["restore", "--list"], "the trash is empty\n"],
  [["undo", "--list"], "there is nothing to undo\n"],
])("where there is nothing, a person is told so, and a script nothing: %j", async (line, said) => {
  const cwd = sampleNewsroom();
  expect(await runStet(line, { cwd, terminal: 80 })).toEqual({ exit: 0, stdout: "", stderr: said });
  expect(await runStet(line, { cwd })).toEqual({ exit: 0, stdout: "", stderr: "" });
});

test.each([
  ["show", ""],
  ["edit", ""],
  ["rm", "", "--allow-prefix"],
  ["set", "kicker=x", ""],
  ["rename", "", "salt"],
])("a name that is empty means no article, not even the only one: %j", async (...line) => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  await runStet(["new", "Only"], { cwd });
  const env = { EDITOR: "false" };
  expect(await runStet(line, { cwd, env })).toEqual({
    exit: 2,
    stdout: "",
    stderr: "error: an empty name is no article's\n→ stet list --slugs\n",
  });
});

test.each(["", " ", "2026-11-20", "2026-11-20 12:00", "2026-11-20T12:00:00+01:00 "])(
  "stet new takes no correction without words: %j",
  async (correction) => {
    const cwd = sampleNewsroom();
    const { exit, stderr } = await runStet(["new", "Ferry", "--correction", correction], { cwd });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        "error: a correction says what was wrong\n" +
        '→ --correction "An earlier version misstated the fine."\n',
    });
  },
);

test.each([
  ["2026-11-20 12:00 The year\nwas wrong.", "{at: 2026-11-20 12:00, text: The year was wrong.}"],
  ["2026-11-20 The year was wrong.", "{at: 2026-11-20, text: The year was wrong.}"],
  ["The year was wrong.", "{at: 2026-11-22T09:00:00+01:00, text: The year was wrong.}"],
])("stet new takes a correction with the time before it, or of now: %j", async (correction, written) => {
  const cwd = sampleNewsroom();
  expect(await runStet(["new", "Ferry", "--correction", correction], { cwd })).toMatchObject({ exit: 0 });
  expect(readFileSync(path.join(cwd, "articles/2026/11/ferry.yaml"), "utf8")).toContain(written);
});

test.each([
  ["image.captoin=x", 'image has no part "captoin". Did you mean "caption"?'],
  ["image.alt.x=x", 'image has no part "alt.x"'],
  ["image=x.jpg", "→ image.alt=..."],
  ["image+=x", "→ image.alt=..."],
  ["tags.0=x", "→ tags=a,b or tags+=a or tags-=a"],
  ["authors.0.name=x", "→ authors=a,b or authors+=a or authors-=a"],
  ["headline.x=x", "→ headline=..."],
  ["corrections.0.text=x", "→ stet correct adds one"],
  ["corrections=x", "→ stet correct adds one"],
  ["corrections+=x", "→ stet correct adds one"],
])("stet set %s is refused, with what can be set", async (change, said) => {
  const cwd = sampleNewsroom();
  const file = path.join(cwd, "articles/2026/11/commission-fines-brackenfold-silicon.yaml");
  const before = readFileSync(file, "utf8");
  const { exit, stderr } = await runStet(["set", change, "commission-fines-brackenfold-silicon"], { cwd });
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining(said) });
  expect(readFileSync(file, "utf8")).toBe(before);
});

test.each([
  ["new", "Ferry", "--body"],
  ["new", "Ferry", "--from"],
  ["render", "the-salt-ledger", "--output"],
  ["export", "--output"],
  ["man", "--output"],
  ["list", "--cd"],
  ["list", "--store"],
  ["list", "--log"],
  ["list", "--query-file"],
  ["publish", "--changed"],
])("an option that names a file or folder takes no empty name: stet %j", async (...line) => {
  const cwd = sampleNewsroom();
  const before = readdirSync(cwd);
  const [option = ""] = line.slice(-1);
  const { exit, stderr } = await runStet([...line, ""], { cwd });
  expect({ exit, stderr }).toEqual({
    exit: 2,
    stderr:
      `error: ${option} needs a name, and an empty one is none\n` +
      "→ set the variable that it came from, or leave the option out\n",
  });
  expect(readdirSync(cwd)).toEqual(before);
});

test("what was removed is found by its path from where the person is", async () => {
  const root = sampleNewsroom();
  const cwd = path.join(root, "articles/2025/11");
  await runStet(["rm", "the-salt-ledger.yaml"], { cwd });
  expect(await runStet(["restore", "the-salt-ledger.yaml"], { cwd })).toEqual({
    exit: 0,
    stdout: `${FILE}\n`,
    stderr: "",
  });
});

test.each([
  [["--store", "none"], {}, ""],
  [[], { STET_STORE: "none" }, ", which STET_STORE names"],
  [[], { STET_DEFAULT_STORE: "none" }, ", which default_store names: stet config list --origin"],
])("a newsroom that is not there is told with who named it: %j %j", async (options, env, namer) => {
  const cwd = temporaryFolder();
  const folder = path.join(cwd, "none");
  expect(await runStet(["list", ...options], { cwd, env })).toEqual({
    exit: 8,
    stdout: "",
    stderr: `error: no stet.yaml in ${folder}${namer}\n→ stet init ${folder} makes one\n`,
  });
});

test("restore --list takes no name, of which it would show nothing", async () => {
  const line = ["restore", "--list", "the-salt-ledger"];
  expect(await runStet(line, { cwd: newsroom() })).toMatchObject({ exit: 2, stdout: "" });
});

test("no newsroom is made among the articles of another", async () => {
  const root = sampleNewsroom();
  for (const line of [["init"], ["init", "2027/sub"]]) {
    const { exit, stderr } = await runStet(line, { cwd: path.join(root, "articles/2025") });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: expect.stringMatching(/^error: articles\/2025\S* is for articles of the newsroom /),
    });
  }
  expect(existsSync(path.join(root, "articles/2025/stet.yaml"))).toBe(false);
  expect(await runStet(["init", "second", "--json"], { cwd: root })).toMatchObject({ exit: 0 });
});

test("the address of a page is no name, and the line that finds its article is told", async () => {
  const cwd = newsroom();
  const address = "https://courier.example/2025/11/the-salt-ledger/";
  expect(await runStet(["show", address], { cwd })).toEqual({
    exit: 3,
    stdout: "",
    stderr: `error: no article is called ${address}\n→ stet list url:${address}\n`,
  });
  const found = await runStet(["list", `url:${address}`, "--slugs"], { cwd });
  expect(found).toMatchObject({ exit: 0, stdout: "the-salt-ledger\n" });
});

test("stet new that cannot open an editor writes nothing", async () => {
  const cwd = sampleNewsroom();
  const { exit, stderr } = await runStet(["new", "Ferry", "--edit"], { cwd });
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining("EDITOR") });
  expect(existsSync(path.join(cwd, "articles/2026/11/ferry.yaml"))).toBe(false);
  expect(await runStet(["new", "Ferry", "--edit", "--dry-run"], { cwd })).toMatchObject({ exit: 0 });
});

test("a limit below a mebibyte is told in bytes", async () => {
  const { stderr } = await runStet(["show", "the-salt-ledger", "--limit", "file-bytes=1000"], {
    cwd: newsroom(),
  });
  expect(stderr).toMatch(/the file has 3,\d{3} bytes; the limit is 1,000 bytes/);
});

test("- reads the name of the one article that a command takes", async () => {
  const cwd = sampleNewsroom();
  const shown = await runStet(["show", "-", "--json=slug"], { cwd, stdin: "the-salt-ledger\n" });
  expect(shown).toMatchObject({ exit: 0, stdout: '{"slug":"the-salt-ledger"}\n' });
  const renamed = await runStet(["rename", "-", "salt"], { cwd, stdin: "the-salt-ledger\n" });
  expect(renamed).toMatchObject({ exit: 0, stdout: "salt\n" });
  const prefix = await runStet(["rename", "-", "salt-2"], { cwd, stdin: "sal\n" });
  expect(prefix).toMatchObject({ exit: 3, stdout: "" });
  for (const [stdin, read] of [
    ["", "none"],
    ["a\nb\n", "2"],
  ] as const)
    expect(await runStet(["show", "-"], { cwd, stdin })).toEqual({
      exit: 2,
      stdout: "",
      stderr: `error: show takes one article, and - read ${read}\n→ stet pick --one | stet show -\n`,
    });
  const { exit, stderr } = await runStet(["show", "-"], { cwd, terminal: 80 });
  expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining("stdin is a terminal") });
});
