// The rubric of the command line, 1 to 11: help, names and completion. Each check is one fact, asked directly.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import type { CommandDeclaration } from "../../src/cli/line/declaration.ts";
import { displayWidth } from "../../src/base/display-width.ts";
import { cutIntoLeaves } from "../../src/base/word-leaves.ts";
import { manualPages } from "../../src/cli/help/manual.ts";
import { rootHelp } from "../../src/cli/help/root-help.ts";
import { TOPICS } from "../../src/cli/help/topics.ts";
import { refreshCompletion } from "../../src/desk/keep-index/refresh-completion.ts";
import { writeCompletionFiles } from "../../src/newsroom/completion-files.ts";
import { runStet } from "../support/run-stet.ts";
import { complete, hasShell, SHELLS } from "../support/shell-completion.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";
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

test("3 help starts with examples and fits 80 columns", async () => {
  for (const { name } of COMMANDS) {
    const { stdout } = await stet(name, "-h");
    expect(stdout.split("\n").slice(1, 3)).toEqual(["", "Examples"]);
  }
  const lines = [[], ...[...COMMANDS, ...TOPICS].map(({ name }) => ["help", name])];
  for (const line of lines) {
    const { stdout, exit } = await stet(...line);
    const long = stdout.split("\n").filter((each) => displayWidth(each) > 80);
    expect({ line, exit, long }).toEqual({ line, exit: 0, long: [] });
  }
});

test("4 root help grouped by task", () => {
  const help = rootHelp(COMMANDS);
  for (const group of ["WRITE", "FIND", "DESK", "OUT", "TRACK", "STORE"]) {
    expect(help).toMatch(new RegExp(`^${group} +\\w`, "m"));
  }
  // Each command once, in the group it says it is of.
  const grouped = [...help.matchAll(/^([A-Z]{3,5}) +((?:[a-z]+ ?)+)$/gm)].filter(
    ([, group]) => group !== "HELP",
  );
  const found = grouped.flatMap(([, group = "", names = ""]) =>
    names.split(" ").map((name) => `${group} ${name}`),
  );
  expect(found).toEqual(
    expect.arrayContaining(COMMANDS.map(({ group, name }) => `${group.toUpperCase()} ${name}`)),
  );
  expect(found.length).toBe(COMMANDS.length);
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
  const said = {
    query: ["is:", "status", "-7d", "OR"],
    format: ["--ndjson", "--csv", "--format", "--jq"],
    "exit-codes": ["not-found", "busy", "130"],
  };
  for (const [topic, words] of Object.entries(said)) {
    const { stdout, exit } = await stet("help", topic);
    const missing = words.filter((word) => !stdout.includes(word));
    expect({ topic, exit, missing }).toEqual({ topic, exit: 0, missing: [] });
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

test.skipIf(!HAS_TERMINAL)("9b the picker's examples, on a terminal", async () => {
  for (const line of COMMANDS.find(({ name }) => name === "pick")?.examples ?? []) {
    const terminal = openTerminal(line, { cwd });
    await terminal.shows("esc cancel");
    terminal.type(KEYS.enter);
    const { exit, text } = await terminal.ended();
    expect({ line, exit, hasAnswer: text.trimEnd().length > 0 }).toEqual({ line, exit: 0, hasAnswer: true });
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
  const large = temporaryFolder();
  const slugs = manySlugs();
  writeFileSync(path.join(large, "stet.yaml"), "stet: 1\n");
  const lines = slugs.map((word) => ({ word, line: `${word}\tA headline of some length\n` }));
  writeCompletionFiles({ root: large, articles: "" }, new Map([["slugs", cutIntoLeaves(lines)]]), Date.now());
  const asked = slugs.filter((_, at) => at % 1009 === 0);
  const { words: answers } = complete("bash", "stet show ", large, {
    withPrograms: false,
    after: timed([...asked, ...asked, ...asked]),
  });
  const times = answers.flatMap((word) => (word.startsWith("took ") ? [Number(word.slice(5)) / 1e6] : []));
  expect(answers.filter((word) => word.startsWith("wrong "))).toEqual([]);
  expect(times.length).toBe(3 * asked.length);
  // The least of three presses: what a host takes away from its guests is counted, too.
  const least = asked.map((_, at) =>
    Math.min(...[0, 1, 2].map((turn) => times[turn * asked.length + at] ?? 0)),
  );
  expect(least.toSorted((a, b) => a - b)[Math.floor(least.length * 0.95)]).toBeLessThanOrEqual(10);
});

/** 100,000 of them, in order. */
function manySlugs(): string[] {
  const first = [
    "bridge",
    "budget",
    "court",
    "election",
    "ferry",
    "harbour",
    "rail",
    "strike",
    "tide",
    "union",
  ];
  const slugs = Array.from({ length: 100_000 }, (_, at) => {
    const [one, other] = [first[at % 10], first[Math.floor(at / 10) % 10]];
    return `${one}-${other}-${(at * 7919) % 100_003}`;
  });
  return slugs.toSorted();
}

/** Presses Tab behind all but the last letter of each slug, and tells how much processor time the shell took for it. */
function timed(slugs: readonly string[]): string {
  return `
now() { read -r NOW _ < /proc/$$/schedstat || NOW=\${EPOCHREALTIME/[.,]/}000; }
for slug in ${slugs.join(" ")}; do
  LINE="stet show \${slug%?}" COMP_LINE=$LINE COMP_POINT=\${#LINE}
  now; before=$NOW
  _stet
  now; printf 'took %s\\n' $((NOW - before))
  case " \${COMPREPLY[*]} " in *" $slug "*) ;; *) printf 'wrong %s\\n' "$slug" ;; esac
done`;
}
