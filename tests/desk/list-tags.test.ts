import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listTags, type Tag, type TagRequest } from "../../src/desk/count/list-tags.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const ms = (text: string): number => Date.parse(text);

/** One article for each line: its tags, then what else it says. */
function newsroom(lines: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
  for (const [at, line] of lines.entries())
    writeFileSync(path.join(folder, `articles/a${at}.yaml`), `headline: A\n${line.replaceAll("; ", "\n")}\n`);
  return folder;
}

const tagsOf = async (
  lines: readonly string[],
  { words = [], ...request }: Partial<TagRequest> & { readonly words?: readonly string[] } = {},
): Promise<readonly Tag[]> => {
  const desk = testDesk(newsroom(lines));
  return (await listTags(desk, { query: readQuery(desk, words), ...request })).tags;
};

const LINES = [
  "tags: [OPEC, oil]; status: published; published: 2026-05-01T08:00:00Z",
  "tags: [opec]; status: draft; created: 2026-06-01T08:00:00Z",
  "tags: [OPEC, Opec]; status: published; published: 2027-01-01T00:00:00Z; created: 2026-01-01T00:00:00Z",
  "tags: [oils]",
  "status: draft",
];

describe("listTags", () => {
  test("counts each article once and spells a tag as most of them do", async () => {
    expect(await tagsOf(LINES)).toEqual([
      { tag: "OPEC", articles: 3, live: 1, used: ms("2027-01-01T00:00:00Z"), near: [] },
      { tag: "oil", articles: 1, live: 1, used: ms("2026-05-01T08:00:00Z"), near: [] },
      { tag: "oils", articles: 1, live: 0, used: null, near: [] },
    ]);
  });

  test("of what a query selects, spelled as that is", async () => {
    expect(await tagsOf(LINES, { words: ["is:draft"] })).toEqual([
      { tag: "oils", articles: 1, live: 0, used: null, near: [] },
      { tag: "opec", articles: 1, live: 0, used: ms("2026-06-01T08:00:00Z"), near: [] },
    ]);
  });

  test("of two spellings as common the one that sorts first", async () => {
    expect((await tagsOf(["tags: [eu]", "tags: [EU]"])).map(({ tag }) => tag)).toEqual(["EU"]);
  });

  test("only those that look like another", async () => {
    const lines = ["tags: [elections, eu]", "tags: [elections]", "tags: [election, oil]"];
    const tags = await tagsOf(lines, { onlyNear: true });
    expect(tags.map(({ tag, near }) => [tag, near])).toEqual([
      ["elections", ["election"]],
      ["election", ["elections"]],
    ]);
  });

  test("last used first, what was never used last", async () => {
    const tags = await tagsOf(LINES, { sort: [{ key: "used", isDescending: true }] });
    expect(tags.map(({ tag }) => tag)).toEqual(["OPEC", "oil", "oils"]);
  });
});
