// Lines of shell that a shell is not needed for.

const WORD = /(?:[\w@%+=:,./^-]|'[^']*'|"[^"$`\\!]*")+/;
const LINE = new RegExp(`^${WORD.source}(?: +${WORD.source})*$`);

/** The words of a line that means to a shell nothing but words; undefined for every other. */
export function wordsOfLine(line: string): string[] | undefined {
  if (!LINE.test(line)) return undefined;
  return Array.from(line.matchAll(new RegExp(WORD, "g")), ([written]) =>
    written.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  );
}

/** One command of a pipeline, and the variables that are set for it. */
export interface PipedCommand {
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** The commands of a line `A=1 one x | two`, each of them words alone; undefined for a line that takes a shell. */
export function pipelineOf(line: string): PipedCommand[] | undefined {
  const whole = wordsOfLine(line);
  const commands = whole === undefined ? line.split(" | ").map(wordsOfLine) : [whole];
  const isKnown = (words: string[] | undefined): words is string[] => words !== undefined;
  return commands.every(isKnown) ? commands.map(withoutVariables) : undefined;
}

function withoutVariables(words: readonly string[]): PipedCommand {
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const set = words.slice(0, first).map((word) => /^(.*?)=(.*)$/.exec(word) ?? []);
  return {
    env: Object.fromEntries(set.map(([, name = "", value = ""]) => [name, value])),
    words: words.slice(first),
  };
}
