// A change of all that a query means, and somebody who changes one of them between the answer and the lock.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet, type Outcome } from "../support/run-stet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const DRAFT = "headline: Naïve draft\nbody: |\n  An advisor.\n";
const WITHDRAWN = `${DRAFT}status: withdrawn\npublished: 2026-11-01T06:00:00Z\n`;
const ALONE = "articles/moved.yaml does not match the query any more and is left alone\n";

/** Runs the line over two drafts, of which one is withdrawn as soon as stet has told what it cannot read. */
async function meanwhile(line: readonly string[]): Promise<Outcome & { readonly cwd: string }> {
  const cwd = temporaryFolder();
  writeFileSync(
    path.join(cwd, "stet.yaml"),
    "stet: 1\nname: The Courier\nstyle: {words: {advisor: adviser}}\n",
  );
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "articles/broken.yaml"), "headline: Brexit: what now?\n");
  for (const name of ["moved", "still"]) writeFileSync(path.join(cwd, `articles/${name}.yaml`), DRAFT);
  const onWrite = (text: string): void => {
    if (text.includes("broken.yaml")) writeFileSync(path.join(cwd, "articles/moved.yaml"), WITHDRAWN);
  };
  return { cwd, ...(await runStet([...line, "-Q", "status:draft", "--yes"], { cwd, onWrite })) };
}

describe("what the query does not mean any more is left alone, and said so", () => {
  test.each([
    ["set kicker=New", "still\n"],
    ["set kicker=New --dry-run", "still\n"],
    ["submit", "still\n"],
    ["kill --reason void", "still\n"],
    ["rm", "articles/still.yaml\n"],
    ["rm --dry-run", "articles/still.yaml\n"],
  ])("stet %s", async (line, stdout) => {
    const outcome = await meanwhile(line.split(" "));
    expect(outcome.stdout).toBe(stdout);
    expect(outcome.stderr.endsWith(ALONE), outcome.stderr).toBe(true);
    expect(readFileSync(path.join(outcome.cwd, "articles/moved.yaml"), "utf8")).toBe(WITHDRAWN);
  });

  test("stet check --fix", async () => {
    const { cwd, stderr } = await meanwhile(["check", "--fix"]);
    expect(stderr).toContain(ALONE);
    expect(readFileSync(path.join(cwd, "articles/moved.yaml"), "utf8")).toBe(WITHDRAWN);
    expect(readFileSync(path.join(cwd, "articles/still.yaml"), "utf8")).toContain("adviser");
  });
});
