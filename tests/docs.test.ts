// The documentation says what the program does now: docs/commands/ is its help, the examples of the file format
// are articles, the version is package.json's. `npm run golden` writes docs/commands/ anew.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../src/article/parse-article.ts";
import { parseSettings } from "../src/article/parse-settings.ts";
import { LIMITS } from "../src/article/limits.ts";
import type { CommandDeclaration } from "../src/cli/line/declaration.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { EXIT_MEANINGS } from "../src/cli/exit-codes.ts";
import { commandPage } from "../src/cli/help/command-page.ts";
import { printPage } from "../src/cli/help/print-page.ts";
import { rootHelp } from "../src/cli/help/root-help.ts";
import { VERSION } from "../src/base/version.ts";
import { runStet } from "./support/run-stet.ts";
import { PROJECT, sampleNewsroom } from "./support/sample-newsroom.ts";

const read = (file: string): string => readFileSync(path.join(PROJECT, file), "utf8");

const pageOf = (declaration: CommandDeclaration): string =>
  `# stet ${declaration.name}\n\n\`\`\`\n${printPage(commandPage(declaration))}\`\`\`\n`;

function contentsPage(): string {
  const rows = COMMANDS.map(({ name, summary }) => `| [stet ${name}](${name}.md) | ${summary} |`);
  const codes = EXIT_MEANINGS.map(([code, name, when]) => `| ${code} | ${name} | ${when} |`);
  return [
    "# Commands\n\nThe program's own help, a page a command. `npm run golden` writes these files.\n",
    `\`\`\`\n${rootHelp(COMMANDS)}\`\`\`\n`,
    `| command | what it does |\n|---|---|\n${rows.join("\n")}\n`,
    `## Exit codes\n\n| code | name | when |\n|---|---|---|\n${codes.join("\n")}\n`,
  ].join("\n");
}

/** What the words of json.md's table stand for in the sample newsroom. */
const SAMPLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  ARTICLE: ["the-salt-ledger"],
  "NEW-SLUG": ["the-salt-ledger-reviewed"],
  HEADLINE: ["Ferry back on time"],
  DIR: ["dir"],
  due: ["due", "60d"],
};

const blocksOf = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] ?? "",
  );

describe("docs", () => {
  test.each([
    ["README", contentsPage()] as const,
    ...COMMANDS.map((each) => [each.name, pageOf(each)] as const),
  ])("commands/%s.md is the program's help", async (name, page) => {
    await expect(page).toMatchFileSnapshot(path.join(PROJECT, `docs/commands/${name}.md`));
  });

  test("there is a page for each command, and no other", () => {
    const names = ["README", ...COMMANDS.map(({ name }) => name)].map((name) => `${name}.md`);
    expect(readdirSync(path.join(PROJECT, "docs/commands")).toSorted()).toEqual(names.toSorted());
  });

  test("the version is package.json's", () => {
    expect(JSON.parse(read("package.json"))).toMatchObject({ version: VERSION });
  });

  test("the examples of article-format.md are a newsroom and an article without a problem", () => {
    const [article = "", newsroom = ""] = blocksOf(read("docs/article-format.md"), "yaml");
    const { settings, problems } = parseSettings(newsroom);
    expect(problems).toEqual([]);
    expect(parseArticle({ text: article, fileSlug: "example" }, settings).problems).toEqual([]);
  });

  test("limits.md names every limit with its value", () => {
    const page = read("docs/limits.md").replaceAll(/[,  ]/g, "");
    for (const limit of Object.values(LIMITS)) {
      const shown = limit >= 1024 * 1024 ? `${limit / 1024 / 1024}MiB` : String(limit);
      expect(
        page.includes(shown) || page.includes(`${limit / 1024}KiB`) || page.includes(String(limit)),
        shown,
      ).toBe(true);
    }
  });

  test("the examples of query.md find something in the sample newsroom, as does every saved query", async () => {
    const [examples = ""] = blocksOf(read("docs/query.md"), "query");
    const saved = [...parseSettings(read("stet.yaml")).settings.queries.keys()].map((name) => `@${name}`);
    for (const query of [...examples.trim().split("\n"), ...saved]) {
      const { stdout, stderr, exit } = await runStet(["list", "--count", query], { cwd: PROJECT });
      expect({ query, exit, stderr }).toEqual({ query, exit: 0, stderr: "" });
      expect(Number(stdout), query).toBeGreaterThan(0);
    }
  });

  test("json.md names the keys of every --json, and no other", async () => {
    const cwd = sampleNewsroom();
    const commands = [...read("docs/json.md").matchAll(/^\| `stet (.+?) --json` \|.*?\| (.*) \|$/gm)];
    expect(commands.length).toBeGreaterThan(10);
    await runStet(["publish"], { cwd });
    for (const [, command = "", keys = ""] of commands) {
      const words = command.split(" ").flatMap((word) => SAMPLE_WORDS[word] ?? word);
      // These ask a repository: tests/cli/history.test.ts.
      if (["log", "diff"].includes(command)) continue;
      const { stdout } = await runStet([...words, "--json"], { cwd });
      const answer: unknown = JSON.parse(stdout);
      const first: object = Array.isArray(answer) ? answer[0] : answer;
      const named = keys.replaceAll(/\(.*?\)/g, "").match(/`\w+`/g) ?? [];
      expect({ command, keys: Object.keys(first) }).toEqual({
        command,
        keys: named.map((key) => key.slice(1, -1)),
      });
    }
  });

  test("every dependency has its line in dependencies.md, and no other has", () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(read("package.json"));
    const { dependencies, devDependencies } = manifest;
    const wanted = { ...dependencies, ...devDependencies };
    const rows = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| (\d[\w.-]*) \|/gm)];
    expect(Object.fromEntries(rows.map(([, name, version]) => [name, version]))).toEqual(wanted);
  });

  test("links in the README lead to files", () => {
    const links = [...read("README.md").matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      (match) => match[1] ?? "",
    );
    for (const link of links) expect(() => read(link), link).not.toThrow();
  });
});
