// The manual is made of the declarations, and every page of it is what mandoc calls clean.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { manualPages } from "../../src/cli/help/manual.ts";
import { printRoff } from "../../src/cli/help/print-roff.ts";
import { roffText, sourceLines } from "../../src/cli/help/roff.ts";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { readdirSync } from "node:fs";

const HAS_MANDOC = spawnSync("mandoc", ["-Tlint"], { input: ".TH A 1 2026-11-22\n" }).error === undefined;
const pages = await manualPages(COMMANDS, "2026-11-22");

describe("roff", () => {
  test.each([
    ["a-b", String.raw`a\-b`],
    [String.raw`\t`, String.raw`\et`],
    ["'x'", String.raw`\(aqx\(aq`],
    ["→ é", String.raw`\[u2192] \[u00E9]`],
    ["~^`", String.raw`\(ti\(ha\(ga`],
  ])("%s", (text, roff) => {
    expect(roffText(text)).toBe(roff);
  });

  test("no line of text is a request", () => {
    expect(sourceLines(".stet is a folder")).toEqual([String.raw`\&.stet is a folder`]);
  });

  test("options are bold, what they take is in italics, usage comes before options and examples after", () => {
    const page = {
      name: "x",
      summary: "Do it",
      sections: [
        { heading: "Examples", blocks: [{ kind: "lines", lines: ["stet x"] }] },
        { heading: "Usage", blocks: [{ kind: "lines", lines: ["stet x [options]"] }] },
        { heading: "Options", blocks: [{ kind: "terms", terms: [["-n, --limit N", "rows"]] }] },
      ],
    } as const;
    const head = { name: "stet-x", section: 1, date: "2026-11-22", version: "0" } as const;
    expect(printRoff(head, page)).toBe(String.raw`.TH STET-X 1 2026-11-22 "stet 0" "stet manual"
.SH NAME
stet\-x \- Do it
.SH SYNOPSIS
.nf
stet x [options]
.fi
.SH OPTIONS
.TP
\fB\-n\fR, \fB\-\-limit\fR \fIN\fR
rows
.SH EXAMPLES
.nf
stet x
.fi
`);
  });
});

describe("the manual", () => {
  test.skipIf(!HAS_MANDOC).each(pages.map(({ file, roff }) => [file, roff] as const))(
    "mandoc has nothing to say of %s",
    (_, roff) => {
      expect(spawnSync("mandoc", ["-Tlint"], { input: roff, encoding: "utf8" }).stdout).toBe("");
    },
  );

  test("stet man --output writes every page once", async () => {
    const cwd = temporaryFolder();
    const first = await runStet(["man", "--output", "out"], { cwd });
    expect(first.stdout.trim().split("\n").length).toBe(pages.length);
    expect(readdirSync(`${cwd}/out`).toSorted()).toEqual(pages.map(({ file }) => file).toSorted());
    expect(await runStet(["man", "--output", "out"], { cwd })).toMatchObject({ stdout: "", exit: 0 });
  });

  test.each([
    [["man"], ".TH STET 1"],
    [["man", "list"], ".TH STET-LIST 1"],
    [["man", "query", "--print"], ".TH STET-QUERY 7"],
  ])("stet %j prints roff in a pipe", async (line, beginning) => {
    const { stdout, exit } = await runStet(line, { cwd: "/" });
    expect({ exit, begins: stdout.startsWith(beginning) }).toEqual({ exit: 0, begins: true });
  });
});
