// Real shells offer the right words, and nothing that stands in an article or its cache can make them run anything.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cutIntoLeaves } from "../../../src/base/word-leaves.ts";
import { removeArticles } from "../../../src/desk/change/trash-articles.ts";
import { articlePaths } from "../../../src/desk/find/read-entries.ts";
import { refreshCompletion } from "../../../src/desk/keep-index/refresh-completion.ts";
import { writeCompletionFiles } from "../../../src/newsroom/completion-files.ts";
import { sampleNewsroom } from "../../support/sample-newsroom.ts";
import {
  complete,
  completeEach,
  hasShell,
  PROGRAMS,
  scriptFile,
  SHELLS,
} from "../../support/shell-completion.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { testDesk } from "../../support/test-desk.ts";

/** Of bash only what stands behind the last : or = is replaced, so it offers no more; the others offer whole words. */
const LINES = [
  ["stet li", ["list"], ["list"]],
  ["stet rend", ["render"], ["render"]],
  ["stet list --js", ["--json"], ["--json"]],
  ["stet list --lim", ["--limit"], ["--limit"]],
  ["stet list --json=slug,he", ["slug,headline"], ["--json=slug,headline"]],
  ["stet show x --json=slug,he", ["slug,headline"], ["--json=slug,headline"]],
  ["stet search --fields=slug,sn", ["slug,snippet"], ["--fields=slug,snippet"]],
  ["stet related -F wh", ["why"], ["why"]],
  ["stet list -s -upd", ["-updated"], ["-updated"]],
  ["stet list --sort=-updated,headl", ["-updated,headline"], ["--sort=-updated,headline"]],
  ["stet stats --by auth", ["author"], ["author"]],
  ["stet list sec", ["section:"], ["section:"]],
  ["stet list -n 5 -q sec", ["section:"], ["section:"]],
  ["stet list section:culture/b", ["culture/books"], ["section:culture/books"]],
  ["stet list section:world,culture/m", ["world,culture/music"], ["section:world,culture/music"]],
  ["stet list -section:culture/b", ["culture/books"], ["-section:culture/books"]],
  ["stet list section!=culture/b", ["culture/books"], ["section!=culture/books"]],
  ["stet list is:l", ["live"], ["is:live"]],
  ["stet list @h", ["@hot"], ["@hot"]],
  ["stet list -@h", ["@hot"], ["-@hot"]],
  ["stet calendar 2026-11 -section:culture/b", ["culture/books"], ["-section:culture/books"]],
  ["stet calendar -section:culture/b", [], []],
  ["stet set status=rev", ["review"], ["status=review"]],
  ["stet set kick", ["kicker="], ["kicker="]],
  ["stet set tag+=rail", ["railways"], ["tag+=railways"]],
  ["stet set status=review -- the-s", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet set status=review the-s", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet set translation_of=the-s", ["the-salt-ledger"], ["translation_of=the-salt-ledger"]],
  ["stet show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet show -- the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet show -- --js", [], []],
  ["stet export -- --to=h", [], []],
  ["stet -- show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet show -- -C /nowhere the-salt", [], []],
  ["stet list -- -C /nowhere section:culture/b", ["culture/books"], ["section:culture/books"]],
  ["stet -C . show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet -C /nowhere show the-salt", [], []],
  ["stet -C/nowhere show the-salt", [], []],
  ["stet --cd=/nowhere show the-salt", [], []],
  ["stet --store=/nowhere show the-salt", [], []],
  ["stet -C articles show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet -C articles/nowhere show the-salt", [], []],
  ["stet -C articles --store .. show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet --store articles/.. -C / show the-salt", [], []],
  ["stet -C ~ show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet --store ~/articles/.. show the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet render x --to h", ["html"], ["html"]],
  ["stet render x --to=h", ["html"], ["--to=html"]],
  ["stet --color al", ["always"], ["always"]],
  ["stet help que", ["query"], ["query"]],
  ["stet export -Q tag:rail", ["railways"], ["tag:railways"]],
  ["stet new --section culture/b", ["culture/books"], ["culture/books"]],
  ["stet log the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet diff the-salt", ["the-salt-ledger"], ["the-salt-ledger"]],
  ["stet diff -Q section:culture/b", ["culture/books"], ["section:culture/books"]],
  ["stet schema n", ["newsroom"], ["newsroom"]],
  ["stet config g", ["get"], ["get"]],
  ["stet config get publish.th", ["publish.theme"], ["publish.theme"]],
  ["stet config set author au", [], []],
  ["stet restore the-salt", [], []],
  ["stet restore ", ["a-bus-map-for-kesira"], ["a-bus-map-for-kesira"]],
  ["stet show the[s", [], []],
  ["stet show ledger", [], []],
  ["stet show .*", [], []],
] as const;

