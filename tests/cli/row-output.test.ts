// The outputs of rows that list, search, related and show share: --format and --jq among them, and what does not go together.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const OPERA = ["list", "tag:opera"];
const OWN = '{"rating":{"stars":4,"of":5},"print_page":27}';

describe("list", () => {
  test.each([
    [["--format", "{slug}: {words|num}"], "the-salt-ledger: 476\n"],
    [["--format", String.raw`{slug}\0`], "the-salt-ledger\0"],
    [["--format", String.raw`{slug}\c`], "the-salt-ledger"],
    [["--format", "{if summary}yes{else}no{end}"], "yes\n"],
    [["--jq", ".[].slug"], "the-salt-ledger\n"],
    [
      ["--json=slug,tags", "--jq", ".[0]"],
      '{"slug":"the-salt-ledger","tags":["opera","reviews","new-music"]}\n',
    ],
    [["--jq", "length"], "1\n"],
    [["--json=x", "--jq", ".[0].x.print_page"], "27\n"],
    [["--format", "{slug} {x|json}"], `the-salt-ledger ${OWN}\n`],
    [["-F", "x"], `${OWN}\n`],
    [["--csv=slug,words,slug"], "slug,words,slug\nthe-salt-ledger,476,the-salt-ledger\n"],
    [["-F", "words,words"], "476\t476\n"],
    [["-F", "slug,words", "--json"], '[\n{"slug":"the-salt-ledger","words":476}\n]\n'],
    [["-F", "slug,words", "--ndjson"], '{"slug":"the-salt-ledger","words":476}\n'],
    [["-F", "slug,words", "--csv"], "slug,words\nthe-salt-ledger,476\n"],
    [["-F", "slug", "--jq", '.[0]|keys|join(",")'], "slug\n"],
  ])("%j", async (options, stdout) => {
    const cwd = newsroom();
    expect(await runStet([...OPERA, ...options], { cwd })).toEqual({ stdout, stderr: "", exit: 0 });
  });

  test.each([
    [["--format", "{slug}", "--json"], "--json and --format are two outputs; choose one"],
    [["--format", "{slug}", "--csv"], "--csv and --format are two outputs; choose one"],
    [["--slugs", "--format", "{slug}"], "--format and --slugs are two outputs; choose one"],
    [["--jq", ".", "--csv"], "--jq goes with --json, not with --csv"],
    [["--jq", ".", "--format", "{slug}"], "--jq goes with --json, not with --format"],
    [["--jq", ".", "--count"], "--jq goes with --json, not with --count"],
    [["--jq", ".", "-0"], "-0 does not go with --jq"],
    [["--format", "{slug}", "-0"], String.raw`-0 does not go with --format; end the template with \0`],
    [["--format", "{slug}", "-F", "slug"], "-F does not go with --format"],
    [["--csv=slug", "-F", "words"], "-F and --csv=LIST both name the fields; choose one"],
    [["--slugs", "-F", "slug"], "-F does not go with --slugs"],
    [["--json", "-0"], "-0 does not go with --json"],
    [["--json", "--bom"], "--bom and --raw go with --csv"],
    [["-F", "slug,snippet"], '"snippet" is no field of a list'],
  ])("%j is refused", async (options, message) => {
    const { stdout, stderr, exit } = await runStet([...OPERA, ...options], { cwd: newsroom() });
    expect([stdout, exit]).toEqual(["", 2]);
    expect(stderr).toContain(message);
  });

  test.each([["{slug|tr:5}"], ["{nope}"], ["{score}"], ["{slug"]])(
    "a template that cannot be read: %s",
    async (template) => {
      const { stdout, stderr, exit } = await runStet([...OPERA, "--format", template], {
        cwd: newsroom(),
      });
      expect([stdout, exit]).toEqual(["", 2]);
      expect(stderr).toContain(`  ${template}\n`);
    },
  );

  test("an expression that fails prints nothing", async () => {
    const { stdout, stderr, exit } = await runStet([...OPERA, "--jq", ".[] | .words | keys"], {
      cwd: newsroom(),
    });
    expect([stdout, exit]).toEqual(["", 2]);
    expect(stderr).toContain("--jq '.[] | .slug'");
  });

  test("what jq says on the way goes to stderr", async () => {
    const { stdout, stderr } = await runStet([...OPERA, "--jq", ".[0].words | debug"], {
      cwd: newsroom(),
    });
    expect([stdout, stderr]).toEqual(["476\n", '["DEBUG:",476]\n']);
  });

  test("a terminal gets no control characters out of articles, a pipe every byte", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/2026/11/hostile.yaml"), 'headline: "a\\eb"\n');
    const env = { NO_COLOR: "1" };
    for (const options of [
      ["--jq", ".[].headline"],
      ["--format", "{headline}"],
    ]) {
      const line = ["list", "slug:hostile", ...options];
      expect((await runStet(line, { cwd, terminal: 80, env })).stdout).toBe("a^[b\n");
      expect((await runStet(line, { cwd })).stdout).toBe("a\u001Bb\n");
    }
  });
});

describe("show", () => {
  test.each([
    [["--format", "{headline|trunc:16} {words}"], "The Salt Ledger… 476\n"],
    [["--jq", ".slug"], "the-salt-ledger\n"],
    [["--json=slug,words", "--jq", "."], '{"slug":"the-salt-ledger","words":476}\n'],
    [["--json=slug"], '{"slug":"the-salt-ledger"}\n'],
  ])("%j", async (options, stdout) => {
    const cwd = newsroom();
    expect(await runStet(["show", "the-salt-ledger", ...options], { cwd })).toEqual({
      stdout,
      stderr: "",
      exit: 0,
    });
  });

  test.each([
    [["--format", "{slug}", "--json"], "--json and --format are two outputs; choose one"],
    [["--format", "{slug}", "--jq", "."], "--jq and --format are two outputs; choose one"],
    [["--jq", "nope"], "--jq .slug"],
  ])("%j is refused", async (options, message) => {
    const { stdout, stderr, exit } = await runStet(["show", "the-salt-ledger", ...options], {
      cwd: newsroom(),
    });
    expect([stdout, exit]).toEqual(["", 2]);
    expect(stderr).toContain(message);
  });
});
