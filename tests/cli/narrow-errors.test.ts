// Errors on a terminal of 40 columns: rows of whole words that hang below the first, the caret under its word, and what is
// to be pasted in one piece.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { hangLine } from "../../src/cli/print/hang-text.ts";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const COLUMNS = 40;
const env = { NO_COLOR: "1" };

const ARTICLES = {
  compact: "headline: Brexit: what now, and who is going to pay for all of it?\n",
  date: "headline: Fine\npublished: 31/01/2025 at some time in the morning\n",
  tide: `headline: The tide gauge\nbody: |\n  ${"word ".repeat(9)}TK ${"word ".repeat(9)}\n`,
  unclosed: 'headline: "Commission fines chipmaker over a story that never ends\n',
};

function newsroom(settings = ""): string {
  const root = temporaryFolder();
  mkdirSync(path.join(root, "articles"));
  writeFileSync(path.join(root, "stet.yaml"), `stet: 1\n${settings}`);
  for (const [slug, text] of Object.entries(ARTICLES))
    writeFileSync(path.join(root, `articles/${slug}.yaml`), text);
  return root;
}

/** Rows that the terminal would break, but for a command and for what is one word. */
function tooWide(text: string): string[] {
  const isWhole = (row: string): boolean => /^(?:→ )?(?:stet|git) |^(?:error:)?\s*\S+$/.test(row);
  return text.split("\n").filter((row) => displayWidth(row) > COLUMNS && !isWhole(row));
}

test.each([
  ["lst"],
  ["list", "--jsn"],
  ["list", "updated:31/01/2025"],
  ["list", "section:world", "(status:draft", "author:jane", "tag:politics"],
  ["list", "--format", "{headlin|trunc:40|bold} and more text than fits"],
  ["list", "-F", "headlne,slug"],
  ["set", "foo=bar", "tide"],
  ["set", "status=drafft", "tide"],
  ["config", "set", "urll", "x"],
  ["config", "set", "timezone", "Europe/Brussel"],
  ["new", "The tide gauge", "--slug", "tide"],
  ["new", "Another", "--kind", "nope"],
  ["show", "tide-of-a-very-long-name", "that", "is", "more"],
  ["show", "compact"],
  ["check"],
  ["publish"],
  ["diff", "tide"],
  ["undo"],
])("%j", async (...line) => {
  const { stdout, stderr } = await runStet(line, { cwd: newsroom(), terminal: COLUMNS, env });
  expect(stdout + stderr).not.toBe("");
  expect(tooWide(stdout + stderr)).toEqual([]);
});

test("what publish tells of pictures that are lost", async () => {
  const cwd = newsroom("name: The Courier\nurl: https://courier.example/\ntimezone: UTC\n");
  const pictures = ["salt", "wafer", "gauge"]
    .map((name) => `![A picture](images/${name}.png)`)
    .join("\n\n  ");
  const text = `headline: Pictures\nid: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba\nstatus: published\npublished: 2026-11-01\nbody: |\n  ${pictures}\n`;
  writeFileSync(path.join(cwd, "articles/pictures.yaml"), text);
  const { stderr } = await runStet(["publish", "-q"], { cwd, terminal: COLUMNS, env });
  expect(stderr).toContain("on pages, and not in the newsroom:\n");
  expect(tooWide(stderr)).toEqual([]);
});

test("rows hang below the first word; a note that would leave the terminal stands under its caret", async () => {
  const { stderr } = await runStet(["show", "compact"], { cwd: newsroom(), terminal: COLUMNS, env });
  expect(stderr).toBe(`error: articles/compact.yaml: the
       headline needs quotes
  1 | headline: Brexit: what now, and w…
    |                 ^
    | a second ": " is not allowed
    | without quotes
help: 1 | headline: "Brexit: what now,
          and who is going to pay for
          all of it?"
`);
});

test("stet.yaml: the frame, and the corrected line", async () => {
  const cwd = newsroom("name: The Courier: news of a whole continent\n");
  const { stderr, exit } = await runStet(["list"], { cwd, terminal: COLUMNS, env });
  expect(exit).toBe(8);
  expect(stderr).toBe(`error: stet.yaml:2:18: the name needs
       quotes
  2 | name: The Courier: news of a whol…
    |                  ^
    | a second ": " is not allowed
    | without quotes
help: 2 | name: "The Courier: news of a
          whole continent"
`);
});

test("a field that is refused has its caret", async () => {
  const line = ["new", "Another", "--kind", "nope"];
  const { stderr } = await runStet(line, { cwd: newsroom(), env });
  expect(stderr).toContain("\n  3 | kind: nope\n    |       ^\n→ nothing was changed\n");
});

test("a command stays in one piece, and what is said of it hangs", () => {
  const long = "→ stet restore --list shows what is in the trash";
  expect(hangLine(long, 40)).toBe("→ stet restore --list shows what is in\n  the trash");
  const two = "→ your text is kept here; stet edit --resume budget-deal goes on with it";
  expect(hangLine(two, 40)).toBe(
    "→ your text is kept here;\n  stet edit --resume budget-deal goes on\n  with it",
  );
  const command = '→ stet embargo the-salt-ledger "tomorrow 6:00"';
  expect(hangLine(command, 40)).toBe(command);
  const path = "error: articles/2026/06/commission-fines-a-chipmaker.yaml: it is live";
  expect(hangLine(path, 40)).toBe(
    "error: articles/2026/06/commission-fines-a-chipmaker.yaml:\n       it is live",
  );
  expect(hangLine(long, undefined)).toBe(long);
});
