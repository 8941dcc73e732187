// `stet search --stem`: a word finds its other forms, in the newsroom's language, and only when that is asked for.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet, type Outcome } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function newsroomOf(language: string, articles: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  writeFileSync(
    path.join(root, "stet.yaml"),
    `stet: 1\nlanguage: ${language}\narticles: articles/{slug}.yaml\n`,
  );
  mkdirSync(path.join(root, "articles"));
  for (const [slug, text] of Object.entries(articles))
    writeFileSync(path.join(root, `articles/${slug}.yaml`), `headline: ${slug}\nbody: ${text}\n`);
  return root;
}

function search(cwd: string, ...words: readonly string[]): Promise<Outcome> {
  return runStet(["search", "--slugs", ...words], { cwd });
}

async function slugs(cwd: string, ...words: readonly string[]): Promise<string[]> {
  const { stdout, exit } = await search(cwd, ...words);
  expect(exit).toBe(0);
  return stdout.split("\n").filter(Boolean).toSorted();
}

describe("in English", () => {
  const newsroom = (): string =>
    newsroomOf("en-GB", {
      one: "The ferry left.",
      two: "Two ferries left, and nobody waited.",
      three: "A ferret waits.",
      four: "Ferrying goods.",
    });

  test("a word is itself alone where nobody asks for more", async () => {
    const root = newsroom();
    expect(await slugs(root, "ferry")).toEqual(["one"]);
    expect(await slugs(root, "ferries")).toEqual(["two"]);
  });

  test.each(["ferry", "ferries", "Ferrying", "body:ferry"])(
    "%s finds its other forms, and no other word",
    async (word) => {
      expect(await slugs(newsroom(), "--stem", word)).toEqual(["four", "one", "two"]);
    },
  );

  test("each word has its forms, and all must be there", async () => {
    const root = newsroom();
    expect(await slugs(root, "--stem", "ferry", "waiting")).toEqual(["two"]);
    expect(await slugs(root, "--stem", "ferry", "-body:waits")).toEqual(["four", "one"]);
  });

  test("words in a row and beginnings of words are as they are written", async () => {
    const root = newsroom();
    expect(await slugs(root, "--stem", '"ferry left"')).toEqual(["one"]);
    expect(await slugs(root, "--stem", "ferr*")).toEqual(["four", "one", "three", "two"]);
  });

  test("a word that no article has finds those that have a form of it", async () => {
    const root = newsroom();
    expect(await slugs(root, "--stem", "waiter OR waiting")).toEqual(["three", "two"]);
  });

  test("the snippet shows the form that was found", async () => {
    const line = ["search", "--stem", "waiting", "--json=slug,snippet"];
    const { stdout } = await runStet(line, { cwd: newsroom() });
    expect(stdout).toMatch(/waited/);
  });
});

test("in the newsroom's own language", async () => {
  const german = newsroomOf("de", { eins: "Die Küste.", zwei: "An den Küsten.", drei: "Der Koster." });
  expect(await slugs(german, "--stem", "Küste")).toEqual(["eins", "zwei"]);
});

test("a language without endings is named, and what to do instead", async () => {
  const { exit, stderr } = await search(newsroomOf("ja", { ichi: "港" }), "--stem", "港");
  expect(exit).toBe(2);
  expect(stderr).toContain('--stem knows no endings of words in "ja"');
});
