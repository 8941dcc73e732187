// `--json` of commands that change something: what they did, and nothing done where the keys are none.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

/** For people, or a document of its own. */
const WITHOUT = ["completion", "edit", "export", "man", "pick", "preview", "render", "schema"];

test("every command speaks JSON that does not print a document or is for people alone", () => {
  const without = COMMANDS.filter(({ options }) => options.every(({ flags }) => !flags.includes("--json")));
  expect(without.map(({ name }) => name).toSorted()).toEqual(WITHOUT);
});

const SALT = "articles/2025/11/the-salt-ledger.yaml";

test("a key that is none is refused before anything is done", async () => {
  const cwd = sampleNewsroom();
  await runStet(["set", "kicker=Salt", "the-salt-ledger"], { cwd });
  const look = (): unknown => [
    readdirSync(cwd, { recursive: true })
      .map(String)
      .filter((name) => !name.startsWith(".stet")),
    readFileSync(path.join(cwd, SALT), "utf8"),
  ];
  const before = look();
  const lines = [
    ["new", "Ferry"],
    ["set", "kicker=", "the-salt-ledger"],
    ["withdraw", "the-salt-ledger"],
    ["correct", "the-salt-ledger", "The year was wrong."],
    ["schedule", "chess-on-the-night-shift", "tomorrow 6:00"],
    ["rename", "the-salt-ledger", "salt"],
    ["rm", "the-salt-ledger"],
    ["undo"],
    ["publish"],
    ["init", "dir"],
    ["theme", "my-theme"],
  ];
  for (const line of lines)
    expect({ line, ...(await runStet([...line, "--json=slgu"], { cwd })) }).toMatchObject({
      line,
      exit: 2,
      stdout: "",
      stderr: expect.stringContaining(String.raw`\"slgu\" is no key here`),
    });
  expect(look()).toEqual(before);
});

test.each([
  ["due"],
  ["diff"],
  ["diff", "--ndjson=slgu"],
  ["log", "--since", "2099-01-01"],
  ["undo", "--list"],
  ["restore", "--list"],
  ["tags", "tag:nobody-has-it"],
])("a key that is none is refused where there is no object to lack it, too: %j", async (...line) => {
  const cwd = sampleNewsroom();
  const git = (...words: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Ilse", "-c", "user.email=ilse@courier.example", ...words], {
      cwd,
      encoding: "utf8",
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "The newsroom");
  const asked = line.some((word) => word.startsWith("--ndjson")) ? line : [...line, "--json=slgu"];
  expect(await runStet(asked, { cwd })).toMatchObject({
    exit: 2,
    stdout: "",
    stderr: expect.stringContaining(String.raw`\"slgu\" is no key here`),
  });
});

test("an article that changes and one that does not are told apart, and on a terminal it is JSON, too", async () => {
  const cwd = sampleNewsroom();
  await runStet(["set", "kicker=Salt", "the-salt-ledger"], { cwd });
  const { stdout } = await runStet(
    ["set", "kicker=Salt", "the-salt-ledger", "chess-on-the-night-shift", "--json=slug,change", "--yes"],
    { cwd, terminal: 80 },
  );
  expect(JSON.parse(stdout)).toEqual([
    { slug: "the-salt-ledger", change: "unchanged" },
    { slug: "chess-on-the-night-shift", change: "changed" },
  ]);
});

test("publish says what it released, what it wrote and what stood in the way", async () => {
  const cwd = sampleNewsroom();
  const publish = async (...line: string[]): Promise<Readonly<Record<string, unknown>>> => {
    const { stdout, exit } = await runStet(["publish", ...line, "--json"], { cwd });
    const answer: Record<string, unknown> = JSON.parse(stdout);
    return { exit, ...answer };
  };
  const plan = await publish("--dry-run");
  expect(plan).toMatchObject({ outcome: "planned", rewritten: 0, removed: 0, released: [], release: null });
  expect(existsSync(path.join(cwd, "site"))).toBe(false);
  expect(await publish()).toEqual({ ...plan, outcome: "published" });
  await runStet(["approve", "the-bog-that-pays-rent"], { cwd });
  const { paths, ...released } = await publish("the-bog-that-pays-rent");
  expect(released).toMatchObject({ exit: 0, released: ["the-bog-that-pays-rent"], problems: [] });
  expect(paths).toMatchObject({ added: expect.arrayContaining([expect.stringContaining("the-bog-that")]) });
  expect(await runStet(["publish", "--json", "--changed", "-"], { cwd })).toMatchObject({ exit: 2 });
});
