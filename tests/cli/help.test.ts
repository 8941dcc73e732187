// Help says what is so: it fits the terminal, and each of its examples runs in the sample newsroom.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { DEFAULT_SETTINGS } from "../../src/article/settings.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { commandPage } from "../../src/cli/help/command-page.ts";
import { printPage } from "../../src/cli/help/print-page.ts";
import { rootHelp } from "../../src/cli/help/root-help.ts";
import { GLOBAL_OPTIONS } from "../../src/cli/line/global-options.ts";
import { environmentSections } from "../../src/cli/help/topics/environment.ts";
import { ERROR_MEANINGS } from "../../src/cli/help/topics/errors.ts";
import { YAML_SLIPS, yamlSections } from "../../src/cli/help/topics/yaml.ts";
import { schedule } from "../../src/cli/commands/schedule.ts";
import { FILTER_MEANINGS } from "../../src/cli/help/topics/templates.ts";
import { FILTERS } from "../../src/cli/templates/filters.ts";
import { commandLines, PAGES, TOPIC_PAGES } from "../support/help-pages.ts";
import { environmentOf, PROGRAM, runStet, type Outcome } from "../support/run-stet.ts";
import { pipelineOf } from "../support/shell-line.ts";
import { copySample, PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";

let newsroom: string | undefined;
afterAll(() => newsroom !== undefined && rmSync(newsroom, { recursive: true }));

/** A newsroom of two commits, for what changes nothing. */
function newsroomToRead(): string {
  if (newsroom !== undefined) return newsroom;
  newsroom = mkdtempSync(path.join(tmpdir(), "stet-help-"));
  copySample(newsroom);
  runInShell(TWO_COMMITS, newsroom, {});
  return newsroom;
}

/** The lines of a page of help but those under its first heading, where that is Examples. */
function withoutExamples(page: string): string[] {
  return page.replace(/^Examples\n(?: .*\n)+/m, "").split("\n");
}

describe("help", () => {
  test.each([
    ["stet", rootHelp(COMMANDS)] as const,
    ...PAGES.map(([name, page]) => [name, printPage(page)] as const),
  ])("%s fits 80 columns", (_, text) => {
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ["stet", (columns: number) => rootHelp(COMMANDS, columns)] as const,
    ...PAGES.map(([name, page]) => [name, (columns: number) => printPage(page, columns)] as const),
  ])("%s fits 40 columns but for what is there to be copied, and says the same", (_, print) => {
    const narrow = print(40);
    const words = (line: string): number => line.trim().split(" ").length;
    expect(withoutExamples(narrow).filter((line) => line.length > 40 && words(line) > 1)).toEqual([]);
    expect(narrow.replaceAll(/\s/g, "")).toBe(print(80).replaceAll(/\s/g, ""));
  });

  test("a narrow terminal gets narrow help", async () => {
    const { stdout } = await runStet(["help", "query"], { cwd: sampleNewsroom(), terminal: 40 });
    expect(withoutExamples(stdout).filter((line) => line.length > 40)).toEqual([]);
  });

  test("examples are not broken, so that they can be copied", () => {
    const shown = printPage(commandPage(schedule), 40).split("\n");
    expect(schedule.examples.filter((line) => !shown.includes(`  ${line}`))).toEqual([]);
  });

  test("root help is at most 24 lines, names every command and ends with a topic", () => {
    const help = rootHelp(COMMANDS);
    expect(help.trimEnd().split("\n").length).toBeLessThanOrEqual(24);
    expect(help).toMatch(/stet help query\n$/);
    const words = new Set(help.split(/\s+/));
    expect(COMMANDS.map(({ name }) => name).filter((name) => !words.has(name))).toEqual([]);
  });

  test.each(COMMANDS.map((each) => [each.name, each] as const))(
    "%s shows its examples first",
    (_, declaration) => {
      expect(declaration.examples.length).toBeGreaterThan(0);
      const [summary, blank, title] = printPage(commandPage(declaration)).split("\n");
      expect([summary, blank, title]).toEqual([declaration.summary, "", "Examples"]);
    },
  );

  test.each(COMMANDS.flatMap(({ name, seeAlso = [] }) => seeAlso.map((other) => [name, other] as const)))(
    "%s: see also %s leads somewhere",
    (_, other) => {
      expect(COMMANDS.map(({ name }) => name)).toContain(other);
    },
  );

  test.each([
    [["help", "list"], "List articles"],
    [["list", "-h"], "List articles"],
    [["-C", "list", "show", "--help"], "Read an article"],
    [["ls", "-h"], "List articles"],
    [["help", "query"], "The language that selects articles"],
    [["--no-color", "help", "cron"], "stet where nobody watches"],
    [["help", "errors", "bad-query"], "bad-query: the query cannot be read"],
    [["nonsense", "-h"], "stet: articles of a newsroom"],
    [["--version"], "stet 0."],
    [[], "stet: articles of a newsroom"],
  ])("stet %j", async (line, beginning) => {
    const { stdout, stderr, exit } = await runStet(line, { cwd: "/" });
    expect({ stderr, exit, begins: stdout.startsWith(beginning) }).toEqual({
      stderr: "",
      exit: 0,
      begins: true,
    });
  });
});

describe("topics agree with the program", () => {
  test("environment names every variable that the source reads, and no other of stet's own", () => {
    const read = new Set<string>();
    for (const file of readdirSync(path.join(PROJECT, "src"), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const text = readFileSync(path.join(PROJECT, "src", file), "utf8");
      for (const [, name = ""] of text.matchAll(/(?:env\[|chosen\(io, )"([A-Z_]+)"/g)) read.add(name);
    }
    const terms = environmentSections().flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "terms" ? block.terms : [])),
    );
    const told = new Set(terms.flatMap(([names]) => names.split(" ")));
    expect([...read].filter((name) => !told.has(name))).toEqual([]);
    expect([...told].filter((name) => name.startsWith("STET_") && !read.has(name))).toEqual([]);
  });

  test("an option names the variable that says the same", () => {
    const terms = environmentSections().flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "terms" ? block.terms : [])),
    );
    const alike = terms.flatMap(([name, meaning]) => {
      const option = /, as (--[\w-]+)$/.exec(meaning)?.[1];
      return option === undefined ? [] : [{ name, option }];
    });
    expect(alike.length).toBeGreaterThan(5);
    const silent = alike.filter(({ name, option }) => {
      const { flags = "", description = "" } =
        GLOBAL_OPTIONS.find((each) => each.flags.includes(option)) ?? {};
      return !`${flags} ${description}`.includes(name);
    });
    expect(silent).toEqual([]);
  });

  test("templates explain every filter, and no other", () => {
    expect(Object.keys(FILTER_MEANINGS).toSorted()).toEqual(Object.keys(FILTERS).toSorted());
  });

  test.each(YAML_SLIPS)("yaml: %s is told to be %s", (typed, meant) => {
    const read = (line: string) => {
      const text = line.startsWith("headline") ? `${line}\n` : `headline: A\n${line}\n`;
      return parseArticle({ text, fileSlug: "a" }, DEFAULT_SETTINGS).problems;
    };
    expect(read(typed).map(({ correction }) => correction)).toContain(meant);
    expect(read(meant)).toEqual([]);
  });

  test("yaml: the article it shows is one", () => {
    const shown = yamlSections().find(({ heading }) => heading === "An article")?.blocks[0];
    const text = shown?.kind === "lines" ? `${shown.lines.join("\n")}\n` : "";
    const { article, problems } = parseArticle({ text, fileSlug: "a" }, DEFAULT_SETTINGS);
    expect(problems).toEqual([]);
    expect(article?.body.trimEnd().split("\n").length).toBe(3);
  });

  const codes = Object.entries(ERROR_MEANINGS).flatMap(([code, { example }]) =>
    example === undefined || example.includes(">") ? [] : [[code, example] as const],
  );
  test.each(codes)("error code %s: %s", async (code, example) => {
    const { stderr } = await runLine(example, newsroomToRead(), { STET_JSON_ERRORS: "1" });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
  });
});

