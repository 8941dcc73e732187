// The built program behind a real shell that takes `>` for itself.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

function shell(script: string, cwd: string) {
  const program = `"${process.execPath}" "${PROGRAM}" `;
  const { stderr, status } = spawnSync("/bin/bash", ["-c", script.replaceAll("stet ", program)], {
    cwd,
    env: environmentOf({ cwd }),
    encoding: "utf8",
    input: "",
  });
  return { stderr, status };
}

describe("a comparison that the shell took for a redirection", () => {
  test.each([
    ["stet list updated>2025-01-01", "2025-01-01", "stet list updated:2025-01-01.."],
    ["stet list updated>=2025-01-01", "=2025-01-01", "stet list updated:2025-01-01.."],
    ["stet list words>500 section:business", "500", "stet list words:500.. section:business"],
    ["stet -C articles list updated>2025", "2025", "stet list updated:2025.."],
    ["stet set tag+=x -y -Q updated>2025", "2025", "-Q updated:2025.."],
  ])("%s", (line, file, hint) => {
    const cwd = sampleNewsroom();
    expect(shell(line, cwd)).toEqual({
      status: 2,
      stderr: [
        `error: the shell took ">" and is writing to the file "${file}"`,
        "  nothing was written to it; remove it if it is not one of yours",
        `→ ${hint}`,
        "",
      ].join("\n"),
    });
    expect(readFileSync(path.join(cwd, file), "utf8")).toBe("");
  });

  test("errors as JSON name the trap", () => {
    const { stderr, status } = shell("stet list --json updated>2025", sampleNewsroom());
    expect({ status, code: JSON.parse(stderr).error.code }).toEqual({ status: 2, code: "redirect-trap" });
  });

  test.each([
    "stet list words:500.. > 500",
    "stet list updated > list.txt",
    "stet list updated | cat > 2025",
  ])("no trap: %s", (line) => expect(shell(line, sampleNewsroom())).toEqual({ status: 0, stderr: "" }));
});
