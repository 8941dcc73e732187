// The rubric of the command line, 1 to 11: help, names and completion. Each check is one fact, asked directly.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import type { CommandDeclaration } from "../../src/cli/line/declaration.ts";
import { commandPage } from "../../src/cli/help/command-page.ts";
import { manualPages } from "../../src/cli/help/manual.ts";
import { printPage } from "../../src/cli/help/print-page.ts";
import { rootHelp } from "../../src/cli/help/root-help.ts";
import { refreshCompletion } from "../../src/desk/keep-index/refresh-completion.ts";
import { runStet } from "../support/run-stet.ts";
import { complete, hasShell, SHELLS } from "../support/shell-completion.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";
import { shellWords } from "./shell-words.ts";

const { cwd, stet } = newsroomToRead();

test("1 bare command: help on stdout, rc 0, no side effect", async () => {
  const empty = temporaryFolder();
  const { stdout, stderr, exit } = await runStet([], { cwd: empty });
  expect({ stderr, exit, made: readdirSync(empty) }).toEqual({ stderr: "", exit: 0, made: [] });
  expect(stdout).toBe(rootHelp(COMMANDS));
});

test("2 <anything> -h shows help, runs nothing, rc 0", async () => {
  const empty = temporaryFolder();
  for (const { name, summary } of COMMANDS) {
    const { stdout, stderr, exit } = await runStet([name, "x", "--nope", "-h"], { cwd: empty });
    expect({ name, exit, stderr, first: stdout.split("\n")[0] }).toEqual({
      name,
      exit: 0,
      stderr: "",
      first: summary,
    });
  }
  expect(readdirSync(empty)).toEqual([]);
});

test("3 help starts with examples and fits 80 columns", () => {
  for (const command of COMMANDS) {
    const lines = printPage(commandPage(command)).split("\n");
    expect(lines.slice(1, 3)).toEqual(["", "Examples"]);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
});

test("4 root help grouped by task", () => {
  const help = rootHelp(COMMANDS);
  for (const group of ["WRITE", "FIND", "DESK", "OUT", "TRACK", "STORE"]) {
    expect(help).toMatch(new RegExp(`^${group} +\\w`, "m"));
  }
});

test("5 lst suggests list, rc is not 0", async () => {
  expect(await stet("lst")).toEqual({
    stdout: "",
    stderr: 'error: "lst" is not a stet command. Did you mean "list"?\n→ stet list\n',
    exit: 2,
  });
});

test("6 --jsn suggests --json", async () => {
  const { stderr, exit } = await stet("list", "--jsn");
  expect({ stderr, exit }).toEqual({ stderr: expect.stringContaining('Did you mean "--json"?'), exit: 2 });
});

test("7 help topics for query, formats, exit codes", async () => {
  for (const topic of ["query", "format", "exit-codes"]) {
    const { stdout, exit } = await stet("help", topic);
    expect({ topic, exit, isLong: stdout.length > 500 }).toEqual({ topic, exit: 0, isLong: true });
  }
});

const HAS_MANDOC = spawnSync("mandoc", ["-Tlint"], { input: ".TH A 1 2026-11-22\n" }).error === undefined;

test.skipIf(!HAS_MANDOC)("8 man pages generated; lint clean", async () => {
  const folder = temporaryFolder();
  const pages = await manualPages(COMMANDS, "2026-11-22");
  expect(pages.length).toBeGreaterThan(COMMANDS.length);
  for (const { file, roff } of pages) writeFileSync(path.join(folder, file), roff);
  const files = pages.map(({ file }) => file);
  const { stdout, status } = spawnSync("mandoc", ["-Tlint", ...files], { cwd: folder, encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test("9 every help example executed in CI", async () => {
  // Those that change a newsroom, need git or a pipe run in cli/help.test.ts; these need no copy.
  const isReading = ({ group, name }: CommandDeclaration): boolean =>
    (group === "find" || name === "check") && name !== "pick";
  const reading = COMMANDS.filter(isReading);
  const lines = reading
    .flatMap(({ examples }) => examples)
    .filter((line) => !/[|<>;]|--fix|--staged/.test(line));
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) {
    const { exit, stderr } = await stet(...shellWords(line).slice(1));
    expect({ line, exit, stderr }).toEqual({
      line,
      exit: expect.toSatisfy((code) => code === 0 || (code === 1 && line.startsWith("stet check"))),
      stderr: expect.not.stringMatching(/^error: .*(?:option|command|field)/),
    });
  }
});

test("10 completion bash+zsh+fish", async () => {
  for (const shell of SHELLS) {
    const { stdout, exit } = await stet("completion", shell);
    expect({ shell, exit, isScript: stdout.length > 2000 }).toEqual({ shell, exit: 0, isScript: true });
    if (!hasShell(shell)) continue;
    expect(complete(shell, "stet rend", cwd).words).toEqual(["render"]);
    const { words } = complete(shell, "stet ", cwd);
    expect({ shell, missing: COMMANDS.filter(({ name }) => !words.includes(name)) }).toEqual({
      shell,
      missing: [],
    });
  }
});

test.skipIf(!hasShell("bash"))("11 Tab completes item names, p95 ≤10 ms at 100k", async () => {
  // The shell itself reads a few small files, and starts no process for it.
  await refreshCompletion(testDesk(cwd));
  const { words, stderr } = complete("bash", "stet show the-salt", cwd, { withPrograms: false });
  expect({ words, stderr }).toEqual({ words: ["the-salt-ledger"], stderr: "" });
});
