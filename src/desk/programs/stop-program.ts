// Ends a program with all that it started: each is asked first, and made to where it stays.
import { spawnSync } from "node:child_process";
import { setTimeout as after } from "node:timers/promises";
import { parentsInProc, type Parentage } from "../../newsroom/person/parents-in-proc.ts";

const GRACE_MS = 2000;
const LOOK_MS = 50;

/**
 * Stops the program and every program below it; resolves when none is left that could be stopped. They are told by their
 * parents, not by a process group of their own, as a program in one could not ask for a passphrase at the terminal: what
 * they have let go of, as a daemon, is no longer theirs and stays.
 */
export async function stopProgram(pid: number): Promise<void> {
  const family = familyOf([pid]);
  for (const each of family) signal(each, "SIGTERM");
  for (let waited = 0; waited < GRACE_MS && family.some(isThere); waited += LOOK_MS) await after(LOOK_MS);
  for (const each of familyOf(family.filter(isThere))) signal(each, "SIGKILL");
}

/** These processes and all below them. */
function familyOf(pids: readonly number[]): readonly number[] {
  const parents = pids.length === 0 ? [] : parentsNow();
  const family = new Set(pids);
  for (const pid of family) for (const each of parents) if (each.parent === pid) family.add(each.pid);
  return [...family];
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function isThere(pid: number): boolean {
  return signal(pid, 0);
}

/** Every process with its parent; none where the system does not tell. Small images of Linux have no ps. */
function parentsNow(): readonly Parentage[] {
  if (process.platform === "linux") return parentsInProc();
  const listed = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout?.split("\n") ?? [];
  return listed.map((line) => {
    const [pid = "", parent = ""] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent) };
  });
}
