import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { describeProgress, progressLine, type ProgressLine } from "../../src/cli/progress.ts";

interface Shown {
  readonly line: ProgressLine;
  readonly written: () => string;
  readonly at: (ms: number) => void;
}

function shown(env: Io["env"] = {}, { terminal = true, quiet = false, columns = 80 } = {}): Shown {
  let written = "";
  let now = 0;
  const output = {
    isTerminal: terminal,
    columns,
    write: (text: string): Promise<void> => {
      written += text;
      return Promise.resolve();
    },
  };
  const io: Io = {
    stdin: { isTerminal: false, readAll: () => Promise.resolve(Buffer.alloc(0)) },
    stdout: output,
    stderr: output,
    env,
    cwd: "/",
    shellPid: undefined,
    now: () => 0,
    clock: () => 0,
    elapsed: () => now,
    random: (count) => new Uint8Array(count),
  };
  return { line: progressLine(io, { quiet }), written: () => written, at: (ms) => (now = ms) };
}

describe("progressLine", () => {
  test("says nothing in the first 300 ms", () => {
    const { line, written, at } = shown();
    at(299);
    line.show({ done: 10, total: 100 });
    expect(written()).toBe("");
  });

  test("draws one line over itself, ten times a second at most", () => {
    const { line, written, at } = shown();
    at(500);
    line.show({ done: 50, total: 200 });
    at(599);
    line.show({ done: 60, total: 200 });
    at(600);
    line.show({ done: 100, total: 200 });
    expect(written()).toBe(
      "\rreading 50 of 200, 100/s, 2 s left\u001B[K\rreading 100 of 200, 167/s, 1 s left\u001B[K",
    );
  });

  test("wipes the line at the end, once", () => {
    const { line, written, at } = shown();
    at(1000);
    line.show({ done: 1, total: 2 });
    line.show({ done: 2, total: 2 });
    line.wipe();
    expect(written()).toBe("\rreading 1 of 2, 1/s, 1 s left\u001B[K\r\u001B[K");
  });

  test("writes nothing to wipe where nothing was drawn", () => {
    const { line, written } = shown();
    line.show({ done: 2, total: 2 });
    line.wipe();
    expect(written()).toBe("");
  });

  test.each([
    ["a pipe", {}, { terminal: false }],
    ["-q", {}, { quiet: true }],
  ])("%s gets nothing", (_, env, how) => {
    const { line, written, at } = shown(env, how);
    at(60_000);
    line.show({ done: 1, total: 2 });
    expect(written()).toBe("");
  });

  test.each([{ ACCESSIBLE: "1" }, { TERM: "dumb" }, { NO_COLOR: "1" }])(
    "%o: a plain line every ten seconds",
    (env) => {
      const { line, written, at } = shown(env);
      for (const ms of [9_999, 10_000, 19_999, 20_000]) {
        at(ms);
        line.show({ done: ms, total: 100_000 });
      }
      expect(written()).toBe("still working: 10,000 of 100,000\nstill working: 20,000 of 100,000\n");
    },
  );

  test("never wraps", () => {
    const { line, written, at } = shown({}, { columns: 20 });
    at(1000);
    line.show({ done: 1, total: 2 });
    expect(written()).toBe("\rreading 1 of 2, 1/s\u001B[K");
  });
});

test("long waits are told in minutes", () => {
  expect(describeProgress({ done: 1000, total: 100_000 }, 5000)).toBe(
    "reading 1,000 of 100,000, 200/s, 9 min left",
  );
});