describe.each(SHELLS)("%s", (shell) => {
  describe.skipIf(!hasShell(shell))("offers", () => {
    test("the words of a table of lines", async () => {
      const cwd = sampleNewsroom();
      const desk = testDesk(cwd);
      const removed = [...articlePaths(desk)].filter((file) => file.endsWith("/a-bus-map-for-kesira.yaml"));
      removeArticles(
        desk,
        removed.map((file) => ({ path: file })),
        { dryRun: false },
      );
      await refreshCompletion(testDesk(cwd));
      const lines = LINES.map(([line]) => line);
      const offered = completeEach(shell, lines, cwd).map((words, at) => [lines[at], words]);
      expect(offered).toEqual(
        LINES.map(([line, replaced, whole]) => [line, shell === "bash" ? replaced : whole]),
      );
    });

    test("the words of the newsroom that a link has led into", async () => {
      const cwd = sampleNewsroom();
      await refreshCompletion(testDesk(cwd));
      const link = path.join(temporaryFolder(), "articles");
      symlinkSync(path.join(cwd, "articles"), link);
      const { words } = complete(shell, "stet show the-salt", link, { PWD: link });
      expect(words).toEqual(["the-salt-ledger"]);
    });

    // Nushell is handed $env.HOME in pieces.
    test.skipIf(shell === "nushell")(
      "the words of a newsroom that a variable names, of which nothing is run",
      async () => {
        const cwd = sampleNewsroom();
        await refreshCompletion(testDesk(cwd));
        const named = ["$HOME", '"$HOME"', "$HOME/articles/.."];
        const unnamed = ["$(touch$IFS.pwned)", "$a[`touch pwned`]", "$1", "$UNSET", "$"];
        const offered = completeEach(
          shell,
          [...named, ...unnamed].map((folder) => `stet -C ${folder} show the-salt`),
          cwd,
        );
        expect(offered).toEqual([...named.map(() => ["the-salt-ledger"]), ...unnamed.map(() => [])]);
        expect(existsSync(path.join(cwd, "pwned"))).toBe(false);
      },
    );

    test("a word with blanks as the shell reads it", async () => {
      const cwd = sampleNewsroom();
      await refreshCompletion(testDesk(cwd));
      const word = {
        bash: String.raw`Ilse\ Vandermoor`,
        zsh: "author:Ilse Vandermoor",
        fish: "author:Ilse Vandermoor",
        nushell: "'author:Ilse Vandermoor'",
      }[shell];
      expect(complete(shell, "stet list author:Ilse", cwd).words).toEqual([word]);
    });

    test("of a long list what begins so, wherever it was cut", () => {
      const cwd = temporaryFolder();
      writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
      const words = Array.from({ length: 900 }, (_, at) => `the-story-${String(at).padStart(3, "0")}`);
      const lines = ["a-story", "the-story", ...words].map((word) => ({
        word,
        line: `${word}\tAbout ${word}\n`,
      }));
      writeCompletionFiles(
        { root: cwd, articles: "" },
        new Map([["slugs", cutIntoLeaves(lines)]]),
        Date.now(),
      );
      const alone = complete(shell, "stet show the-story-42", cwd, { withPrograms: false });
      expect(alone).toMatchObject({ words: words.slice(420, 430), stderr: "" });
      expect(complete(shell, "stet show the-story-4217", cwd).words).toEqual([]);
      expect(complete(shell, "stet show a", cwd).words).toEqual(["a-story"]);
      // The shell types what all offers have in common: no story may be missing that goes on otherwise.
      const many = complete(shell, "stet show the", cwd).words;
      expect(many.length).toBeLessThan(120);
      expect(new Set(many.map((word) => word.slice(9, 10)))).toEqual(new Set(["", "-"]));
      const more = complete(shell, "stet show the-story-", cwd).words;
      expect(more.length).toBeLessThan(120);
      expect(new Set(more.map((word) => word[10]))).toEqual(new Set("012345678"));
    });

    test("nothing, and says nothing, outside of a newsroom and before the words were made", () => {
      const cwd = temporaryFolder();
      expect(complete(shell, "stet show a", cwd)).toMatchObject({ words: [], stderr: "" });
      writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
      expect(complete(shell, "stet show a", cwd)).toMatchObject({ words: [], stderr: "" });
    });

    test("hostile words, which run nothing", () => {
      const cwd = temporaryFolder();
      const folder = path.join(cwd, ".stet/cache/complete");
      mkdirSync(path.join(folder, "tags"), { recursive: true });
      writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
      const hostile = [
        "z$(touch pwned)",
        "z`touch pwned`",
        "z'; touch pwned; '",
        'z"; touch pwned',
        "z\\",
        "z*",
      ];
      writeFileSync(
        path.join(folder, "tags/="),
        [...hostile, "z\u001B]0;x\u0007"].map((tag) => `${tag}\tx\n`).join(""),
      );
      writeFileSync(path.join(folder, "stamp"), "");
      for (const line of ["stet list tag:z", "stet set tag+=z", "stet new --tag z", "stet list 'tag:z"]) {
        const { words } = complete(shell, line, cwd);
        expect(words.filter((word) => word.includes("\u001B"))).toEqual([]);
        expect(words.length, line).toBe(hostile.length);
      }
      expect(existsSync(path.join(cwd, "pwned"))).toBe(false);
    });
  });
});

