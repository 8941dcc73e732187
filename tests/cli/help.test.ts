// Help says what is so: it fits the terminal, and each of its examples runs in the sample newsroom.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { commandHelp, rootHelp } from "../../src/cli/help.ts";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const pages = [["stet", rootHelp(COMMANDS)], ...COMMANDS.map((each) => [each.name, commandHelp(each)])];

describe("help", () => {
  test.each(pages)("%s fits 80 columns", (_, page) => {
    expect(page?.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("root help is at most 24 lines", () => {
    expect(rootHelp(COMMANDS).trimEnd().split("\n").length).toBeLessThanOrEqual(24);
  });

  test.each(COMMANDS.map((each) => [each.name, each] as const))(
    "%s shows its examples first",
    (_, declaration) => {
      expect(declaration.examples.length).toBeGreaterThan(0);
      const [summary, blank, title] = commandHelp(declaration).split("\n");
      expect([summary, blank, title]).toEqual([declaration.summary, "", "Examples"]);
    },
  );
});

describe("examples", () => {
  // What is chosen on a screen is in pick.test.ts.
  const unattended = COMMANDS.filter(({ name }) => name !== "pick");
  test.each(unattended.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const)))(
    "%s: %s",
    (_, example) => {
      const cwd = sampleNewsroom();
      const bin = path.join(cwd, ".bin");
      mkdirSync(bin);
      writeFileSync(path.join(bin, "stet"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
        mode: 0o755,
      });
      writeFileSync(path.join(cwd, "half"), '#!/bin/sh\necho >> "$1"\nexit 1\n', { mode: 0o755 });
      const env = environmentOf({ cwd, env: { EDITOR: "true" } });
      // The draft that --resume goes on with is left by an editor that fails.
      const prepared = example.includes("--resume")
        ? "EDITOR=./half stet edit the-salt-ledger 2>/dev/null; "
        : "";
      const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", prepared + example], {
        cwd,
        env: { ...env, PATH: `${bin}:${env["PATH"] ?? ""}` },
        encoding: "utf8",
        input: "",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("error:") });
    },
  );
});
