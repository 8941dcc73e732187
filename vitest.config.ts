import { defineConfig, type ViteUserConfig } from "vitest/config";

const report = process.env["VITEST_REPORT"];

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/**/*.slow.test.ts"],
    globalSetup: ["tests/support/build-once.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    pool: "threads",
    maxWorkers: "100%",
    testTimeout: 60_000,
    env: { TZ: "UTC", LANG: "C.UTF-8" },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
export default config;
