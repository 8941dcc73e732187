import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { rewriteLine } from "../../src/cli/line/rewrite-line.ts";

const rewrite = (line: string): string => rewriteLine(line.split(" "), COMMANDS).join(" ");

describe("rewriteLine", () => {
  test.each([
    ["list -tag:sport", "list !tag:sport"],
    ["ls -section=x -n 5", "ls !section=x -n 5"],
    ["list -x.page:3", "list !x.page:3"],
    ["list -@hot", "list !@hot"],
    ["list -(a OR b)", "list !(a OR b)"],
    ["list -s -updated", "list -s -updated"],
    ["list -- -tag:sport --json", "list -- -tag:sport --json"],
    ["rm -tag:sport", "rm -tag:sport"],
    ["list --json", "list --json="],
    ["list --json budget", "list --json= budget"],
    ["list --ndjson=slug --csv", "list --ndjson=slug --csv="],
  ])("%s becomes %s", (line, rewritten) => expect(rewrite(line)).toBe(rewritten));

  test("fields behind a blank are refused with the form that works", () => {
    expect(() => rewrite("list --json slug,headline")).toThrowError(
      expect.objectContaining({ kind: "usage", details: { hint: "--json=slug,headline" } }),
    );
  });
});
