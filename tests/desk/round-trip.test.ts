// What stet exports it reads back: every sample article through JSON into an empty newsroom, and `new` with every field.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/article/fields.ts";
import { runStet } from "../support/run-stet.ts";
import { PROJECT, sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Exported {
  readonly id?: string;
  readonly slug: string;
  readonly derived: unknown;
}

async function exported(cwd: string): Promise<Map<string, object>> {
  const { stdout } = await runStet(["export", "--to", "json"], { cwd });
  const articles: Exported[] = JSON.parse(stdout);
  // The path is the newsroom's business; an id is minted where a file had none.
  return new Map(articles.map(({ derived: _derived, id: _id, ...fields }) => [fields.slug, fields]));
}

describe("export, then new --from -", () => {
  test("gives the same article, for every sample", async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "stet.yaml"), readFileSync(path.join(PROJECT, "stet.yaml")));
    mkdirSync(path.join(cwd, "articles"));
    const before = await exported(PROJECT);
    for (const slug of before.keys()) {
      const { stdout } = await runStet(["export", slug, "--to", "json"], { cwd: PROJECT });
      const made = await runStet(["new", "--from", "-"], { cwd, stdin: stdout });
      expect(made).toEqual({ exit: 0, stdout: `${slug}\n`, stderr: "" });
    }
    expect(await exported(cwd)).toEqual(before);
  });

  test("a copy in the same newsroom takes neither the id nor the former slugs", async () => {
    const cwd = sampleNewsroom();
    const slug = "lock-keepers-of-the-lisse-canal";
    const { stdout } = await runStet(["export", slug, "--to", "ndjson"], { cwd });
    await runStet(["new", "--from", "-", "--slug", "copy"], { cwd, stdin: stdout });
    const copy = JSON.parse((await runStet(["export", "copy", "--to", "ndjson"], { cwd })).stdout);
    expect(copy.id).not.toBe(JSON.parse(stdout).id);
    expect(copy.former_slugs).toBeUndefined();
    expect((await runStet(["check"], { cwd })).exit).toBe(0);
  });
});

// The words are grouped as a person would write them.
/* oxlint-disable unicorn/no-useless-spread */
test("every field of the contract is a flag of new", async () => {
  const cwd = sampleNewsroom();
  const line = [
    ...[
      "new",
      "A headline",
      "--id",
      "019a5b62-1d8c-761e-a169-915846cc5c11",
      "--slug",
      "every",
      "--former-slug",
      "each",
    ],
    ...[
      "--kicker",
      "Kicker",
      "--summary",
      "Summary",
      "--section",
      "world/europe",
      "--author",
      "ilse",
      "--author",
      "A. N. Other",
    ],
    ...[
      "--dateline",
      "BRUSSELS",
      "--tag",
      "a",
      "--tag",
      "no",
      "--language",
      "fr",
      "--kind",
      "feature",
      "--status",
      "published",
    ],
    ...[
      "--created",
      "2026-01-01",
      "--published",
      "2026-01-02",
      "--updated",
      "2026-01-03",
      "--embargo",
      "2026-01-02",
    ],
    ...[
      "--expires",
      "2027-01-01",
      "--image",
      "images/wafer.png",
      "--image-alt",
      "Alt",
      "--image-caption",
      "C",
      "--image-credit",
      "D",
    ],
    ...[
      "--related",
      "the-salt-ledger",
      "--translation-of",
      "the-salt-ledger",
      "--correction",
      "2026-01-03 It was Tuesday.",
      "--source",
      "https://wire.example/1",
    ],
    ...["--notes", "Ring back.", "--x", "print_page=3", "--body", "-"],
  ];
  expect(await runStet(line, { cwd, stdin: "A *body*.\r\n" })).toEqual({
    exit: 0,
    stdout: "every\n",
    stderr: "",
  });
  const text = readFileSync(path.join(cwd, "articles/2026/01/every.yaml"), "utf8");
  const keys = [...text.matchAll(/^(\w+):/gm)].map((match) => match[1]);
  // The file's name is the slug.
  expect(keys).toEqual(FIELDS.map(({ name }) => name).filter((name) => name !== "slug"));
  expect(text).toContain("body: |\n  A *body*.\n");
  expect((await runStet(["check", "every"], { cwd })).stdout).toBe("");
});
