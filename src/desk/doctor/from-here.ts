// Paths in the fixes that doctor names: they are typed where the person is, which need not be the newsroom's root.
import { shellWord } from "../../base/shell-word.ts";
import { resolve, wayTo } from "../../newsroom/paths.ts";

/** Where a newsroom is, and the folder that a person types in; both absolute. */
export interface Here {
  readonly root: string;
  readonly cwd: string;
}

/** A path of the newsroom as seen from where a person types, as a word of a shell's line. */
export function fromHere({ root, cwd }: Here, name: string): string {
  const there = wayTo(cwd, resolve(root, name));
  return shellWord(there.startsWith("-") ? `./${there}` : there);
}
