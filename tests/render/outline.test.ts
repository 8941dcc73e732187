import { expect, test } from "vitest";
import { parseBody } from "../../src/body/parse-body.ts";
import { outlineOf } from "../../src/render/outline.ts";

test.each([
  ["## a", [2]],
  ["# a\n\n## b\n\n# c", [2, 3, 2]],
  ["#### a\n\n## b\n\n###### c", [2, 2, 3]],
  ["## a\n\n> ### b\n\n- #### c\n\n## d", [2, 3, 4, 2]],
  ["# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f", [2, 3, 4, 5, 6, 6]],
  ["## a[^1]\n\n[^1]: ### b", [2, 3]],
])("%j has the levels %j", (markdown, levels) => {
  expect([...outlineOf(parseBody(markdown)).values()]).toEqual(levels);
});
