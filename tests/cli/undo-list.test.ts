// `stet undo --list`: a table for people, tabs for scripts.
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

async function changedNewsroom(): Promise<string> {
  const cwd = sampleNewsroom();
  await runStet(["set", "kicker=Stage", "the-salt-ledger"], { cwd });
  await runStet(["rename", "the-salt-ledger", "the-salt-books"], { cwd });
  await runStet(["set", "tag+=winter", "-y", "-Q", "section:culture"], { cwd });
  return cwd;
}

test("on a terminal when, by which command and to which files, which have the names they have since", async () => {
  const { stdout } = await runStet(["undo", "--list"], {
    cwd: await changedNewsroom(),
    terminal: 80,
    env: { NO_COLOR: "1", STET_NOW: "2126-12-01T09:00:00Z" },
  });
  const [heading, ...steps] = stdout.trimEnd().split("\n");
  expect(heading).toMatch(/^WHEN +COMMAND +FILES$/);
  const day = String.raw`\d{1,2} \w{3,4} \d{4} \d\d:\d\d`;
  expect(steps).toEqual([
    expect.stringMatching(RegExp(`^${day}  set      [3-9] files: articles/`)),
    expect.stringMatching(RegExp(`^${day}  rename   articles/2025/11/the-salt-books.yaml$`)),
    expect.stringMatching(RegExp(`^${day}  set      articles/2025/11/the-salt-ledger.yaml$`)),
  ]);
});

test("no row is wider than the terminal", async () => {
  const cwd = await changedNewsroom();
  for (const terminal of [40, 60, 200]) {
    const { stdout } = await runStet(["undo", "--list"], { cwd, terminal, env: { NO_COLOR: "1" } });
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(terminal);
  }
});

test("in a pipe tabs, and every name", async () => {
  const { stdout } = await runStet(["undo", "--list"], { cwd: await changedNewsroom() });
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((row) => row.split("\t"));
  expect(rows.map(([, command]) => command)).toEqual(["set", "rename", "set"]);
  expect(rows[1]?.[2]).toBe("articles/2025/11/the-salt-ledger.yaml articles/2025/11/the-salt-books.yaml");
  expect(rows[0]?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
});
