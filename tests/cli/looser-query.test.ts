// Words that find nothing: a person is told how they were looked for and given a line that finds something; a pipe is not.
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const TOLD: readonly (readonly [readonly string[], string, string])[] = [
  [
    ["search", "salt ledger of"],
    "these words in a row; 1 article has them all",
    "stet search salt ledger of",
  ],
  [["list", "sal", "-tag:rail"], "words that begin so", "stet list 'sal*' -tag:rail"],
  [
    ["search", "what happened with the harbour tide last week"],
    "no article has all of these words; 11 articles have some",
    "stet search 'happened OR harbour OR tide OR week'",
  ],
  [["search", "salt @hot", "is:draft"], '"@hot" was looked for as a word', "stet search salt @hot is:draft"],
];

test("what is told, and that the line given finds as many as were promised", async () => {
  const cwd = sampleNewsroom();
  for (const [line, why, instead] of TOLD) {
    const { exit, stdout, stderr } = await runStet(line, { cwd, terminal: 100 });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
    expect(stderr).toContain(why);
    expect(stderr).toContain(`→ ${instead}\n`);
    const [, promised] = /; (\d+) articles?/.exec(stderr) ?? [];
    const [, ...words] = Array.from(
      instead.matchAll(/'([^']*)'|(\S+)/g),
      ([, quoted, plain = ""]) => quoted ?? plain,
    );
    const found = await runStet([...words, "--count"], { cwd });
    if (promised !== undefined) expect(found.stdout).toBe(`${promised}\n`);
  }
});

test("nothing is told in a pipe, where nothing looser finds anything, or of a query with connectives of its own", async () => {
  const cwd = sampleNewsroom();
  expect((await runStet(["list", "sal"], { cwd })).stderr).toBe("");
  for (const line of ["search zzqq qqzz", "search harbour OR zzqq is:killed", "list zzqq OR qqzz"]) {
    const { stderr } = await runStet(line.split(" "), { cwd, terminal: 100 });
    expect(stderr, line).not.toContain("→");
  }
});