describe.each(SHELLS)("%s", (shell) => {
  test.skipIf(!hasShell(shell))("finds a word by the sign that it begins with", () => {
    const cwd = temporaryFolder();
    const folder = path.join(cwd, ".stet/cache/complete/tags");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
    // In fish a * is a pattern even there, and fish looks for files by it.
    const all = ["*", "?", "[", "(", "#", "~", "^", "|", "<", "=", "+", ".", "$", "{", ";", "&"];
    const signs = all.filter((sign) => shell !== "fish" || sign !== "*");
    writeFileSync(path.join(folder, "="), signs.map((sign) => `${sign}a\tx\n`).join(""));
    const lines = signs.map((sign) => `stet list 'tag:${sign}`);
    const offered = completeEach(shell, lines, cwd).map((words) =>
      words.map((word) => word.replace(/["'\\]+$/, "").slice(-2)),
    );
    expect(offered).toEqual(signs.map((sign) => [`${sign}a`]));
  });
});

const TAGS = ["rock 'n' roll", "'quoted'", "back\\slash", "cost $5", 'say "hi"', "`tick`", "hey!"];

/** What bash makes of a line that was completed; readline closes the quote, if a word does not end with one. */
function asBashReads(quote: string, word: string): string {
  const written = `printf %s ${quote}${word}${word.endsWith(quote) ? "" : quote}`;
  return spawnSync("bash", ["--norc", "-c", written], { encoding: "utf8" }).stdout;
}

test.skipIf(!hasShell("bash")).each(["'", '"'])(
  "bash offers words with any sign within an open %s, which then mean themselves",
  (quote) => {
    const cwd = temporaryFolder();
    const folder = path.join(cwd, ".stet/cache/complete/tags");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
    writeFileSync(path.join(folder, "="), TAGS.map((tag) => `${tag}\t\n`).join(""));
    const { words } = complete("bash", `stet list ${quote}tag:`, cwd);
    // Within double quotes nothing keeps bash from reading a !.
    const offered = TAGS.filter((tag) => quote === "'" || !tag.includes("!"));
    expect(words.map((word) => asBashReads(quote, word))).toEqual(offered.map((tag) => `tag:${tag}`));
  },
);

test.skipIf(!hasShell("bash"))(
  "bash completes under strict options, and leaves them as they are",
  async () => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const asking = `
set -euf; shopt -s failglob nocasematch; compopt() { :; }
COMP_WORDBREAKS=$' \\t\\n"\\'@><=;|&(:' COMP_LINE="stet show the-salt" COMP_POINT=18
before=$-$(shopt -p); _stet; echo "\${COMPREPLY[@]}"; [[ $before = "$-$(shopt -p)" ]] || echo changed`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", scriptFile("bash", asking)], {
      cwd,
      encoding: "utf8",
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" },
    });
    expect({ stdout, stderr }).toEqual({ stdout: "the-salt-ledger\n", stderr: "" });
  },
);

test.skipIf(!hasShell("zsh"))("zsh leaves nothing behind of what it matched", () => {
  const after = "typeset -m 'M(ATCH|BEGIN|END)' 'm(atch|begin|end)'";
  const { words } = complete("zsh", "stet list 'is:live author:Ilse", temporaryFolder(), { after });
  expect(words).toEqual([]);
});

test.skipIf(!hasShell("bash"))("bash leaves files behind a redirection to readline", () => {
  const cwd = sampleNewsroom();
  for (const word of ["st", "a=st", "a:b", "'a"])
    expect(complete("bash", `stet list > ${word}`, cwd)).toMatchObject({ words: [], stderr: "" });
});

test.skipIf(!hasShell("bash")).each(["stet", "news"])(
  "bash takes what stands behind the alias %s for a part of the line",
  async (alias) => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const before = `alias ${alias}='stet --store "${cwd}"'`;
    const { words, stderr } = complete("bash", `${alias} show the-salt`, temporaryFolder(), { before });
    expect({ words, stderr }).toEqual({ words: ["the-salt-ledger"], stderr: "" });
  },
);

