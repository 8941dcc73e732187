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

const BUNDLE = path.join(PROJECT, "dist/stet.cjs");

/** The texts of the bundle's parts that `stet LINE` evaluates, as V8 counts their calls. */
function partsRun(line: readonly string[], newsroom: string): string[] {
  const folder = temporaryFolder();
  spawnStet(line, { cwd: newsroom, env: { NODE_V8_COVERAGE: folder } });
  const [file = ""] = readdirSync(folder);
  const { result }: Coverage = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  const source = readFileSync(BUNDLE, "latin1");
  const functions = result.find(({ url }) => url.endsWith("/dist/stet.cjs"))?.functions ?? [];
  const parts = functions.filter(({ functionName }) => /\.cjs$|^lazy-/.test(functionName));
  return parts.flatMap(({ ranges: [whole] }) =>
    whole === undefined || whole.count === 0 ? [] : [source.slice(whole.startOffset, whole.endOffset)],
  );
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly {
        readonly startOffset: number;
        readonly endOffset: number;
        readonly count: number;
      }[];
    }[];
  }[];
}

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
    // The picker, a line, yes or no.
    for (const [command, shown] of [
      ["pick", "esc cancel"],
      ["new", "Headline:"],
      ["rm the-salt-ledger the-bog-that-pays-rent", "(y/N)"],
    ] as const) {
      const folder = sampleNewsroom();
      const terminal = openTerminal(`stet ${command} | cat > out.txt`, { cwd: folder });
      await terminal.shows(shown);
      terminal.type(KEYS.esc);
      expect((await terminal.ended()).raw).toMatch(/\u001B\[36m/);
      expect(readFileSync(path.join(folder, "out.txt"), "utf8")).toBe("");
    }
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

test("H7 packages cost up to 70 ms at every start: stet is one file, of which only what a command uses is run", () => {
  // A word of each package's own text, by which the part of the bundle is known that holds it.
  const packages = {
    yaml: "Document with errors cannot be stringified",
    inquirer: "ExitPromptError",
    saxes: "SaxesParser",
    mustache: "mustache.js",
    "jq-wasm": "jq-wasm",
    transliteration: "transliterate",
  };
  const run = (...line: string[]): string => partsRun(line, cwd).join("\n");
  const usedBy = (text: string): string[] =>
    Object.entries(packages).flatMap(([name, word]) => (text.includes(word) ? [name] : []));
  expect(usedBy(readFileSync(BUNDLE, "latin1"))).toEqual(Object.keys(packages));
  expect(usedBy(run("-h"))).toEqual([]);
  // The index answers. Files as young as those of a copy would be read once more.
  const list = ["list", "section:culture"];
  spawnStet(list, { cwd: PROJECT });
  expect(usedBy(partsRun(list, PROJECT).join("\n"))).toEqual([]);
  expect(usedBy(run("set", "kicker=Opera", "the-salt-ledger"))).not.toContain("inquirer");
  expect(usedBy(run("render", "the-salt-ledger", "--to", "html"))).toContain("mustache");
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

test("H10 yaml is silent about text it loses: stet is not, and shows the line as it should be", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  const lost = [
    ["Fans say #MeToo", '"#MeToo" is read as a comment and lost'],
    ["&c", '"&c" is read as an anchor and lost'],
    ["!important story", '"!important" is read as a tag and lost'],
    ['"Never closed', "this quote is never closed"],
  ] as const;
  for (const [index, [value]] of lost.entries())
    writeFileSync(path.join(folder, `articles/a${index}.yaml`), `headline: ${value}\nstatus: draft\n\n`);
  writeFileSync(path.join(folder, "articles/year.yaml"), "headline: 1984\n");
  const { stdout, exit } = await runStet(["check"], { cwd: folder });
  expect(exit).toBe(1);
  for (const [index, [value, message]] of lost.entries())
    expect(stdout).toMatch(
      new RegExp(
        `^error: articles/a${index}\\.yaml: ${message}\n +1 \\| headline: ${value}\n.*\\^\n` +
          `help: 1 \\| headline: "${value.replace('"', "")}"\n`,
        "m",
      ),
    );
  const { stdout: year } = await runStet(["show", "year", "--json=headline"], { cwd: folder });
  expect(JSON.parse(year)).toEqual({ headline: "1984" });
});

test("H11 a broken pipe is swallowed and the work goes on: stet stops at once, with 0 and without a word", () => {
  // Each article is more than a pipe holds; what is opened of them is counted.
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  const body = "  Words upon words.\n".repeat(5_000);
  for (let index = 0; index < 100; index++)
    writeFileSync(path.join(folder, `articles/a${index}.yaml`), `headline: A\nbody: |\n${body}`);
  const counter = path.join(folder, "count.cjs");
  writeFileSync(
    counter,
    `const fs = require("node:fs"); const { openSync } = fs; let opened = 0;
fs.openSync = (...of) => { opened += /a\\d+\\.yaml$/.test(String(of[0])) ? 1 : 0; return openSync(...of); };
process.on("exit", () => fs.writeFileSync("opened", String(opened)));`,
  );
  const script = `"${process.execPath}" --require ${counter} "${PROGRAM}" export --to ndjson | head -c 10`;
  const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", script], {
    cwd: folder,
    env: environmentOf({ cwd: folder }),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const opened = Number(readFileSync(path.join(folder, "opened"), "utf8"));
  expect(opened).toBeGreaterThan(0);
  expect(opened).toBeLessThan(20);
});
