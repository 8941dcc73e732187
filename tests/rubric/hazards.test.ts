// The eleven hazards of the packages stet stands on, each with what stet does instead.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { environmentOf, PROGRAM, runStet, spawnStet } from "../support/run-stet.ts";
import { PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd, stet } = newsroomToRead();

/** The files of src/ whose text `pattern` is in. */
function sourcesWith(pattern: RegExp): string[] {
  const source = path.join(PROJECT, "src");
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && pattern.test(readFileSync(path.join(source, file), "utf8")))
    .map((file) => file.split(path.sep).join("/"))
    .toSorted();
}

test("H1 chalk ignores NO_COLOR: stet decides the colour itself, in the one file that imports chalk", async () => {
  expect(sourcesWith(/from "chalk"|import\("chalk"\)/)).toEqual(["cli/style.ts"]);
  for (const [env, isColoured] of [
    [{ NO_COLOR: "1" }, false],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    [{ CLICOLOR: "0" }, false],
    [{}, true],
  ] as const) {
    const { stdout } = await runStet(["list"], { cwd, terminal: 80, env });
    expect({ env, isColoured: stdout.includes("\u001B[") }).toEqual({ env, isColoured });
  }
});

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test("H2 a search prompt answers text and Enter in one chunk with the wrong row: the picker does not", async () => {
    expect(sourcesWith(/@inquirer\/search|type: "search"/)).toEqual([]);
    const terminal = openTerminal("stet pick", { cwd });
    await terminal.shows("esc cancel");
    terminal.type(`bog-that${KEYS.enter}`);
    expect((await terminal.ended()).text.endsWith("the-bog-that-pays-rent\n")).toBe(true);
  });

  test("H3 Ctrl-D ends a prompt with exit 0 and without cleaning up: stet ends with 130 and leaves nothing", async () => {
    const folder = sampleNewsroom();
    const before = readdirSync(path.join(folder, "articles/2026/11"));
    const terminal = openTerminal("stet new; code=$?; stty -a | grep -o -- '-*icanon'; exit $code", {
      cwd: folder,
    });
    await terminal.shows("Headline:");
    terminal.type("Tide");
    await terminal.shows("slug: tide");
    terminal.type("\u0004");
    const { exit, text, raw } = await terminal.ended();
    expect({ exit, after: readdirSync(path.join(folder, "articles/2026/11")) }).toEqual({
      exit: 130,
      after: before,
    });
    expect(text).toMatch(/cancelled; nothing was changed\nicanon\n$/);
    expect(raw.lastIndexOf("\u001B[?25h")).toBeGreaterThanOrEqual(raw.lastIndexOf("\u001B[?25l"));
  });

  test("H4 Esc does nothing in a prompt: in stet it cancels", async () => {
    const terminal = openTerminal("stet new", { cwd });
    await terminal.shows("Headline:");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
  });

  test("H6 prompts go to stdout and lose their colour when it is piped: stet's go to stderr, coloured", async () => {
    const terminal = openTerminal("stet pick | cat > out.txt", { cwd: sampleNewsroom() });
    await terminal.shows("esc cancel");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).raw).toMatch(/\u001B\[36m/);
  });
});

test("H5 an editor prompt drops the text and the editor's status: stet keeps the one and heeds the other", () => {
  expect(sourcesWith(/type: "editor"|@inquirer\/editor/)).toEqual([]);
  const folder = sampleNewsroom();
  const editor = path.join(folder, "ed");
  writeFileSync(editor, '#!/bin/sh\necho "notes: kept" >> "$1"\nexit 7\n', { mode: 0o755 });
  const { exit, stderr } = spawnStet(["edit", "the-salt-ledger"], { cwd: folder, env: { EDITOR: editor } });
  expect({ exit, stderr }).toEqual({ exit: 1, stderr: expect.stringContaining("status 7") });
  const draft = readFileSync(path.join(folder, ".stet/drafts/the-salt-ledger.yaml"), "utf8");
  expect(draft).toContain("notes: kept");
});

