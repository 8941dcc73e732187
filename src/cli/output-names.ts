// The names of the files that one run writes into a folder: two articles of one slug would be one file.
import type { Problem } from "../base/problem.ts";

/** Takes each name once; of one that was taken before it says what is wrong, and that file is not to be written again. */
export function outputNames(): (name: string) => Problem | undefined {
  const taken = new Set<string>();
  return (name) => {
    const before = taken.size;
    if (taken.add(name).size > before) return undefined;
    const message = `${name} is the file of another article, too, and holds that one`;
    return { severity: "error", code: "duplicate-slug", message, hint: "stet check" };
  };
}
