// Every transcript in tests/transcripts and every console block of the README, run as written in a copy of the
// sample newsroom: the README by the built program, as its readers do.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT, sampleNewsroom } from "./support/sample-newsroom.ts";
import { runOnTerminal, runStep, stepsOf, withPlaceholders } from "./support/transcript.ts";

const transcripts = readdirSync(path.join(PROJECT, "tests/transcripts"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `tests/transcripts/${name}`);

describe.each(["README.md", ...transcripts])("%s", (file) => {
  test("prints what it says", async () => {
    const run = file === "README.md" ? runOnTerminal : runStep;
    const newsroom = sampleNewsroom();
    const steps = stepsOf(readFileSync(path.join(PROJECT, file), "utf8"));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const actual = withPlaceholders(await run(step, newsroom), step.expected);
      expect(`$ ${step.command}\n${actual}`, `${file}:${step.line}`).toBe(
        `$ ${step.command}\n${step.expected}`,
      );
    }
  });
});
