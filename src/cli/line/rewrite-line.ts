// Words a shell user writes that commander would misread, rewritten before it sees them; nothing behind `--` is touched.
import { StetError } from "../../base/stet-error.ts";
import { commandWord } from "./command-word.ts";
import type { CommandDeclaration, OptionDeclaration } from "./declaration.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";

const MACHINE_FORMATS = new Set(["--json", "--ndjson", "--csv", "--tsv"]);

/**
 * `--json` takes its fields only behind `=`, so that a word is never a field today and a query tomorrow; in a command
 * that takes a query, `-tag:sport` is the negation `!tag:sport`, as with `-@hot` and `-(a b)`; in one that has `-n N`,
 * `-5` is `-n5`, as in git, and `--limit 5` is `-n 5`; the value in `-s -valid` stays whole. Throws StetError (usage) for
 * `--json slug,headline`.
 */
export function rewriteLine(line: readonly string[], declarations: readonly CommandDeclaration[]): string[] {
  const end = line.indexOf("--");
  const words = withValues(end === -1 ? line : line.slice(0, end), declarations);
  const rest = end === -1 ? [] : line.slice(end);
  const takesQuery = declarations.some(
    ({ name, aliases, takesQuery: takes }) =>
      takes === true && words.some((word) => word === name || aliases?.includes(word)),
  );
  const limit = limitIn(words, declarations);
  const rewritten = words.map((word, index) => {
    const counted = limit(word, index);
    if (counted !== undefined) return counted;
    if (MACHINE_FORMATS.has(word)) return bareFormat(word, words[index + 1]);
    return takesQuery ? word.replace(/^-(?=(?:x\.)?[a-z][\w.]+(?::|!?=|~|<|>)|@|\()/, "!") : word;
  });
  return [...rewritten, ...rest];
}

/**
 * The words, each value that looks like several short options joined to its own: commander would take `-yes we can` for the
 * `-y` of every command before it comes to the option that it is the value of.
 */
function withValues(line: readonly string[], declarations: readonly CommandDeclaration[]): string[] {
  const options = commandIn(line, declarations)?.options ?? [];
  const takesValue = namesTakingValue(options);
  const words: string[] = [];
  for (const word of line) {
    const option = words.at(-1) ?? "";
    const isValue = takesValue.has(option) && /^-[A-Za-z]./s.test(word);
    if (isValue) words[words.length - 1] = option.startsWith("--") ? `${option}=${word}` : option + word;
    else words.push(word);
  }
  return words;
}

function commandIn(
  words: readonly string[],
  declarations: readonly CommandDeclaration[],
): CommandDeclaration | undefined {
  const called = commandWord(words) ?? "";
  return declarations.find(({ name, aliases }) => name === called || aliases?.includes(called) === true);
}

function namesTakingValue(options: readonly OptionDeclaration[]): ReadonlySet<string> {
  const taking = options.filter(({ flags }) => flags.includes("<"));
  return new Set(taking.flatMap(({ flags }) => flags.match(/--?[a-zA-Z][\w-]*/g) ?? []));
}

/**
 * `-5`, which no query or name can be unless it is the value of the option before it, as `-n5`, and `--limit 5` as `-n 5`:
 * commander would take it for the `--limit NAME=N` of every command. Undefined for every other word.
 */
function limitIn(
  words: readonly string[],
  declarations: readonly CommandDeclaration[],
): (word: string, at: number) => string | undefined {
  const options = commandIn(words, declarations)?.options;
  if (options?.some(({ flags }) => flags.startsWith("-n,")) !== true) return () => undefined;
  const takesValue = namesTakingValue([...GLOBAL_OPTIONS, ...options]);
  return (word, at) => {
    if (/^-[1-9]\d*$/.test(word) && !takesValue.has(words[at - 1] ?? "")) return `-n${word.slice(1)}`;
    if (word === "--limit") return /^\w+$/.test(words[at + 1] ?? "") ? "-n" : undefined;
    return /^--limit=\w+$/.test(word) ? word.replace("--limit=", "-n") : undefined;
  };
}

function bareFormat(word: string, next: string | undefined): string {
  if (next === undefined || !/^[a-z_]+(?:,[a-z_.]+)+$/.test(next)) return `${word}=`;
  throw new StetError("usage", "usage", `the fields of ${word} go behind an equals sign`, {
    hint: `${word}=${next}`,
  });
}
