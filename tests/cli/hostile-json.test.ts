// JSON and Markdown are read in terminals, too: no character of an article is a command there, whatever is asked for.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HOSTILE = String.raw`x \x9B31m \x1b[31m \u202E \u2066 \uFEFF y`;
const ARTICLE = [
  `headline: "Red ${HOSTILE}"`,
  "slug: red",
  `summary: "${HOSTILE}"`,
  `tags: ["${HOSTILE}"]`,
  `authors: ["${HOSTILE}"]`,
  `x: {a: "${HOSTILE}"}`,
  "status: published",
  "published: 2026-11-20",
  String.raw`body: "Red ${HOSTILE} <\x1bscript> &#x202E;<&#x202E;b> ¬x\x1b¬ <b c=\x1b>\n\n¬¬¬a\x1b\n\x9B\n¬¬¬\n"`,
];

function newsroom(): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: Delta\nurl: https://delta.example/\n");
  writeFileSync(path.join(cwd, "articles/red.yaml"), ARTICLE.join("\n").replaceAll("¬", "`"));
  return cwd;
}

const LINES = [
  "list --json",
  "list --ndjson",
  "search red --json",
  "show red --json",
  "show red --format {headline|json}",
  "tags --json",
  "why red --json",
  "today --json",
  "stats --by tag --json",
  "check --json",
  "check --to sarif",
  "render red --to markdown",
];

test("nothing in what is printed is obeyed", async () => {
  const cwd = newsroom();
  const obeyed: string[] = [];
  for (const line of LINES) {
    const { stdout, stderr } = await runStet(line.split(" "), { cwd, terminal: 80, env: { NO_COLOR: "1" } });
    expect(stdout, line).not.toBe("");
    if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/.test(stdout + stderr)) obeyed.push(line);
  }
  expect(obeyed).toEqual([]);
});

test("JSON says the same with its escapes", async () => {
  const { stdout } = await runStet(["show", "red", "--json=headline"], { cwd: newsroom() });
  expect(JSON.parse(stdout)).toEqual({
    headline: "Red x \u009B31m \u001B[31m \u202E \u2066 \uFEFF y",
  });
});

test("what Markdown leaves out opens nothing that was none", async () => {
  const { stdout } = await runStet(["render", "red", "--to", "markdown"], { cwd: newsroom() });
  expect(stdout).toContain(String.raw`\<script> \<b> ¬x¬ \<b c=>`.replaceAll("¬", "`"));
});
