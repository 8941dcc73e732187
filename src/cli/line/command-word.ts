// The word of a command line that names the command: the first that is neither an option nor an option's value.
import { GLOBAL_OPTIONS } from "./global-options.ts";

const TAKES_VALUE: ReadonlySet<string> = new Set(
  GLOBAL_OPTIONS.filter(({ flags }) => flags.includes("<")).flatMap(
    ({ flags }) => flags.match(/--?[a-zA-Z][\w-]*/g) ?? [],
  ),
);

/** Undefined where there are options alone. */
export function commandWord(line: readonly string[]): string | undefined {
  return line[commandPlace(line)];
}

/** Where the command stands in the line; -1 where there is none. */
export function commandPlace(line: readonly string[]): number {
  return line.findIndex((word, at) => !word.startsWith("-") && !TAKES_VALUE.has(line[at - 1] ?? ""));
}
