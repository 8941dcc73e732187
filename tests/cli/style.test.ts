import { describe, expect, test } from "vitest";
import type { Io, Output } from "../../src/cli/io.ts";
import { styleFor, type ColorChoice } from "../../src/cli/style.ts";

const output = (isTerminal: boolean): Output => ({ isTerminal, columns: 80, write: () => Promise.resolve() });

function style(env: Io["env"], isTerminal = true, choice: ColorChoice = "auto", ascii = false) {
  const io: Io = {
    stdin: { isTerminal, readAll: () => Promise.resolve(Buffer.alloc(0)) },
    stdout: output(isTerminal),
    stderr: output(isTerminal),
    env,
    cwd: "/",
    shellPid: undefined,
    now: () => 0,
    clock: () => 0,
    elapsed: () => 0,
    random: (count) => new Uint8Array(count),
  };
  return styleFor(output(isTerminal), io, choice, ascii);
}

const isColored = (...words: Parameters<typeof style>): boolean => style(...words).bold("x") !== "x";

describe("colour", () => {
  test.each<[string, Parameters<typeof style>, boolean]>([
    ["a terminal", [{}], true],
    ["a pipe", [{}, false], false],
    ["NO_COLOR on a terminal", [{ NO_COLOR: "1" }], false],
    ["an empty NO_COLOR says nothing", [{ NO_COLOR: "" }], true],
    ["FORCE_COLOR in a pipe", [{ FORCE_COLOR: "1" }, false], true],
    ["FORCE_COLOR=0", [{ FORCE_COLOR: "0" }], false],
    ["NO_COLOR beats FORCE_COLOR", [{ NO_COLOR: "1", FORCE_COLOR: "1" }], false],
    ["CLICOLOR_FORCE in a pipe", [{ CLICOLOR_FORCE: "1" }, false], true],
    ["CLICOLOR=0", [{ CLICOLOR: "0" }], false],
    ["TERM=dumb", [{ TERM: "dumb" }], false],
    ["--color always beats NO_COLOR", [{ NO_COLOR: "1" }, false, "always"], true],
    ["--color never beats FORCE_COLOR", [{ FORCE_COLOR: "1" }, true, "never"], false],
  ])("%s", (_, words, expected) => expect(isColored(...words)).toBe(expected));

  test("without colour there is no hyperlink either", () => {
    expect(style({}, false).link("x", "https://a.example/")).toBe("x");
    expect(style({}).link("x", "https://a.example/")).toBe(
      "\u001B]8;;https://a.example/\u001B\\x\u001B]8;;\u001B\\",
    );
  });
});

describe("symbols", () => {
  test.each<[Io["env"], boolean, boolean]>([
    [{}, false, true],
    [{ LANG: "C.UTF-8" }, false, true],
    [{ LANG: "C" }, false, false],
    [{ LANG: "en_GB.UTF-8", LC_ALL: "C" }, false, false],
    [{ TERM: "linux" }, false, false],
    [{}, true, false],
  ])("%j --ascii=%s", (env, ascii, expected) =>
    expect(style(env, true, "auto", ascii).unicode).toBe(expected),
  );
});
