import { closeSync, mkdirSync, openSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import type { Output } from "../../src/cli/io.ts";
import { parseLine } from "../../src/cli/line/program.ts";
import { refuseRedirect } from "../../src/cli/redirect-trap.ts";
import { rewriteLine } from "../../src/cli/line/rewrite-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function outputTo(descriptor: number): Output {
  return { isTerminal: false, columns: undefined, write: () => Promise.resolve(), descriptor };
}

/** What stet says when a shell opened `file` for its output; undefined when it goes on. */
function refusalOf(
  line: readonly string[],
  file: string,
  stdout: Partial<Output> = {},
): StetError | undefined {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "out"));
  const descriptor = openSync(path.join(cwd, file), "w");
  onTestFinished(() => closeSync(descriptor));
  const io = {
    stdout: { ...outputTo(descriptor), ...stdout },
    cwd,
    now: () => Date.parse("2026-11-22T09:00:00+01:00"),
  };
  try {
    refuseRedirect(parseLine(rewriteLine(line, COMMANDS), COMMANDS), io);
    return undefined;
  } catch (error) {
    if (error instanceof StetError) return error;
    throw error;
  } finally {
    expect(readdirSync(path.dirname(path.join(cwd, file)))).toContain(path.basename(file));
  }
}

describe("the shell took a comparison", () => {
  test.each([
    [["list", "updated"], "2025-01-01", "stet list updated:2025-01-01.."],
    [["list", "updated"], "=2025-01-01", "stet list updated:2025-01-01.."],
    [["list", "updated"], "2025", "stet list updated:2025.."],
    [["list", "published"], "2025-W05", "stet list published:2025-W05.."],
    [["list", "updated"], "-7d", "stet list updated:-7d.."],
    [["list", "updated"], "yesterday", "stet list updated:yesterday.."],
    [["list", "updated"], "2025-01..2025-03", "stet list updated:2025-01..2025-03"],
    [["list", "words"], "500", "stet list words:500.."],
    [["list", "words"], "=500", "stet list words:500.."],
    [["list", "x.print_page"], "3", "stet list x.print_page:3.."],
    [["list", "x.shot"], "2025-01-01", "stet list x.shot:2025-01-01.."],
    [["ls", "section:europe", "updated"], "2025", "stet list section:europe updated:2025.."],
    [["list", "updated", "section:europe"], "2025", "stet list updated:2025.. section:europe"],
    [
      ["list", "-tag:sport", "author:Jane O'Hara", "words"],
      "9",
      String.raw`stet list -tag:sport 'author:Jane O'\''Hara' words:9..`,
    ],
    [["list", "!updated"], "2025", "stet list -updated:2025.."],
    [["set", "status=review", "-Q", "updated"], "2025", "-Q updated:2025.."],
  ])("%j > %s", (line, file, hint) => {
    const error = refusalOf(line, file);
    expect({
      kind: error?.kind,
      code: error?.code,
      message: error?.message,
      hint: error?.details.hint,
    }).toEqual({
      kind: "usage",
      code: "redirect-trap",
      message: `the shell took ">" and is writing to the file "${file}"`,
      hint,
    });
  });
});

describe("what a person meant", () => {
  test.each([
    [["list", "updated"], "updated.txt"],
    [["list", "updated"], "2025-13-01"],
    [["list", "updated"], "="],
    [["list", "updated"], "500 words"],
    [["list", "words"], "2025-01-01"],
    [["list", "words"], "today"],
    [["list", "headline"], "2025"],
    [["list", "is:live"], "2025"],
    [["list", "updated:2025.."], "2025"],
    [["list", "-s", "updated"], "2025"],
    [["list"], "2025"],
    [["list", "updated"], "out/2025"],
    [["show", "updated"], "2025"],
    [["rm", "words"], "500"],
  ])("%j > %s", (line, file) => expect(refusalOf(line, file)).toBeUndefined());

  test("a terminal is no file, and a descriptor that is closed is none either", () => {
    expect(refusalOf(["list", "updated"], "2025", { isTerminal: true })).toBeUndefined();
    expect(refusalOf(["list", "updated"], "2025", { descriptor: 999_999 })).toBeUndefined();
  });

  test("a folder of that name is no output", () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, "2025"));
    const descriptor = openSync(path.join(cwd, "2025"), "r");
    onTestFinished(() => closeSync(descriptor));
    const io = { stdout: outputTo(descriptor), cwd, now: () => 0 };
    expect(() => refuseRedirect(parseLine(["list", "updated"], COMMANDS), io)).not.toThrow();
  });

  test("another file of that name is not the one written to", () => {
    const cwd = temporaryFolder();
    const descriptor = openSync(path.join(cwd, "2025"), "w");
    onTestFinished(() => closeSync(descriptor));
    renameSync(path.join(cwd, "2025"), path.join(cwd, "list.txt"));
    closeSync(openSync(path.join(cwd, "2025"), "w"));
    const io = { stdout: outputTo(descriptor), cwd, now: () => 0 };
    expect(() => refuseRedirect(parseLine(["list", "updated"], COMMANDS), io)).not.toThrow();
  });
});
