// Loaded by `node --require` into the process under test: reads the plan from the environment, counts mutating file
// operations and strikes at the one asked for. Writes how many there were when the process gets to its end.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { injectFaults } from "./inject-faults.ts";

/** `at` counts from 1; `kill-half` passes operations that are no writes and does not count them. */
export interface Plan {
  readonly mode: "kill" | "kill-half" | "count";
  readonly at: number;
  /** Where the number of operations goes at a regular end. */
  readonly countFile: string;
}

const text = process.env["STET_FAULT_PLAN"];
if (text !== undefined) {
  const plan: Plan = JSON.parse(text);
  follow(plan);
}

function follow(plan: Plan): void {
  let count = 0;
  const writeCount = fs.writeFileSync.bind(fs);
  const end = injectFaults(fs, (operation) => {
    if (!operation.mutates) return "pass";
    if (plan.mode === "kill-half" && operation.data === undefined) return "pass";
    count++;
    return count === plan.at && plan.mode !== "count" ? plan.mode : "pass";
  });
  syncBuiltinESMExports();
  process.on("exit", () => {
    end();
    writeCount(plan.countFile, String(count));
  });
}
