import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { compiledSource } from "./tests/support/compile-source.ts";

/** The files whose properties may be searched longer than the suite does. */
function filesOfProperties(): string[] {
  return readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((name) => path.join("tests", name))
    .filter((file) => file.endsWith(".test.ts") && readFileSync(file, "utf8").includes("support/runs.ts"));
}

const config: ViteUserConfig = defineConfig({
  plugins: [compiledSource()],
  test: {
    include: ["tests/**/*.slow.test.ts", ...filesOfProperties()],
    globalSetup: ["tests/support/build-once.ts"],
    setupFiles: ["tests/support/fixed-seed.ts"],
    testTimeout: 3_600_000,
    env: { TZ: "UTC", LANG: "C.UTF-8", STET_PROPERTY_TIMES: "17" },
  },
});
export default config;
