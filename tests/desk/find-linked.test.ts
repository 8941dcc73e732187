import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findLinked } from "../../src/desk/find/find-linked.ts";
import { testDesk } from "../support/test-desk.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ID = "019a5b62-1d8c-761e-a169-915846cc5c11";
const FILES: Readonly<Record<string, string>> = {
  "a.yaml": "headline: By its file's name\n",
  "b.yaml": "headline: By its own slug\nslug: other\n",
  "c.yaml": `headline: By a former slug and an id\nid: ${ID}\nformer_slugs: [was-c, a]\n`,
  "d.yaml": "headline: Was called what another is\nformer_slugs: [other]\n",
  "broken.yaml": "headline: Broken: really\n",
  "one/twin.yaml": "headline: One\n",
  "two/twin.yaml": "headline: Two\n",
  "drafts/was-c.yaml": "headline: Not out yet\n",
  "drafts/b.yaml": "headline: Not out yet\nslug: other\n",
};
const DRAFTS = new Set(["drafts/was-c.yaml", "drafts/b.yaml"]);
const LIVE = "status: published\npublished: 2020-01-01\n";

test.each([
  ["a", "By its file's name"],
  ["A", "By its file's name"],
  ["other", "By its own slug"],
  ["was-c", "By a former slug and an id"],
  [ID, "By a former slug and an id"],
  [`id:${ID}`, "By a former slug and an id"],
  ["b", undefined],
  ["twin", undefined],
  ["broken", undefined],
  ["nowhere", undefined],
  ["a.yaml", undefined],
])("%s leads to %s", (name, headline) => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(cwd, "articles", file)), { recursive: true });
    writeFileSync(path.join(cwd, "articles", file), `${text}${DRAFTS.has(file) ? "" : LIVE}`);
  }
  const desk = testDesk(cwd);
  expect(findLinked(desk, name)?.article.headline).toBe(headline);
});
