// The menu of keys on narrow terminals: a choice is never broken.
import { expect, test } from "vitest";
import { keyMenu } from "../../../src/cli/prompts/choose-key.ts";

const choices = [
  { key: "e", label: "edit again at line 6" },
  { key: "f", label: "fix as shown" },
  { key: "k", label: "keep as draft" },
  { key: "d", label: "discard" },
];

test.each([
  [undefined, ["[e] edit again at line 6  [f] fix as shown  [k] keep as draft  [d] discard:"]],
  [0, ["[e] edit again at line 6  [f] fix as shown  [k] keep as draft  [d] discard:"]],
  [12, ["[e] edit again at line 6", "  [f] fix as shown", "  [k] keep as draft", "  [d] discard:"]],
  [80, ["[e] edit again at line 6  [f] fix as shown  [k] keep as draft  [d] discard:"]],
  [40, ["[e] edit again at line 6", "  [f] fix as shown  [k] keep as draft", "  [d] discard:"]],
  [28, ["[e] edit again at line 6", "  [f] fix as shown", "  [k] keep as draft", "  [d] discard:"]],
])("in %s columns", (columns, rows) => {
  expect(keyMenu(choices, columns)).toEqual(rows);
});