describe("suggestions", () => {
  test.each([
    [["lst"], '"lst" is not a stet command. Did you mean "list"?', "→ stet list"],
    [["list", "--jsn"], 'list has no option --jsn. Did you mean "--json"?', "→ stet list -h"],
    [["render", "x", "--to", "htlm"], 'not "htlm". Did you mean "html"?', "→ --to html"],
    [["--color", "alwys", "list"], 'not "alwys". Did you mean "always"?', "→ --color always"],
    [["export", "--to", "cvs"], "cvs", "csv"],
    [["help", "qery"], 'there is no help on "qery". Did you mean "query"?', "→ stet help query"],
    [["man", "lst"], 'there is no help on "lst". Did you mean "list"?', "→ stet help list"],
    [["help", "errors", "bad-qery"], 'Did you mean "bad-query"?', "→ stet help errors bad-query"],
    [["completion", "fsh"], 'not in "fsh"', "→ stet completion fish"],
    [["list", "-F", "headlin"], 'Did you mean "headline"?', ""],
    [["list", "secton:europe"], '"secton" is not a field', "→ section:europe"],
    [["set", "statsu=x", "the-salt-ledger"], '"statsu" is not a field', "status="],
    [["show", "the-salt-leger"], "no article is called the-salt-leger", "the-salt-ledger"],
  ])("stet %j", async (line, message, hint) => {
    const { stderr, exit } = await runStet(line, { cwd: newsroomToRead() });
    expect(exit).not.toBe(0);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test("an option is looked for in the command that was named, not in a word that is called like one", async () => {
    const { stderr } = await runStet(["list", "show", "--jsn"], { cwd: newsroomToRead() });
    expect(stderr).toContain("list has no option --jsn");
  });
});

describe("examples", () => {
  // What is chosen on a screen is in pick.test.ts, what stays until it is stopped in process/preview.test.ts.
  const unattended = COMMANDS.filter(({ name }) => name !== "pick" && name !== "preview");
  const shown = [
    ...unattended.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const)),
    ...TOPIC_PAGES.flatMap((page) => commandLines(page).map((line) => [page.name, line] as const)),
  ];
  // What two pages show is run once.
  const pages = new Map(shown.map(([page, line]) => [line, page]));
  const lines = (reading: boolean) =>
    Array.from(pages, ([line, page]) => [page, line] as const).filter(
      ([, line]) => isReading(line) === reading,
    );

  test.each(lines(false))("%s: %s", async (_, example) => {
    const cwd = sampleNewsroom();
    const line = example.replaceAll("/srv/", `${cwd}/`).replace(/-C \S+/, "-C .");
    const { exit, stderr } = await runLine(line, cwd);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining("error:") });
  });

  // Those that only read have one newsroom together, of two commits.
  test.each(lines(true))("%s: %s", async (_, example) => {
    const { exit, stderr } = await runLine(example, newsroomToRead());
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining("error:") });
  });
});

