// The words of a program named in the environment.
import { expect, test } from "vitest";
import { programWords } from "../../src/base/program-words.ts";

test.each([
  ["nano", ["nano"]],
  ["  code   --wait ", ["code", "--wait"]],
  ['"/Applications/Sublime Text.app/bin/subl" -w', ["/Applications/Sublime Text.app/bin/subl", "-w"]],
  ["'/opt/my editor' --title='a \"b\" c'", ["/opt/my editor", '--title=a "b" c']],
  [String.raw`C:\Tools\vim.exe -n`, [String.raw`C:\Tools\vim.exe`, "-n"]],
  ["it's", ["it's"]],
  ["vi $(touch x);y", ["vi", "$(touch", "x);y"]],
  ["", []],
])("%s", (text, words) => {
  expect(programWords(text)).toEqual(words);
});
