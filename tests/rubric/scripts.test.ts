// The rubric of the command line, 36 to 43: stet where nobody watches, and what it writes.
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { buildProcess } from "../faults/build-process.ts";
import { filesIn } from "../faults/newsroom-folder.ts";
import { environmentOf, PROGRAM, runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

const SALT = "articles/2025/11/the-salt-ledger.yaml";

/** The newsroom's own files; what stet keeps for itself is left out. */
function ownFiles(cwd: string): Record<string, string> {
  const files = Object.entries(filesIn(cwd)).filter(([name]) => !name.startsWith(".stet/"));
  return Object.fromEntries(files);
}

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test("36 cancelled prompt has its own non-zero rc", async () => {
    const terminal = openTerminal("stet pick", { cwd: sampleNewsroom() });
    await terminal.shows("esc cancel");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
  });

  // Behind "37" is all of it: here the other two streams are a terminal, and it is stdin alone that forbids to ask.
  test("37b stdin=/dev/null never prompts, with a terminal behind stdout and stderr", async () => {
    const cwd = sampleNewsroom();
    const lines = [
      ["rm -Q is:live", "--yes"],
      ["new", "stet new"],
      ["pick", "stet list"],
      ["edit", "needs an article"],
      ["schedule the-bog-that-pays-rent", "needs"],
      ["kill the-salt-ledger", "--reason"],
    ] as const;
    const all = lines.map(([line]) => `stet ${line} </dev/null; echo "[$?]"`).join("; ");
    const { text } = await openTerminal(all, { cwd }).ended();
    const answers = text.split(/\[(\d+)\]\r?\n/);
    expect(answers.filter((_, at) => at % 2 === 1)).toEqual(lines.map(() => "2"));
    for (const [at, [line, flag]] of lines.entries())
      expect({ line, said: answers[2 * at] }).toEqual({ line, said: expect.stringContaining(flag) });
  });
});

test("37 stdin=/dev/null never prompts; error names the flag", () => {
  const cwd = sampleNewsroom();
  const stdin = openSync("/dev/null", "r");
  const env = environmentOf({ cwd });
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, "rm", "-Q", "is:live"], {
    cwd,
    env,
    encoding: "utf8",
    stdio: [stdin, "pipe", "pipe"],
  });
  closeSync(stdin);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toContain("--yes");
});

test("38 --no-input switch", async () => {
  const cwd = sampleNewsroom();
  for (const line of [["pick"], ["new"], ["edit"], ["rm", "-Q", "is:live"], ["kill", "the-salt-ledger"]]) {
    const asked = await runStet(["--no-input", ...line], { cwd, terminal: 80 });
    const env = { STET_NO_INPUT: "1" };
    expect({ line, exit: asked.exit }).toEqual({ line, exit: 2 });
    expect((await runStet(line, { cwd, terminal: 80, env })).exit).toBe(2);
  }
});

/** Lines that would change the sample newsroom, one of each command that can. */
const MUTATING: readonly (readonly string[])[] = [
  ["new", "Tide tables"],
  ["set", "kicker=New", "the-salt-ledger"],
  ["rename", "the-salt-ledger", "salt"],
  ["rm", "the-salt-ledger"],
  ["submit", "who-owns-the-seabed"],
  ["approve", "the-bog-that-pays-rent"],
  ["schedule", "chess-on-the-night-shift", "+2h"],
  ["embargo", "chess-on-the-night-shift", "+2h"],
  ["correct", "the-salt-ledger", "One."],
  ["withdraw", "the-salt-ledger"],
  ["kill", "the-salt-ledger", "--reason", "Wrong."],
  ["publish"],
  ["check", "--fix"],
  ["completion", "--install", "bash"],
];

/** Lines that are refused, each in another way. */
const REFUSED: readonly (readonly string[])[] = [
  ["new", "The salt ledger"],
  ["set", "status=nope", "the-salt-ledger"],
  ["rename", "the-salt-ledger", "the-bog-that-pays-rent"],
  ["rm", "nope"],
  ["approve", "the-salt-ledger"],
  ["schedule", "chess-on-the-night-shift", "yesterday"],
  ["withdraw", "the-bog-that-pays-rent"],
  ["correct", "the-bog-that-pays-rent", "One."],
];

