// `stet stats`, `stet tags` and `stet calendar`: what people see at every width, and what programs get.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { runStet, type Invocation, type Outcome } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const run = (line: readonly string[], invocation: Partial<Invocation> = {}): Promise<Outcome> =>
  runStet(line, { cwd: newsroom(), ...invocation, env: { NO_COLOR: "1", ...invocation.env } });
const linesOf = ({ stdout }: Outcome): string[] => stdout.replace(/\n$/, "").split("\n");

describe("on a terminal", () => {
  test("stats --by section", async () => {
    const { stdout, stderr } = await run(["stats", "--by", "section", "-n", "4"], { terminal: 80 });
    expect(stdout).toBe(
      [
        "SECTION   ARTICLES  SHARE  WORDS  2025-12..2026-11",
        "World            8  24.2%  4,198  ▁▃▃▁▃▃▁▁▁▁▃▇",
        "  Europe         3   9.1%  2,189  ▁▁▇▁▁▁▁▁▁▁▇▇",
        "  Asia           2   6.1%  1,227  ▁▇▁▁▁▁▁▁▁▁▁▁",
        "  Africa         1   3.0%    247  ▁▁▁▁▁▇▁▁▁▁▁▁",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe(
      "33 articles · 12,987 words · a section counts those below it, too\n-n 0 shows all\n",
    );
  });

  test("stats --by month has bars", async () => {
    const { stdout } = await run(["stats", "--by", "month", "published:2026-07..2026-09", "--ascii"], {
      terminal: 80,
    });
    expect(stdout).toBe(
      [
        "MONTH    ARTICLES  SHARE  WORDS",
        "2026-09         1  25.0%    514  ############",
        "2026-08         1  25.0%    337  ############",
        "2026-07         2  50.0%    320  ########################",
        "",
      ].join("\n"),
    );
  });

  test("stats shows ten of each unless told otherwise", async () => {
    const { stdout, stderr } = await run(["stats"], { terminal: 80 });
    const tables = stdout.split("\n\n").map((table) => table.trimEnd().split("\n"));
    expect(tables.map(([heading]) => heading?.split(" ")[0])).toEqual([
      "STATE",
      "SECTION",
      "AUTHOR",
      "MONTH",
    ]);
    expect(tables.map((table) => table.length - 1)).toEqual([9, 10, 10, 10]);
    expect(stderr).toBe("33 articles · 12,987 words · by month it was published · -n 0 shows all\n");
  });

  test("tags", async () => {
    const { stdout, stderr } = await run(["tags", "-n", "2"], { terminal: 80 });
    expect(stdout).toBe(
      [
        "TAG          ARTICLES  LIVE  LAST USED",
        "port-averne         3     2  Sat 21 Nov",
        "railways            3     2  Tue 17 Nov",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("2 of 75 tags in 33 articles · -n 0 shows all\n");
  });

  test("calendar", async () => {
    const { stdout, stderr } = await run(["calendar", "section:politics", "OR", "section:climate"], {
      terminal: 80,
    });
    expect(stdout).toBe(
      [
        "November 2026",
        "Mon        Tue        Wed        Thu        Fri        Sat        Sun",
        "                                                                    1",
        "  2          3          4          5          6          7          8",
        "  9         10         11         12         13         14         15",
        " 16         17         18         19         20         21        [22]",
        "                                                        ●1",
        " 23         24         25         26         27         28         29",
        " 30",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("● 1 went out · ◷ 0 planned · ! 0 late · ⊘ 0 embargoes end\n");
  });

  test("calendar of an American newsroom in ASCII, at 40 columns", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nlanguage: en-US\ntimezone: Europe/Brussels\n");
    const { stdout, stderr } = await run(["calendar", "2027-01", "--ascii"], { terminal: 40, cwd });
    expect(stdout).toBe(
      [
        "January 2027",
        "Sun  Mon  Tue  Wed  Thu  Fri  Sat",
        "                           1    2",
        "  3    4    5    6    7    8    9",
        " 10   11   12   13   14   15   16",
        "                          @1",
        "                          #1",
        " 17   18   19   20   21   22   23",
        " 24   25   26   27   28   29   30",
        " 31",
        "",
        "Fri 15 Jan 11:00  @ planned       rus...",
        "Fri 15 Jan 11:00  # embargo ends  rus...",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("* 0 went out - @ 1 planned - ! 0 late\n# 1 embargo ends\n");
  });

  const commands = [
    ["stats"],
    ["stats", "--by", "tag"],
    ["stats", "--by", "day"],
    ["tags"],
    ["calendar", "2027-01"],
  ];
  test.each(
    commands.flatMap((line) => [20, 40, 80, 200].map((columns) => [line.join(" "), columns] as const)),
  )("%s fits %i columns", async (line, columns) => {
    const outcome = await run(line.split(" "), { terminal: columns });
    expect(outcome.exit).toBe(0);
    expect(linesOf(outcome).filter((each) => displayWidth(each) > columns)).toEqual([]);
    expect(linesOf(outcome).length).toBeGreaterThan(1);
  });

  test("nothing found is a footer alone", async () => {
    const outcomes = [
      await run(["stats", "tag:nosuch"], { terminal: 80 }),
      await run(["tags", "tag:nosuch"], { terminal: 80 }),
    ];
    expect(outcomes).toEqual([
      { stdout: "", stderr: "0 articles · 0 words\n", exit: 0 },
      { stdout: "", stderr: "0 tags in 0 articles\n", exit: 0 },
    ]);
  });
});

describe("in a pipe", () => {
  test.each([
    [
      ["stats", "--by", "author", "-n", "2"],
      "Sunniva Drageset\t7\t2475\t0.2121\nCourier newsdesk\t3\t793\t0.0909\n",
    ],
    [
      ["stats", "-n", "1"],
      "total\t\t33\t12987\t1\nstate\tlive\t22\t10944\t0.6667\nsection\tworld\t8\t4198\t0.2424\nauthor\tSunniva Drageset\t7\t2475\t0.2121\nmonth\t2027-01\t1\t293\t0.0303\n",
    ],
    [["stats", "--by", "month", "is:draft"], "\t3\t239\t1\n"],
    [["stats", "--by", "section", "tag:nosuch"], ""],
    [["tags", "-s", "-used", "-n", "1"], "corrosion\t1\t0\t2027-01-15T11:00:00+01:00\n"],
    [
      ["calendar", "next-month"],
      "2026-12-05T06:30:00+01:00\tplanned\tthe-harbour-that-rose-twice\tThe harbour that rose twice\n",
    ],
    [["calendar", "1999-01"], ""],
  ])("%j", async (line, stdout) => {
    expect(await run(line)).toEqual({ stdout, stderr: "", exit: 0 });
  });

  test("all rows, however many", async () => {
    expect(linesOf(await run(["tags"])).length).toBe(75);
  });
});

describe("--json", () => {
  const parsed = async (line: readonly string[]): Promise<unknown> => JSON.parse((await run(line)).stdout);

  test.each([
    [
      ["stats", "--by", "section", "section:world/europe", "published:2026-10..", "--json"],
      [
        {
          group: "world",
          articles: 2,
          own: 0,
          words: 1413,
          share: 1,
          series: expect.objectContaining({ "2026-W47": 1, "2026-W46": 0 }),
        },
        {
          group: "world/europe",
          articles: 2,
          own: 2,
          words: 1413,
          share: 1,
          series: expect.objectContaining({ "2026-W44": 1 }),
        },
      ],
    ],
    [["stats", "--by", "month", "is:draft", "--json=group,articles"], [{ group: null, articles: 3 }]],
    [["stats", "--json=articles,words"], { articles: 33, words: 12_987 }],
    [
      ["stats", "tag:nosuch", "--json"],
      { articles: 0, words: 0, state: [], section: [], author: [], month: [] },
    ],
    [
      ["tags", "tag:pensions", "--json=tag,live,near"],
      [
        { tag: "audit", live: 0, near: [] },
        { tag: "pensions", live: 0, near: [] },
        { tag: "port-averne", live: 0, near: [] },
      ],
    ],
    [["tags", "tag:nosuch", "--json"], []],
  ])("%j", async (line, value) => {
    expect(await parsed(line)).toEqual(value);
  });

  test("calendar gives every day", async () => {
    const days = await parsed(["calendar", "2027-01", "--json"]);
    expect(days).toHaveLength(31);
    expect(days).toContainEqual({
      date: "2027-01-14",
      today: false,
      out: 0,
      planned: 0,
      late: 0,
      embargo: 0,
      events: [],
    });
    expect(days).toContainEqual(expect.objectContaining({ date: "2027-01-15", planned: 1, embargo: 1 }));
  });

  test("an unknown key is a mistake", async () => {
    const { exit, stdout, stderr } = await run(["stats", "--by", "kind", "--json=groop"]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { message: '"groop" is no key here. Did you mean "group"?' },
    });
  });
});

describe("mistakes", () => {
  test.each([
    [["stats", "--by", "sectoin"], '--by takes no "sectoin". Did you mean "section"?'],
    [["stats", "--date", "embargo"], '--date takes no "embargo"'],
    [["stats", "--by", "kind", "-s", "nmae"], '"nmae" is nothing to sort by. Did you mean "name"?'],
    [["tags", "-s", "count"], '"count" is nothing to sort by'],
    [["calendar", "2026-13"], 'cannot read the month "2026-13"'],
    [["calendar", "2026-1"], 'cannot read the month "2026-1"'],
    [["calendar", "2026"], 'cannot read the month "2026"'],
    [["calendar", "2026-W05"], 'cannot read the month "2026-W05"'],
    [["calendar", "next-week"], 'cannot read the month "next-week"'],
    [["calendar", "dec"], "stet calendar 2026-12; as a word: stet calendar this-month dec"],
    [["calendar", "February"], "stet calendar 2027-02; as a word: stet calendar this-month February"],
  ])("%j", async (line, message) => {
    const { exit, stdout, stderr } = await run(line);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  test.each([["stats"], ["tags"], ["calendar"]])(
    "%s counts the rest where a file cannot be read",
    async (name) => {
      const cwd = sampleNewsroom();
      writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: [");
      const { exit, stdout, stderr } = await run([name], { cwd });
      expect([exit, stdout === ""]).toEqual([6, false]);
      expect(stderr).toContain("articles/broken.yaml");
    },
  );
});
