// The format of `stet export`: named, said by the ending of the file, or mistaken for an option.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { exportCommand } from "../../src/cli/commands/export.ts";
import { DOCUMENT_NAMES } from "../../src/desk/export-document.ts";
import { FORMATS } from "../../src/formats/formats.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

test("help and completion name every format there is", () => {
  const names = exportCommand.options.find(({ flags }) => flags.startsWith("--to"))?.choices;
  expect(names).toEqual([...FORMATS.map(({ name }) => name), ...DOCUMENT_NAMES]);
});

test("without --to the ending of the file says the format; no ending, or another, is JSON", async () => {
  const cwd = sampleNewsroom();
  const exported = async (file: string, ...more: readonly string[]): Promise<string> => {
    const line = ["export", "the-salt-ledger", "-o", file, ...more];
    expect(await runStet(line, { cwd })).toMatchObject({ exit: 0, stderr: "" });
    return readFileSync(path.join(cwd, file), "utf8");
  };
  expect(await exported("out/salt.csv")).toMatch(/^id,slug,/);
  expect(await exported("out/SALT.CSV", "--bom")).toMatch(/^\uFEFFid,slug,/);
  const lines = await exported("out/salt.ndjson");
  expect(lines).toMatch(/^\{.*\}\n$/);
  expect(await exported("out/salt.jsonl")).toBe(lines);
  const json = await exported("out/salt.json");
  expect(json).toMatch(/^\[/);
  expect(await exported("out/salt")).toBe(json);
  expect(await exported("out/salt.txt")).toBe(json);
  expect(await exported("out/csv")).toBe(json);
  expect(await exported("out/named.csv", "--to", "ndjson")).toBe(lines);
});

test.each([
  [["export", "--csv"], "stet export --to csv"],
  [["export", "--json=slug"], "stet export --to json"],
  [["render", "the-salt-ledger", "--markdown"], "stet render --to markdown"],
  [["publish", "--skip"], "stet publish --if-busy skip"],
])("%j names the option it is a value of", async (line, meant) => {
  const { stderr, exit } = await runStet(line, { cwd: sampleNewsroom() });
  expect(exit).toBe(2);
  expect(stderr).toContain(meant);
});
