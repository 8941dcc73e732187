// Paths in the fixes that doctor names: they are typed where the person is, which need not be the newsroom's root.
import { shellWord } from "../../base/shell-word.ts";
import { resolve, wayTo } from "../../newsroom/paths.ts";
import type { Desk } from "../desk.ts";

/** A path of the newsroom as seen from where stet was started, as a word of a shell's line. */
export function fromHere({ root, cwd }: Pick<Desk, "root" | "cwd">, name: string): string {
  const there = wayTo(cwd, resolve(root, name));
  return shellWord(there.startsWith("-") ? `./${there}` : there);
}
