// The changes `stet check --fix` may make unasked, as places in a file: a value put in quotes, a word of the newsroom's
// list, an id. Whatever might change what somebody meant is none of them.
import type { Problem } from "../../base/problem.ts";
import type { YamlNode } from "../../article/yaml/yaml-node.ts";
import type { Remark } from "./rule.ts";

/** `[start, end)` of the file's text becomes `by`; a `word` stands in the value at the end of `way`. */
export type FileMend =
  | { readonly kind: "correction"; readonly start: number; readonly end: number; readonly by: string }
  | {
      readonly kind: "word";
      readonly start: number;
      readonly end: number;
      readonly by: string;
      readonly way: readonly [string, ...string[]];
      readonly at: number;
    }
  | { readonly kind: "stamp" };

/**
 * The corrected line of a Problem, where it differs from the line by quotes and blanks alone: every letter typed stays.
 * A `#` with a blank behind it may be the note of somebody who forgot one blank before it, so that is left to a person.
 */
export function correctionMend(text: string, problem: Problem): FileMend | undefined {
  const { line, column = 1, source, correction } = problem;
  if (correction === undefined || line === undefined || source === undefined) return undefined;
  if (lettersOf(source) !== lettersOf(correction) || /^#\s/.test(source.slice(column - 1))) return undefined;
  const start = text.indexOf(source, startOfLine(text, line));
  return { kind: "correction", start, end: start + source.length, by: correction };
}

function lettersOf(line: string): string {
  return line.replace(/["'\\\s]/g, "");
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  return start;
}

/** A word's place, and the remark about it. */
export interface RemarkedWord {
  readonly node: YamlNode | undefined;
  readonly offset: number;
  readonly remark: Remark;
}

/** Letters and what stands between them mean nothing to YAML in the middle of a text. */
const HARMLESS = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .’-]*[\p{L}\p{M}\p{N}.])?$/u;

/** A word replaced where it stands in the file just as it reads: not folded over two lines, not escaped. */
export function replaceMend(text: string, { node, offset, remark }: RemarkedWord): FileMend | undefined {
  const { mend, place } = remark;
  if (mend?.kind !== "replace" || place.at === undefined || node?.kind !== "text") return undefined;
  const { at } = place;
  const end = offset + mend.length;
  const said = (place.way[0] === "headline" ? node.text.trim() : node.text).slice(at, at + mend.length);
  const [first, ...rest] = place.way;
  const steps = rest.filter((step) => typeof step === "string");
  if (node.isAlias || steps.length < rest.length || !HARMLESS.test(mend.by)) return undefined;
  if (text.slice(offset, end) !== said) return undefined;
  return { kind: "word", start: offset, end, by: mend.by, way: [first, ...steps], at };
}