function isReading(line: string): boolean {
  const commands = "list|search|related|show|stats|tags|calendar|today|due|why|log|diff|check";
  return new RegExp(`^stet (?:${commands})\\b(?!.*(?: --fix| [|>] ))`).test(line);
}

/** So that there is something before the last one. */
const TWO_COMMITS = `export GIT_AUTHOR_NAME=I GIT_AUTHOR_EMAIL=i@x GIT_COMMITTER_NAME=I GIT_COMMITTER_EMAIL=i@x
export GIT_COMMITTER_DATE=2026-11-20T09:00:00+01:00; git init -q; git add stet.yaml articles; git commit -qm One
stet set kicker=Stage the-salt-ledger; git commit -qam Two`;

/** What has to be done, by a shell, before the line can do what it is there for. */
function preparationFor(line: string): string {
  // The draft that --resume goes on with is left by an editor that fails.
  return line.includes("--resume") ? "EDITOR=./half stet edit the-salt-ledger 2>/dev/null; " : "";
}

/** A line as a person types it in the folder `cwd`: by a shell where it takes a shell, else as runStet runs it. */
async function runLine(line: string, cwd: string, env: Record<string, string> = {}): Promise<Outcome> {
  const commands = pipelineOf(line);
  const isShells =
    commands?.every(({ words }) => words[0] === "stet") !== true || preparationFor(line) !== "";
  if (commands === undefined || isShells) return runInShell(line, cwd, env);
  let last: Outcome = { stdout: "", stderr: "", exit: 0 };
  for (const { words, env: own } of commands) {
    const invocation = { cwd, env: { EDITOR: "true", ...env, ...own }, stdin: last.stdout };
    last = await runStet(words.slice(1), invocation);
    if (last.exit !== 0) break;
  }
  return last;
}

/** A line of shell, with the built program as `stet`. */
function runInShell(line: string, cwd: string, more: Record<string, string>): Outcome {
  const bin = path.join(cwd, ".bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, "stet"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(path.join(cwd, "half"), '#!/bin/sh\necho >> "$1"\nexit 1\n', { mode: 0o755 });
  const env = environmentOf({ cwd, env: { EDITOR: "true", ...more } });
  const { stdout, stderr, status } = spawnSync(
    "/bin/bash",
    ["-o", "pipefail", "-c", preparationFor(line) + line],
    {
      cwd,
      env: { ...env, PATH: `${bin}:${env["PATH"] ?? ""}` },
      encoding: "utf8",
      input: "",
    },
  );
  return { stdout, stderr, exit: status };
}
