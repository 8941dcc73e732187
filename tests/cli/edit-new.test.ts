// `stet edit` where no article is meant yet: what nothing matches may be the headline of a new one.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

/** An editor that writes a body. */
function editor(cwd: string): string {
  const file = path.join(cwd, "editor");
  writeFileSync(file, `#!/bin/sh\nfor file do :; done\nprintf '  It holds.\\n' >> "$file"\n`, {
    mode: 0o755,
  });
  return file;
}

function articlesOf(cwd: string): readonly string[] {
  return readdirSync(path.join(cwd, "articles"), { recursive: true, encoding: "utf8" });
}

const FILE = "2026/11/storm-barrier-holds.yaml";

describe.skipIf(!HAS_TERMINAL)("words that no article has", () => {
  test("become the headline of a new one, which the editor opens", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet edit", { cwd, env: { EDITOR: editor(cwd) } });
    await terminal.shows("esc cancel");
    terminal.type("Storm barrier holds");
    await terminal.shows("enter new article");
    terminal.type(KEYS.enter);
    await terminal.shows("slug: storm-barrier-holds");
    for (const question of ["Section:", "Author:", "Kind:"]) {
      terminal.type(KEYS.enter);
      await terminal.shows(question);
    }
    terminal.type(KEYS.enter);
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(text).toContain("Saved storm-barrier-holds: 2 words");
    const written = readFileSync(path.join(cwd, "articles", FILE), "utf8");
    expect(written).toMatch(/^headline: Storm barrier holds$/m);
    expect(written).toMatch(/^body: \|\n\s*It holds\.$/m);
  });

  test("Esc at the headline has made nothing", async () => {
    const cwd = sampleNewsroom();
    const before = articlesOf(cwd);
    const terminal = openTerminal("stet edit", { cwd, env: { EDITOR: editor(cwd) } });
    await terminal.shows("esc cancel");
    terminal.type(`Storm barrier holds${KEYS.enter}`);
    await terminal.shows("slug: storm-barrier-holds");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
    expect(articlesOf(cwd)).toEqual(before);
  });

  test("with many Enters behind them answer no question", async () => {
    const cwd = sampleNewsroom();
    const before = articlesOf(cwd);
    const terminal = openTerminal("stet edit", { cwd, env: { EDITOR: editor(cwd) } });
    await terminal.shows("esc cancel");
    terminal.type("Storm barrier holds");
    await terminal.shows("enter new article");
    for (let time = 0; time < 8; time++) terminal.type(KEYS.enter);
    await terminal.shows("slug: storm-barrier-holds");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
    expect(articlesOf(cwd)).toEqual(before);
  });

  test("are only words for a command that begins nothing", async () => {
    const terminal = openTerminal("stet show", { cwd: sampleNewsroom() });
    await terminal.shows("esc cancel");
    terminal.type(`Storm barrier holds${KEYS.enter}`);
    await terminal.shows("nothing matches");
    terminal.type(KEYS.esc);
    const { exit, text } = await terminal.ended();
    expect({ exit, isOffered: text.includes("new article") }).toEqual({ exit: 130, isOffered: false });
  });

  test("ACCESSIBLE=1 says so in words", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("ACCESSIBLE=1 stet edit", { cwd, env: { EDITOR: editor(cwd) } });
    await terminal.shows("words to look for:");
    terminal.type(`Storm barrier holds${KEYS.enter}`);
    await terminal.shows("Enter alone for a new article of this headline");
    terminal.type(KEYS.enter);
    await terminal.shows("Headline: (Enter for Storm barrier holds)");
    terminal.type("\u0003");
    await terminal.ended();
    expect(articlesOf(cwd)).not.toContain(FILE);
  });
});
