import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { compiledSource } from "./tests/support/compile-source.ts";
import { filesThatRunStet } from "./tests/support/files-that-run-stet.ts";
import { LongFilesFirst } from "./tests/support/long-files-first.ts";

const report = process.env["VITEST_REPORT"];
const isBundle = process.env["STET_TEST_TARGET"] === "bundle";

const config: ViteUserConfig = defineConfig({
  plugins: [compiledSource()],
  test: {
    include: isBundle ? filesThatRunStet(import.meta.dirname) : ["tests/**/*.test.ts"],
    exclude: ["tests/**/*.slow.test.ts"],
    globalSetup: ["tests/support/build-once.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    // Not threads: whoever starts a program has all the memory of its process marked to be copied, that of each thread.
    pool: "forks",
    // The files of a worker share its modules: to load them for each anew was a fifth of the suite's time.
    isolate: false,
    sequence: { sequencer: LongFilesFirst },
    // Half as many again as there are processors: tests of processes and terminals spend half their time waiting.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A machine busy with other things makes every test several times slower; only a hang takes this long.
    testTimeout: 300_000,
    env: { TZ: "UTC", LANG: "C.UTF-8" },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
export default config;
