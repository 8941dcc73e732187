// Words that find nothing: a person is told how they were looked for and given a line that finds something; a pipe is not.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

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
  [
    ["search", "ferry @europe", "is:live"],
    '"@europe" was looked for as a word; the saved query, which stands by itself, finds 1 article',
    "stet search ferry @europe is:live",
  ],
  [["search", "harbor"], 'no article has "harbor"; did you mean harbour (', "stet search harbour"],
  [
    ["list", "ahrbour", "is:live"],
    'no article has "ahrbour"; did you mean harbour (',
    "stet list harbour is:live",
  ],
  [
    ["search", "ferry harbuor"],
    'no article has "harbuor"; did you mean harbour (',
    "stet search ferry harbour",
  ],
  [["search", "storn"], 'no article has "storn"; did you mean story (', "stet search story"],
  [["search", "vandermoor salt zzqq"], "have some", "stet search 'vandermoor OR salt'"],
];

test("what is told, and that the line given finds as many as were promised", async () => {
  const cwd = newsroom();
  for (const [line, why, instead] of TOLD) {
    const { exit, stdout, stderr } = await runStet(line, { cwd, terminal: 100 });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
    expect(stderr).toContain(why);
    expect(stderr).toContain(`→ ${instead}\n`);
    const [, promised = "none"] = /[;,].*[ (](\d+) articles?/.exec(stderr) ?? [];
    const [, ...words] = Array.from(
      instead.matchAll(/'([^']*)'|(\S+)/g),
      ([, quoted, plain = ""]) => quoted ?? plain,
    );
    const found = await runStet([...words, "--count"], { cwd });
    expect(found).toMatchObject({ exit: 0, stdout: `${promised}\n` });
  }
});

test("nothing is told in a pipe, where nothing looser finds anything, or of a query with connectives of its own", async () => {
  const cwd = newsroom();
  expect((await runStet(["list", "sal"], { cwd })).stderr).toBe("");
  for (const line of ["search zzqq qqzz", "search harbour OR zzqq is:killed", "list zzqq OR qqzz"]) {
    const { stderr } = await runStet(line.split(" "), { cwd, terminal: 100 });
    expect(stderr, line).not.toContain("→");
  }
});

test("nothing is told that is not so: no query of that name, nothing found by it, more asked for than the words", async () => {
  const cwd = sampleNewsroom();
  writeFileSync(path.join(cwd, "query"), "tag:nosuch\n");
  const lines = [
    ["search", "zzqq @elonmusk"],
    ["list", "salt @europe", "is:killed"],
    ["list", "headline:ferry @europe"],
    ["list", "salt", "--query-file", "query"],
    ["search", "--stem", "salt ledger of"],
  ];
  for (const line of lines) {
    const { exit, stderr } = await runStet(line, { cwd, terminal: 100 });
    expect({ exit, told: stderr.includes("→") }, line.join(" ")).toEqual({ exit: 0, told: false });
  }
});

test("what cannot be read in stet.yaml is no matter of a word", async () => {
  const cwd = sampleNewsroom();
  const file = path.join(cwd, "stet.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^queries:$/m, 'queries:\n  broken: "is:nothing"'));
  expect(await runStet(["list", "zzqq @broken"], { cwd, terminal: 100 })).toMatchObject({ exit: 0 });
});

test("stderr that a program reads has no lines for people", async () => {
  const cwd = newsroom();
  // Nothing is left to be read, and so no reading takes long enough to be told of.
  await runStet(["list"], { cwd });
  for (const words of [["sal"], ["section:eruope"]])
    expect((await runStet(["list", ...words, "--json"], { cwd, terminal: 100 })).stderr).toBe("");
});
