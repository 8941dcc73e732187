import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["tests/**/*.slow.test.ts"],
    globalSetup: ["tests/support/build-once.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    testTimeout: 600_000,
    env: { TZ: "UTC", LANG: "C.UTF-8" },
  },
});
export default config;
