// A story typed below `body:` without its indent: to YAML the lines are fields, or nothing at all; to their writer they
// are the story.
import { fieldNamed } from "../../article/fields.ts";
import type { Problem } from "../../base/problem.ts";

interface Stray {
  readonly lines: readonly string[];
  /** Of `body:`, and of the first line without indent below it that begins no field; counted from 0. */
  readonly body: number;
  readonly first: number;
}

/** The text with all of the story indented; undefined where no line of it wants that. */
export function withStoryIndented(text: string): string | undefined {
  const stray = strayOf(text);
  if (stray === undefined) return undefined;
  const { lines, body, first } = stray;
  const next = lines.findIndex((line, index) => index > first && beginsField(line));
  const end = next === -1 ? lines.length : next;
  return lines
    .map((line, index) => {
      if (index === body) return line.replace(/^body:\s*?(\r?)$/, "body: |$1");
      return index >= first && index < end && /^\S/.test(line) ? `  ${line}` : line;
    })
    .join("\n");
}

/** The first such line, as an error with its correction. */
export function strayProblem(file: string, text: string): Problem | undefined {
  const stray = strayOf(text);
  if (stray === undefined) return undefined;
  const source = (stray.lines[stray.first] ?? "").replace(/\r$/, "");
  return {
    severity: "error",
    code: "schema",
    message: "this line belongs to no field",
    file,
    line: stray.first + 1,
    column: 1,
    source,
    note: "indented by two spaces it goes on the field above",
    correction: `  ${source}`,
  };
}

function strayOf(text: string): Stray | undefined {
  const lines = text.split("\n");
  const body = lines.findIndex((line) => /^body:(?: [|>][+-]?)?\s*$/.test(line));
  if (body === -1) return undefined;
  const first = lines.findIndex((line, index) => index > body && /^\S/.test(line));
  return first === -1 || isNamed(lines[first] ?? "") ? undefined : { lines, body, first };
}

/** A key in one word is somebody's own field, if stet knows it or not. */
function isNamed(line: string): boolean {
  return /^[\w-]+:(?:\s|$)/.test(line);
}

function beginsField(line: string): boolean {
  const [, name = ""] = /^([a-z_]+):(?:\s|$)/.exec(line) ?? [];
  return name !== "" && fieldNamed(name) !== undefined;
}