test("H7 packages cost up to 70 ms at every start: stet starts from one file and loads them when they are used", () => {
  const trace = path.join(temporaryFolder(), "trace.cjs");
  writeFileSync(
    trace,
    `const Module = require("node:module"); const load = Module._load;
Module._load = function (name, ...rest) { process.stderr.write(name + "\\n"); return load.call(this, name, ...rest); };`,
  );
  const run = (...line: string[]) =>
    spawnSync(process.execPath, ["--require", trace, PROGRAM, ...line], {
      cwd,
      env: environmentOf({ cwd }),
      encoding: "utf8",
    }).stderr;
  const loaded = `${run("--version")}${run("list", "--count")}`;
  expect(loaded).not.toMatch(/inquirer|jq-wasm|markdown-it|saxes|mustache|transliteration/);
});

test("H8 process.exit cuts output short in a pipe: stet never calls it, and all bytes arrive", async () => {
  expect(sourcesWith(/process\.exit\(|\bexit\(\d/)).toEqual([]);
  expect(readFileSync(path.join(PROJECT, ".oxlintrc.json"), "utf8")).toContain(
    '"unicorn/no-process-exit": "error"',
  );
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  const body = "  Words upon words.\n".repeat(30_000);
  writeFileSync(path.join(folder, "articles/long.yaml"), `headline: Long\nbody: |\n${body}`);
  const child = spawn(process.execPath, [PROGRAM, "export", "--to", "json"], {
    cwd: folder,
    env: environmentOf({ cwd: folder }),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const chunks: Buffer[] = [];
  await new Promise((resolve) => setTimeout(resolve, 400));
  for await (const chunk of child.stdout) chunks.push(chunk);
  expect(JSON.parse(Buffer.concat(chunks).toString("utf8"))[0].body.length).toBe(30_000 * 18);
});

test("H9 commander: exit 1 for usage, bare help on stderr, -tag as an option, --json that swallows a word", async () => {
  expect((await stet("list", "--nope")).exit).toBe(2);
  expect(await stet()).toMatchObject({ stderr: "", exit: 0 });
  expect((await stet("list", "-section:culture", "--count")).exit).toBe(0);
  const both = JSON.parse((await stet("list", "--json", "section:culture")).stdout);
  const count = Number((await stet("list", "section:culture", "--count")).stdout);
  expect(both.length).toBe(count);
  expect((await stet("list", "--json", "slug,headline")).stderr).toContain("--json=slug,headline");
  expect((await stet("lst")).stderr).not.toContain("ls,");
});

test("H10 yaml is silent about text it loses: stet is not", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  const values = ["Fans say #MeToo", "&c", "!important story", "1984"];
  for (const [index, value] of values.entries()) {
    writeFileSync(path.join(folder, `articles/a${index}.yaml`), `headline: ${value}\n`);
  }
  writeFileSync(path.join(folder, "articles/open.yaml"), 'headline: "Never closed\nstatus: draft\n\n');
  const { stdout, stderr } = await runStet(["check"], { cwd: folder });
  const said = stdout + stderr;
  for (const index of [0, 1, 2]) expect(said).toContain(`articles/a${index}.yaml`);
  const { stdout: year } = await runStet(["show", "a3", "--json=headline"], { cwd: folder });
  expect(JSON.parse(year)).toEqual({ headline: "1984" });
  expect(said).toMatch(/articles\/open\.yaml.*quote.*\n\s+1 \|/);
});

test("H11 a broken pipe is swallowed and the work goes on: stet stops at once, with 0 and without a word", () => {
  const script = `"${process.execPath}" "${PROGRAM}" list --ndjson=all | head -c 10 > /dev/null`;
  const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", script], {
    cwd,
    env: environmentOf({ cwd }),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
