// Tries a corrected line before a Problem offers it: the whole text is read again with the line in its place.
import { LIMITS } from "./limits.ts";
import { readYaml } from "./yaml/read-yaml.ts";
import { lineAt, lineEnd, lineStart } from "./yaml/text-position.ts";
import { leafAt } from "./yaml/yaml-node.ts";

/** Over this many characters no correction is tried: trying one means parsing again. */
const TRIED_UP_TO = 200_000;

/** One line of a text, without its break; `start` lies behind a byte order mark. */
export interface Line {
  readonly start: number;
  readonly source: string;
}

/** The line that holds `offset`; the end of a text that ends in a line break belongs to its last line. */
export function lineHolding(text: string, offset: number): Line {
  const at = offset >= text.length && text.endsWith("\n") ? text.length - 1 : offset;
  const start = lineStart(text, at);
  const behindMark = start === 0 && text.startsWith("\uFEFF") ? 1 : start;
  return { start: behindMark, source: lineAt(text, behindMark) };
}

/** A change to one line: its first `before` characters stay, `value` is the text meant, `written` its YAML, `after` follows. */
export interface Rewrite {
  readonly before: string;
  readonly written: string;
  readonly after?: string;
  /** What the value at the end of `before` must then read as; absent when any reading without an error will do. */
  readonly meant?: string;
  /** Nothing at all may be wrong afterwards, below the line either. */
  readonly mendsAll?: boolean;
}

/**
 * The line rewritten, as a Problem's `correction`; nothing when the text would still be wrong up to its end, or say
 * something else than meant, or is too long to try.
 */
export function correctLine(text: string, line: Line, rewrite: Rewrite): { readonly correction?: string } {
  if (text.length > TRIED_UP_TO) return {};
  const correction = rewrite.before + rewrite.written + (rewrite.after ?? "");
  const end = lineEnd(text, line.start);
  const lineBreak = /\r?\n$/.exec(text.slice(line.start, end))?.[0] ?? "";
  const { root, findings } = readYaml(
    text.slice(0, line.start) + correction + lineBreak + text.slice(end),
    LIMITS,
  );
  const [first] = findings;
  const isMended =
    first === undefined || (rewrite.mendsAll !== true && first.offset > line.start + correction.length);
  if (!isMended) return {};
  if (root === undefined || rewrite.meant === undefined) return { correction };
  const leaf = leafAt(root, line.start + rewrite.before.length);
  return leaf?.kind === "text" && leaf.text === rewrite.meant ? { correction } : {};
}

/** What follows a value on its line that is clearly a comment: two blanks before the `#`, a blank after it. */
export function splitComment(rest: string): { readonly value: string; readonly comment: string } {
  const said = rest.trimEnd();
  const comment = /(?<!\s)\s{2,}#(?:\s.*)?$/.exec(said)?.[0] ?? "";
  const value = said.slice(0, said.length - comment.length);
  return { value, comment };
}