function plainText(screen: string): string {
  return screen.replaceAll(/\u001B\[[\d;]*m/g, "");
}

test("39 --dry-run on all mutators", async () => {
  const cwd = sampleNewsroom();
  const before = ownFiles(cwd);
  for (const line of MUTATING) {
    const { exit, stderr } = await runStet([...line, "--dry-run"], { cwd });
    expect({ line, exit }).toEqual({ line, exit: line[0] === "check" ? expect.any(Number) : 0 });
    expect(stderr).not.toMatch(/has no option/);
    // The plan, for whoever looks.
    const shown = await runStet([...line, "--dry-run"], { cwd, terminal: 200 });
    expect(plainText(shown.stdout + shown.stderr)).toMatch(/^(?:[+~-] |would fix: )/m);
  }
  // The checks are the same, and so is the exit.
  for (const line of REFUSED) {
    const { exit, stderr } = await runStet(line, { cwd });
    expect({ line, isRefused: exit !== 0 }).toEqual({ line, isRefused: true });
    expect(await runStet([...line, "--dry-run"], { cwd })).toEqual({ stdout: "", stderr, exit });
  }
  expect(ownFiles(cwd)).toEqual(before);
  await runStet(["rm", "the-salt-ledger"], { cwd });
  const without = ownFiles(cwd);
  for (const line of [["restore", "the-salt-ledger"], ["undo"]]) {
    expect((await runStet([...line, "--dry-run"], { cwd })).exit).toBe(0);
  }
  expect(ownFiles(cwd)).toEqual(without);
  const named = new Set([...MUTATING.map(([name]) => name), "restore", "undo"]);
  const dry = COMMANDS.filter(({ options }) => options.some(({ flags }) => flags.startsWith("--dry-run")));
  expect(dry.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  // What writes to a newsroom or its site without it: what asks or opens an editor first, and stet's own files.
  const others = COMMANDS.filter(
    ({ options }) => !options.some(({ flags }) => flags.startsWith("--dry-run")),
  );
  const changing = others.filter(({ group }) => group !== "find").map(({ name }) => name);
  expect(changing.toSorted()).toEqual(
    ["config", "diff", "doctor", "due", "edit", "export", "index", "init", "log", "man", "preview", "render"]
      .concat(["schema", "theme", "today", "why"])
      .toSorted(),
  );
});

test("40 second run rewrites nothing (mtime)", async () => {
  const cwd = sampleNewsroom();
  const changed = (name: string): bigint => statSync(path.join(cwd, name), { bigint: true }).mtimeNs;
  await runStet(["set", "kicker=New", "the-salt-ledger"], { cwd });
  await runStet(["publish"], { cwd });
  const outputs = [
    ["export", "-o", "all.ndjson"],
    ["export", "--to", "markdown", "-o", "markdown"],
    ["export", "--to", "csv", "-o", "all.csv"],
    ["render", "the-salt-ledger", "--to", "html", "-o", "salt.html"],
  ];
  for (const line of outputs) expect((await runStet(line, { cwd })).exit).toBe(0);
  chmodSync(path.join(cwd, "all.ndjson"), 0o600);
  const page = "public/2025/11/the-salt-ledger/index.html";
  const files = [SALT, page, "all.ndjson", "markdown/the-salt-ledger.md", "all.csv", "salt.html"];
  const before = files.map(changed);
  await runStet(["set", "kicker=New", "the-salt-ledger"], { cwd });
  await runStet(["publish"], { cwd });
  await runStet(["publish", "--force"], { cwd });
  for (const line of outputs) await runStet(line, { cwd });
  expect(files.map(changed)).toEqual(before);
  // What has changed is written, as private as it was.
  await runStet(["set", "kicker=Newer", "the-salt-ledger"], { cwd });
  for (const line of outputs) await runStet(line, { cwd });
  const kept = files.filter((name, at) => changed(name) === before[at]);
  expect(kept).toEqual([page]);
  expect(statSync(path.join(cwd, "all.ndjson")).mode & 0o777).toBe(0o600);
});

test("41 nothing to do: zero bytes out, rc 0", async () => {
  const cwd = sampleNewsroom();
  await runStet(["publish"], { cwd });
  const silent = { stdout: "", stderr: "", exit: 0 };
  expect(await runStet(["publish"], { cwd })).toEqual(silent);
  expect(await runStet(["set", "kicker=Opera", "the-salt-ledger"], { cwd })).toEqual(silent);
  expect(await runStet(["check", "the-salt-ledger"], { cwd })).toEqual(silent);
});

test("42 6 parallel writers: none lost; busy has own rc", async () => {
  const cwd = sampleNewsroom();
  const exits = Array.from({ length: 6 }, (_, index) => {
    const words = [PROGRAM, "set", `tag+=t${index}`, "the-salt-ledger"];
    const child = spawn(process.execPath, words, { cwd, env: environmentOf({ cwd }), stdio: "ignore" });
    return new Promise((resolve) => child.on("close", resolve));
  });
  expect(await Promise.all(exits)).toEqual([0, 0, 0, 0, 0, 0]);
  const text = readFileSync(path.join(cwd, SALT), "utf8");
  for (let index = 0; index < 6; index++) expect(text).toMatch(new RegExp(`\\bt${index}\\b`));
  const held = whileHeld(cwd, ["--lock-timeout", "0", "set", "kicker=x", "the-salt-ledger"]);
  expect(held.status).toBe(7);
  expect(held.stderr).toContain("is writing");
});

function whileHeld(cwd: string, line: readonly string[]) {
  return withLock(cwd, { command: "test", waitMs: 0, now: 0 }, () =>
    spawnSync(process.execPath, [PROGRAM, ...line], { cwd, env: environmentOf({ cwd }), encoding: "utf8" }),
  );
}

test("43 kill -9 at any write: files old or new, never half", async () => {
  // Every moment of one command, and the middle of each of its writes; faults/ takes every command.
  const preload = await buildProcess("preload.ts", "rubric");
  const cwd = temporaryFolder();
  const file = path.join(cwd, "articles/a.yaml");
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  mkdirSync(path.dirname(file));
  const old = "headline: A\nkicker: Old\n";
  const changed = "headline: A\nkicker: New\n";
  const seen = new Set<string>();
  for (const mode of ["kill", "kill-half"] as const) {
    let isKilled = true;
    for (let at = 1; isKilled; at++) {
      writeFileSync(file, old);
      const countFile = path.join(cwd, `.count-${mode}-${at}`);
      const env = environmentOf({ cwd, env: { STET_FAULT_PLAN: JSON.stringify({ mode, at, countFile }) } });
      const words = ["--require", preload, PROGRAM, "set", "kicker=New", "a"];
      const { signal, status } = spawnSync(process.execPath, words, { cwd, env, encoding: "utf8" });
      isKilled = !existsSync(countFile);
      expect({ mode, at, ended: signal ?? status }).toEqual({ mode, at, ended: isKilled ? "SIGKILL" : 0 });
      const text = readFileSync(file, "utf8");
      expect([old, changed]).toContain(text);
      seen.add(`${mode} ${text === old ? "old" : "new"}`);
    }
  }
  expect([...seen].toSorted()).toEqual(["kill new", "kill old", "kill-half new", "kill-half old"]);
});
