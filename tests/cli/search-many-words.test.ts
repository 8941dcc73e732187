// `stet search` for more words than SQLite takes for one UNION: what a list finds a search finds, too.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A newsroom of one article that has as many words, each once. */
function newsroomOf(words: readonly string[]): string {
  const root = temporaryFolder();
  writeFileSync(path.join(root, "stet.yaml"), "stet: 1\narticles: articles/{slug}.yaml\n");
  mkdirSync(path.join(root, "articles"));
  writeFileSync(path.join(root, "articles/long.yaml"), `headline: Long\nbody: ${words.join(" ")}\n`);
  return root;
}

test("501 words: all of them, any of them, one phrase, and by their stems", async () => {
  const words = Array.from({ length: 501 }, (_, at) => `word${at}`);
  const cwd = newsroomOf(words);
  for (const query of [
    [words.join(" ")],
    [words.join(" OR ")],
    [`"${words.join(" ")}"`],
    ["--stem", words.join(" ")],
  ]) {
    const { stdout, stderr, exit } = await runStet(["search", "--format", "{slug}", ...query], { cwd });
    expect([stdout, stderr.slice(0, 200), exit]).toEqual(["long\n", "", 0]);
  }
});
