// `stet search` on the command line: what a person sees at any width, and what scripts get.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const NO_COLOR = { NO_COLOR: "1" };

describe("on a terminal", () => {
  test("a numbered line with state, slug and what was found; how many on stderr", async () => {
    const search = { cwd: newsroom(), terminal: 80, env: NO_COLOR };
    expect(await runStet(["search", "harbour", "tide"], search)).toEqual({
      stdout:
        "  1 ◷ scheduled  the-harbour-that-rose-t…  …in the harbour is measured from it,…\n" +
        "  2 ● live       the-tide-gauge-that-wou…  …1974 the harbour office added a…\n",
      stderr: "2 articles\n",
      exit: 0,
    });
  });

  test("what was found is bold where there is colour", async () => {
    const search = { cwd: newsroom(), terminal: 80, env: { FORCE_COLOR: "1" } };
    const { stdout } = await runStet(["search", "power chips"], search);
    expect(stdout).toContain("\u001B[1mpower chips\u001B[22m");
  });

  test("twenty, and the footer says how to see all", async () => {
    const search = { cwd: newsroom(), terminal: 80, env: NO_COLOR };
    const { stdout, stderr } = await runStet(["search", "the"], search);
    expect(stdout.split("\n")).toHaveLength(21);
    expect(stderr).toMatch(/^20 of \d\d articles · -n 0 shows all\n$/);
  });

  test("in ASCII", async () => {
    const search = { cwd: newsroom(), terminal: 80, env: NO_COLOR };
    expect((await runStet(["search", "tide", "gauge", "--ascii"], search)).stdout).toMatch(/^ {2}1 [@*] /);
  });

  test.each([24, 40, 59, 60, 80, 200])("fits %i columns", async (terminal) => {
    const search = { cwd: newsroom(), terminal, env: NO_COLOR };
    const { stdout } = await runStet(["search", "灯台", "OR", "harbour", "OR", "کتاب", "OR", "آب"], search);
    const widths = stdout.split("\n").map((line) => displayWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(terminal);
    expect(stdout).toContain("灯台");
  });

  test("hostile text stays text", async () => {
    const cwd = sampleNewsroom();
    const yaml = 'headline: "Zebra \\e]0;owned\\a \\e[2J"\nbody: "zebra \\e[31m \\u202E crossing"\n';
    writeFileSync(path.join(cwd, "articles/2026/11/hostile.yaml"), yaml);
    const { stdout } = await runStet(["search", "zebra"], { cwd, terminal: 80, env: NO_COLOR });
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u001B\u0007\u202E]/);
    expect(stdout).toContain("zebra ^[[31m");
  });
});

describe("in a pipe", () => {
  test("the columns of a list, then the score; nothing on stderr", async () => {
    const { stdout, stderr } = await runStet(["search", "harbour", "tide"], { cwd: newsroom() });
    const [first = ""] = stdout.split("\n");
    expect(first.split("\t").slice(0, 5)).toEqual([
      "the-harbour-that-rose-twice",
      "scheduled",
      "science",
      "2026-12-05T06:30:00+01:00",
      "The harbour that rose twice",
    ]);
    expect(Number(first.split("\t")[5])).toBeGreaterThan(0);
    expect(stderr).toBe("");
  });

  test("score is a number and snippet a text in JSON, and both come unasked", async () => {
    const { stdout } = await runStet(["search", "turnout", "--ndjson"], { cwd: newsroom() });
    expect(JSON.parse(stdout.split("\n")[0] ?? "")).toMatchObject({
      slug: "port-averne-harbour-list-loses-majority",
      score: expect.any(Number),
      snippet: expect.stringMatching(/turnout/i),
    });
  });

  test.each([
    [["--slugs"], "the-harbour-that-rose-twice\nthe-tide-gauge-that-would-not-lie\n"],
    [["--slugs", "-0"], "the-harbour-that-rose-twice\0the-tide-gauge-that-would-not-lie\0"],
    [["--slugs", "-n", "1"], "the-harbour-that-rose-twice\n"],
    [["--count"], "2\n"],
    [["--format", "{slug|trunc:12}"], "the-harbour…\nthe-tide-ga…\n"],
    [["--jq", "map(.headline)[1]"], "The tide gauge that would not lie\n"],
    [
      ["-F", "slug,state"],
      "the-harbour-that-rose-twice\tscheduled\nthe-tide-gauge-that-would-not-lie\tlive\n",
    ],
  ])("%j", async (options, stdout) => {
    const cwd = newsroom();
    expect(await runStet(["search", "harbour", "tide", ...options], { cwd })).toEqual({
      stdout,
      stderr: "",
      exit: 0,
    });
  });

  test("nothing found is no failure, but for -e", async () => {
    const cwd = newsroom();
    expect(await runStet(["search", "xyzzy"], { cwd })).toEqual({ stdout: "", stderr: "", exit: 0 });
    expect(await runStet(["search", "xyzzy", "-e"], { cwd })).toMatchObject({ stdout: "", exit: 1 });
  });

  test("--explain says how the query was understood", async () => {
    const { stderr } = await runStet(["search", "sea wall", "-tag:x", "--explain", "--count"], {
      cwd: newsroom(),
    });
    expect(stderr).toBe('"sea wall" -tag:x\n');
  });

  test.each([
    [[], "stet list"],
    [["tag:rail"], "stet list tag:rail"],
    [["-harbour", "section:science"], "stet list -harbour section:science"],
  ])("without a word to look for: %j", async (query, hint) => {
    const { stderr, exit } = await runStet(["search", "--", ...query], { cwd: newsroom() });
    expect([exit, stderr]).toEqual([2, `error: search needs a word or phrase to look for\n→ ${hint}\n`]);
  });

  test("a file that cannot be read is reported beside what was found", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/2026/11/broken.yaml"), "headline: [\n");
    const { stdout, stderr, exit } = await runStet(["search", "harbour", "tide", "--count"], { cwd });
    expect([stdout, exit]).toEqual(["2\n", 6]);
    expect(stderr).toContain("broken.yaml");
  });
});

test("a wide terminal shows the whole slug, a narrow one what fits", async () => {
  const slug = "the-tide-gauge-that-would-not-lie";
  const shown = async (terminal: number): Promise<string> =>
    (await runStet(["search", "gauge"], { cwd: newsroom(), terminal, env: { NO_COLOR: "1" } })).stdout;
  expect(await shown(200)).toContain(`live       ${slug}  `);
  expect(await shown(80)).toContain("live       the-tide-gauge-that-wou…  ");
});
