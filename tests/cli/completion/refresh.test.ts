// A shell has the words made anew when what they are made of is newer, and only then: it takes seconds of a large newsroom.
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { refreshCompletion } from "../../../src/desk/keep-index/refresh-completion.ts";
import { AS_OTHER, canRunAsOther } from "../../support/run-as-other.ts";
import { sampleNewsroom } from "../../support/sample-newsroom.ts";
import { complete, hasShell, SHELLS, type Shell } from "../../support/shell-completion.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { testDesk } from "../../support/test-desk.ts";

/** What each shell remembers once it has asked for them. */
const HAS_ASKED: Readonly<Record<Shell, string>> = {
  bash: 'echo "asked${_stet_asked:+ it}"',
  zsh: 'echo "asked${_stet_asked:+ it}"',
  fish: "test $__stet_asked = 0; and echo asked; or echo asked it",
  nushell: 'print ("\\n" + (if (job list | is-empty) { "asked" } else { "asked it" }))',
};

const STAMPED = 1_700_000_000;
const FILES = ["stet.yaml", ".stet/recent.json", ".stet/trash", ".stet/index/1.db", ".stet/index/1.db-wal"];

/** Whether a Tab behind `line` asks for the words where `newer` is newer than them. */
function asks(shell: Shell, line: string, newer?: string): boolean {
  const cwd = temporaryFolder();
  for (const folder of [".stet/index", ".stet/trash", ".stet/cache/complete/slugs", "bin"])
    mkdirSync(path.join(cwd, folder), { recursive: true });
  for (const file of [...FILES, ".stet/cache/complete/stamp"])
    if (file !== ".stet/trash") writeFileSync(path.join(cwd, file), "");
  for (const file of FILES) {
    const time = file === newer ? STAMPED + 60 : STAMPED - 60;
    utimesSync(path.join(cwd, file), time, time);
  }
  utimesSync(path.join(cwd, ".stet/cache/complete/stamp"), STAMPED, STAMPED);
  const programs = path.join(cwd, "bin");
  writeFileSync(path.join(programs, "stet"), "#!/bin/sh\nexec sleep 1\n", { mode: 0o755 });
  const { words } = complete(shell, line, cwd, { programs, after: HAS_ASKED[shell] });
  return words.at(-1) === "asked it";
}

test.each(["bash", "zsh"] as const)("%s asks again where a prompt has set SECONDS back", (shell) => {
  if (!hasShell(shell)) return;
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  const after = "[[ $_stet_asked = 1000 ]] || echo asked";
  const { words } = complete(shell, "stet show the", cwd, { before: "_stet_asked=1000 SECONDS=3", after });
  expect(words).toEqual(["asked"]);
});

describe.each(SHELLS)("%s", (shell) => {
  test.skipIf(!hasShell(shell, AS_OTHER.uid) || !canRunAsOther)(
    "offers what may be read where the index may not",
    async () => {
      const cwd = sampleNewsroom();
      await refreshCompletion(testDesk(cwd));
      chmodSync(cwd, 0o755);
      chmodSync(path.join(cwd, ".stet/index"), 0o300);
      const { uid } = AS_OTHER;
      const asked = complete(shell, "stet list section:culture/b", cwd, uid === undefined ? {} : { uid });
      expect(asked.words.map((word) => word.replace("section:", ""))).toEqual(["culture/books"]);
      expect(asked.stderr).toBe("");
      chmodSync(path.join(cwd, ".stet/index"), 0o700);
    },
  );

  test.skipIf(!hasShell(shell)).each([
    ["stet show the", ".stet/index/1.db"],
    ["stet show the", ".stet/index/1.db-wal"],
    ["stet list section:c", ".stet/index/1.db"],
    ["stet list section:c", "stet.yaml"],
    ["stet list author:c", "stet.yaml"],
    ["stet list @c", "stet.yaml"],
    ["stet restore ", ".stet/trash"],
  ])("has the words of %s made anew where %s is newer", (line, newer) => {
    expect(asks(shell, line, newer)).toBe(true);
  });

  test.skipIf(!hasShell(shell)).each([
    ["stet show the", undefined],
    ["stet restore ", undefined],
    ["stet list section:c", ".stet/recent.json"],
    ["stet show the", ".stet/recent.json"],
    ["stet list is:l", ".stet/index/1.db"],
  ])("asks for nothing behind %s where %s is newer", (line, newer) => {
    expect(asks(shell, line, newer)).toBe(false);
  });
});
