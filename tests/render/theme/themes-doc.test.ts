import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { builtInFiles } from "../../../src/render/theme/theme.ts";
import { VIEW_NAMES } from "../../../src/render/theme/view-names.ts";
import { PROJECT } from "../../support/sample-newsroom.ts";

const text = readFileSync(path.join(PROJECT, "docs/themes.md"), "utf8");

test("docs/themes.md explains every name and no other", () => {
  const rows = Object.entries(VIEW_NAMES).map(([name, says]) => `| \`${name}\` | ${says} |`);
  expect(text.slice(text.indexOf("## Names"))).toBe(
    `## Names\n\n| name | what it is |\n|---|---|\n${rows.join("\n")}\n`,
  );
});

test("and every template", () => {
  for (const file of builtInFiles().keys()) expect(text).toContain(`\`${file.replace(".mustache", "")}\``);
});
