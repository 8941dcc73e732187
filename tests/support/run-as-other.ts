// Somebody who owns nothing here: as root, who may write everywhere, a test must be another to be refused.
import { execFileSync } from "node:child_process";
import { PROGRAM } from "./run-stet.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** What runProgram needs to run as that user. */
export const AS_OTHER: { readonly uid?: number; readonly env: Readonly<Record<string, string>> } = {
  ...(isRoot ? { uid: NOBODY } : {}),
  env: { HOME: "/nonexistent" },
};

/** True where that user can run the program at all. */
export const canRunAsOther: boolean = ((): boolean => {
  if (!isRoot) return true;
  try {
    execFileSync(process.execPath, [PROGRAM, "--version"], { uid: NOBODY, gid: NOBODY, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
