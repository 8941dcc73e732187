// Which program started which, as Linux tells it in /proc.
import fs from "node:fs";

export interface Parentage {
  readonly pid: number;
  readonly parent: number;
}

/** Every process there is; none where there is no /proc. */
export function parentsInProc(): readonly Parentage[] {
  const names = fs.existsSync("/proc") ? fs.readdirSync("/proc") : [];
  return names
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), parent: parentIn(readIfThere(`/proc/${pid}/stat`)) }));
}

/** Behind the name, which stands in parentheses with whatever signs, are the state and the parent. */
function parentIn(stat: string): number {
  return Number(/^.*\) \S (\d+)/s.exec(stat)?.[1] ?? 0);
}

/** Processes end while they are looked at. */
function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
