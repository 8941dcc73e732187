// What some of the sample articles look like in every output, to the byte. `npm run golden` writes the files anew;
// the change is read like any other.
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "./support/run-stet.ts";
import { PROJECT } from "./support/sample-newsroom.ts";

const ARTICLES = [
  "commission-fines-brackenfold-silicon",
  "how-rebate-clauses-work",
  "port-averne-harbour-list-loses-majority",
  "lock-keepers-of-the-lisse-canal",
  "halina-morawek-poet-and-printer",
  "let-the-minutes-stand",
  "maktabat-al-mina",
  "灯台守がいた島",
  "rust-breathing-microbe",
];

const OUTPUTS: readonly (readonly string[])[] = [
  ["page.html", "render", "--to", "html"],
  ["fragment.html", "render", "--to", "html", "--fragment"],
  ["text.txt", "render", "--to", "text"],
  ["ansi.txt", "render", "--to", "ansi", "--color", "always"],
  ["markdown.md", "render", "--to", "markdown"],
  ["article.json", "export", "--to", "json"],
  ["hugo.md", "export", "--to", "hugo"],
  ["jekyll.md", "export", "--to", "jekyll"],
];

describe.each(ARTICLES)("%s", (slug) => {
  test.each(OUTPUTS)("%s", async (file = "", command = "", ...options) => {
    const { stdout, stderr, exit } = await runStet([command, slug, ...options], { cwd: PROJECT });
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
    await expect(stdout).toMatchFileSnapshot(path.join(PROJECT, "tests/golden", slug, file));
  });
});
