// Exports for generators of sites: the documents of one story in several languages share a key, in the words of each.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const LIVE = "status: published\npublished: 2026-01-05\n";
const ID = "01958f5c-9a3e-7c11-b0f4-000000000001";

function newsroom(): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: The Courier\n");
  const articles = {
    qheldq: `headline: Held\nid: ${ID}\nstatus: draft\n`,
    fr: `headline: FR\nlanguage: fr\ntranslation_of: ${ID}\n${LIVE}`,
    de: `headline: DE\nlanguage: de\ntranslation_of: fr\n${LIVE}`,
    lost: `headline: Lost\ntranslation_of: nowhere\n${LIVE}`,
    other: `headline: Other\n${LIVE}`,
  };
  for (const [slug, text] of Object.entries(articles))
    writeFileSync(path.join(cwd, `articles/${slug}.yaml`), text);
  return cwd;
}

/** The key of each article, by its slug. */
async function keysIn(cwd: string, format: string, key: string): Promise<Map<string, string | undefined>> {
  expect(await runStet(["export", "--to", format, "-o", format], { cwd })).toMatchObject({ exit: 0 });
  const texts = readdirSync(path.join(cwd, format)).map((name) =>
    readFileSync(path.join(cwd, format, name), "utf8"),
  );
  for (const text of texts) if (!text.includes("Held")) expect(text).not.toContain("qheldq");
  return new Map(
    texts.map((text) => [
      /^slug: "(.*)"$/m.exec(text)?.[1] ?? "",
      new RegExp(`^${key}: "([0-9a-f]{16})"$`, "m").exec(text)?.[1],
    ]),
  );
}

test.each([
  ["hugo", "translationKey"],
  ["jekyll", "translation_key"],
  ["markdown", "translation_key"],
])("--to %s: %s", async (format, key) => {
  const keys = await keysIn(newsroom(), format, key);
  const shared = keys.get("fr");
  expect(shared).toBeDefined();
  expect(Object.fromEntries(keys)).toEqual({
    qheldq: shared,
    fr: shared,
    de: shared,
    lost: undefined,
    other: undefined,
  });
});

test("what an article translates comes back from an export", async () => {
  const cwd = newsroom();
  const { stdout } = await runStet(["export", "de", "--to", "json"], { cwd });
  expect(await runStet(["new", "--from", "-", "--slug", "again"], { cwd, stdin: stdout })).toMatchObject({
    exit: 0,
  });
  const again = await runStet(["export", "again", "--to", "json"], { cwd });
  expect(JSON.parse(again.stdout)).toMatchObject([{ slug: "again", translation_of: "fr" }]);
});
