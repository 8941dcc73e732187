// Words a shell user writes that commander would misread, rewritten before it sees them; nothing behind `--` is touched.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "./declaration.ts";

const MACHINE_FORMATS = new Set(["--json", "--ndjson", "--csv", "--tsv"]);

/**
 * `--json` takes its fields only behind `=`, so that a word is never a field today and a query tomorrow; in a command
 * that takes a query, `-tag:sport` is the negation `!tag:sport`, as with `-@hot` and `-(a b)`. Throws StetError (usage)
 * for `--json slug,headline`.
 */
export function rewriteLine(line: readonly string[], declarations: readonly CommandDeclaration[]): string[] {
  const end = line.indexOf("--");
  const words = end === -1 ? line : line.slice(0, end);
  const rest = end === -1 ? [] : line.slice(end);
  const takesQuery = declarations.some(
    ({ name, aliases, takesQuery: takes }) =>
      takes === true && words.some((word) => word === name || aliases?.includes(word)),
  );
  const rewritten = words.map((word, index) => {
    if (MACHINE_FORMATS.has(word)) return bareFormat(word, words[index + 1]);
    return takesQuery ? word.replace(/^-(?=(?:x\.)?[a-z][\w.]+(?::|!?=|~|<|>)|@|\()/, "!") : word;
  });
  return [...rewritten, ...rest];
}

function bareFormat(word: string, next: string | undefined): string {
  if (next === undefined || !/^[a-z_]+(?:,[a-z_.]+)+$/.test(next)) return `${word}=`;
  throw new StetError("usage", "usage", `the fields of ${word} go behind an equals sign`, {
    hint: `${word}=${next}`,
  });
}