describe.skipIf(!hasShell("nushell"))("nushell", () => {
  const UNKIND = [
    ...TAGS,
    "(touch pwned)",
    "$env.HOME",
    "$(touch pwned)",
    "a' + (touch pwned) + '",
    "~",
    "a*",
    "#a",
  ];
  const MORE_UNKIND = ["{a}", "[a]", "a|b;c", "a<b>&", "'\"both\"\\'", "\\u{41}", "r#'a'#", "...", "日本 語"];

  test.each(["", "'", '"', "`"])(
    "offers words with any sign behind %s, which then mean themselves",
    (quote) => {
      const cwd = temporaryFolder();
      const tags = [...UNKIND, ...MORE_UNKIND];
      const folder = path.join(cwd, ".stet/cache/complete/tags");
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
      writeFileSync(path.join(folder, "="), tags.map((tag) => `${tag}\t\n`).join(""));
      const asked = [`stet new --tag ${quote}`, `stet set ${quote}tag+=`];
      const words = completeEach("nushell", asked, cwd).flat();
      const { stdout, stderr } = runNushell(`^printf '%s\\n' ${words.join(" ")}`, cwd);
      const meant = ["", "tag+="].flatMap((head) => tags.map((tag) => `${head}${tag}`));
      expect({ words: stdout.trimEnd().split("\n"), stderr }).toEqual({ words: meant, stderr: "" });
      expect(existsSync(path.join(cwd, "pwned"))).toBe(false);
    },
  );

  test("closes a quote only where nothing more can come", async () => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const offered = [
      ["stet list 'se", "'section:"],
      ["stet list '!(tag:rail", "'!(tag:railways"],
      ["stet list 'tag:rail", "'tag:railways'"],
      ["stet list tag:'rail", "tag:railways"],
      ["stet set `kick", "kicker="],
      ["stet export '--query=sec", "'--query=section:"],
      ["stet export --query=sec", "--query=section:"],
    ] as const;
    const words = completeEach(
      "nushell",
      offered.map(([line]) => line),
      cwd,
    );
    expect(words).toEqual(offered.map(([, word]) => [word]));
  });

  test("offers nothing within a string that has values put into it, of which it is given pieces", async () => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const lines = [
      "stet list $'tag:rail",
      'stet list $"tag:rail',
      "stet show $'the",
      "stet show $'the-s' --js",
    ];
    expect(completeEach("nushell", lines, cwd)).toEqual([[], [], [], ["--json"]]);
  });

  test("completes where a person has another ls and another open", async () => {
    const cwd = sampleNewsroom();
    await refreshCompletion(testDesk(cwd));
    const own = "def ls [] { 'mine' }; alias open = echo";
    const tabs = `["stet show the-salt" "stet list --query-file=stet.y"] | each { commandline complete }`;
    const line = `${own}; source '${scriptFile("nushell")}'; ${tabs} | flatten | to text`;
    const { stdout, stderr } = runNushell(line, cwd);
    expect({ stdout, stderr }).toEqual({ stdout: "the-salt-ledger\n--query-file=stet.yaml\n", stderr: "" });
  });

  test("runs a line as it would without the script", () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "stet"), "#!/bin/sh\nprintf '[%s]' \"$@\"\nexit 7\n", { mode: 0o755 });
    const line = `try { stet set title="x y" tag:'a b' 1kb 2026-11-22 *.none --format={slug} --help (1 + 1) ...[a b] } catch {|error| print $error.exit_code }`;
    const alone = runNushell(line, cwd);
    expect(alone.stdout).toBe(
      "[set][title=x y][tag:a b][1kb][2026-11-22][*.none][--format={slug}][--help][2][a][b]7\n",
    );
    expect(runNushell(`source '${scriptFile("nushell")}'; ${line}`, cwd)).toEqual(alone);
  });

  test("looks for files behind a = as well, and for folders alone where one is meant", () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, "queries it"));
    writeFileSync(path.join(cwd, "query"), "");
    writeFileSync(path.join(cwd, "quiet\u001B[2J"), "");
    const words = (line: string) => complete("nushell", line, cwd).words;
    expect(words("stet list --query-file=qu")).toEqual(["'--query-file=queries it/'", "--query-file=query"]);
    expect(words("stet --cd=qu")).toEqual(["'--cd=queries it/'"]);
    expect(words("stet list --query-file que")).toContain("query");
  });
});

function runNushell(script: string, cwd: string): { readonly stdout: string; readonly stderr: string } {
  const { stdout, stderr } = spawnSync(PROGRAMS.nushell, ["-n", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { PATH: `${cwd}:/usr/bin:/bin`, HOME: cwd, LC_ALL: "C.UTF-8" },
  });
  return { stdout, stderr };
}
