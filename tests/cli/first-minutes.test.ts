// Somebody who has never seen stet: a newsroom, a story written without a manual, and the site it is on.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

/** A program that does to the file named last what the shell says, once. */
function editor(cwd: string, script: string): string {
  const file = path.join(cwd, "nano");
  writeFileSync(
    file,
    `#!/bin/sh\nfor file do :; done\necho "$*" > called\ncp "$file" seen.yaml\n${script}\n`,
    {
      mode: 0o755,
    },
  );
  return file;
}

describe.skipIf(!HAS_TERMINAL)("the first minutes", () => {
  test("init asks for what a newsroom is, refuses what is none, and says what comes next", async () => {
    const cwd = temporaryFolder();
    const terminal = openTerminal("stet init delta", { cwd });
    await terminal.shows("Newsroom's name: (delta)");
    terminal.type("Delta Post\r");
    await terminal.shows("Site's address:");
    terminal.type("delta.example\r");
    await terminal.shows("Time zone: (UTC)");
    terminal.type("\t");
    await terminal.shows("Time zone: UTC");
    terminal.type("X\r");
    await terminal.shows('"UTCX" is no time zone');
    terminal.type("\u0015");
    await terminal.shows("Time zone: (UTC)");
    terminal.type("\r");
    await terminal.shows("Sections:");
    terminal.type("World, World/Europe\r");
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(text).toContain("→ cd delta\n→ stet new\n");
    expect(readFileSync(path.join(cwd, "delta/stet.yaml"), "utf8").split("\n").slice(1)).toEqual([
      "stet: 1",
      "name: Delta Post",
      "url: https://delta.example",
      "language: en",
      "timezone: UTC",
      "sections:",
      "  world: World",
      "  world/europe: Europe",
      "",
    ]);
  });

  test("cancelled at its last question, init has made nothing; -y asks nothing", async () => {
    const cwd = temporaryFolder();
    const asked = "stet init delta --name Delta --url https://delta.example/ --timezone UTC";
    const terminal = openTerminal(asked, { cwd });
    await terminal.shows("Sections:");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
    expect(readdirSync(cwd)).toEqual([]);
    expect((await openTerminal("stet -y init delta", { cwd }).ended()).exit).toBe(0);
  });

  test("a story typed without its indent is the story; how to write one is not kept", async () => {
    const cwd = temporaryFolder();
    await runStet(["init", ".", "--name", "Delta"], { cwd });
    const script = `printf 'No wind.\\n\\nNobody was late: said she.\\n## Later\\nRain.\\n' >> "$file"`;
    const terminal = openTerminal("stet new --headline Ferries --edit", {
      cwd,
      env: { EDITOR: editor(cwd, script) },
    });
    await terminal.shows("[f] fix as shown");
    terminal.type("f");
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(text).toContain("Saved ferries: 9 words\n→ stet show @last    → stet submit @last\n");
    expect(readFileSync(path.join(cwd, "seen.yaml"), "utf8")).toMatch(/^# The story goes under "body:"/);
    expect(readFileSync(path.join(cwd, "called"), "utf8")).toMatch(/^\+11,3 /);
    const file = readFileSync(path.join(cwd, "articles/2026/11/ferries.yaml"), "utf8");
    expect(file.slice(file.indexOf("body:"))).toBe(
      "body: |\n  \n  No wind.\n\n  Nobody was late: said she.\n  ## Later\n  Rain.\n",
    );
    expect(file).not.toContain("#  ");
    const steps = (await runStet(["undo", "--list"], { cwd })).stdout.trimEnd().split("\n");
    expect(steps.map((step) => step.split("\t")[1])).toEqual(["edit", "new"]);
  });

  test("an editor that is left at once changes nothing", async () => {
    const cwd = temporaryFolder();
    await runStet(["init", ".", "--name", "Delta"], { cwd });
    await runStet(["new", "Ferries"], { cwd });
    const file = path.join(cwd, "articles/2026/11/ferries.yaml");
    const before = readFileSync(file, "utf8");
    const terminal = openTerminal("stet edit ferries", { cwd, env: { EDITOR: editor(cwd, "") } });
    expect((await terminal.ended()).text).toContain("No change.");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(readdirSync(path.join(cwd, ".stet/drafts"))).toEqual([]);
  });
});

test("init refuses a language that is none, as every command would warn of it", async () => {
  const cwd = temporaryFolder();
  const { exit, stderr } = await runStet(["init", ".", "--language", "en_GB"], { cwd });
  expect({ exit, stderr }).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('"en_GB" is no language tag'),
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test("a zone that is none is told the nearest, and nothing is made", async () => {
  const cwd = temporaryFolder();
  const { exit, stderr } = await runStet(["init", ".", "--timezone", "Europe/Brusels"], { cwd });
  expect({ exit, stderr, made: readdirSync(cwd) }).toEqual({
    exit: 2,
    stderr:
      'error: "Europe/Brusels" is no time zone. Did you mean "Europe/Brussels"?\n→ --timezone Europe/Brussels\n',
    made: [],
  });
});

test("publishing without an address changes nothing and says the command that gives one", async () => {
  const cwd = sampleNewsroom();
  await runStet(["config", "unset", "url"], { cwd });
  const line = ["publish", "the-bog-that-pays-rent"];
  const file = path.join(cwd, "articles/2026/11/the-bog-that-pays-rent.yaml");
  const before = readFileSync(file, "utf8");
  const refused = await runStet(line, { cwd });
  expect(refused.exit).toBe(8);
  expect(refused.stderr).toContain("stet config set url https://courier.example/");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a key of stet.yaml is set, read and refused without a change of any other byte", async () => {
  const cwd = sampleNewsroom();
  const file = path.join(cwd, "stet.yaml");
  const before = readFileSync(file, "utf8");
  const set = await runStet(["config", "set", "url", "https://delta.example/"], { cwd });
  expect(set).toEqual({ stdout: "url\n", stderr: "", exit: 0 });
  expect(readFileSync(file, "utf8")).toBe(before.replace(/^url: .*$/m, "url: https://delta.example/"));
  expect((await runStet(["config", "get", "url"], { cwd })).stdout).toBe("https://delta.example/\n");
  const wrong = await runStet(["config", "set", "timezone", "Mars/Base"], { cwd });
  expect(wrong.exit).toBe(2);
  expect(readFileSync(file, "utf8")).toContain("url: https://delta.example/");
  expect(readFileSync(file, "utf8")).not.toContain("Mars");
});

test("started by npx, init says how stet is started from the newsroom", async () => {
  const cwd = temporaryFolder();
  const env = { npm_command: "exec", npm_config_local_prefix: path.join(cwd, "stet") };
  for (const [folder, line] of [
    ["stet/paper", "→ npx stet new\n"],
    ["paper", `→ npx --prefix ${cwd}/stet stet new\n`],
  ] as const) {
    const { stderr } = await runStet(["--no-input", "init", folder], { cwd, terminal: 100, env });
    expect(stderr).toContain(line);
  }
});
