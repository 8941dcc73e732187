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
    ["list -s -updated", "list -s-updated"],
    ["list --sort -valid -q", "list --sort=-valid -q"],
    ["new --headline -yes --notes - --slug -", "new --headline=-yes --notes - --slug -"],
    ["-v list -s -v -n 2", "-v list -s -v -n 2"],
    ["-C -v list", "-C -v list"],
    ["list -- -tag:sport --json", "list -- -tag:sport --json"],
    ["rm -tag:sport", "rm -tag:sport"],
    ["list --json", "list --json="],
    ["log -1", "log -n1"],
    ["-C somewhere ls -5 tag:sport", "-C somewhere ls -n5 tag:sport"],
    ["log -n -5", "log -n -5"],
    ["search --limit -5 salt", "search --limit -5 salt"],
    ["list --limit 5 salt", "list -n 5 salt"],
    ["search --limit=5", "search -n5"],
    ["log --limit x", "log -n x"],
    ["list --limit items=5", "list --limit items=5"],
    ["show --limit 5", "show --limit 5"],
    ["show -5", "show -5"],
    ["list -- -5", "list -- -5"],
    ["list --slugs -0", "list --slugs -0"],
    ["list --json budget", "list --json= budget"],
    ["list --ndjson=slug --csv", "list --ndjson=slug --csv="],
  ])("%s becomes %s", (line, rewritten) => expect(rewrite(line)).toBe(rewritten));

  test("fields behind a blank are refused with the form that works", () => {
    expect(() => rewrite("list --json slug,headline")).toThrowError(
      expect.objectContaining({ kind: "usage", details: { hint: "--json=slug,headline" } }),
    );
  });
});
