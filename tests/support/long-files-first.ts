// Which test files the suite begins with. vitest takes those first that took long the last time; in a fresh checkout,
// where it knows of none, the largest. A small one that takes long would be the last then, and run alone.
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONG = [
  "tests/transcripts.test.ts",
  "tests/cli/giving-up.test.ts",
  "tests/publish-site-killed.test.ts",
  "tests/process/preview-in-browser.test.ts",
];

export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const first = LONG.flatMap((name) => others.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)));
    return [...new Set([...first, ...others])];
  }
}
