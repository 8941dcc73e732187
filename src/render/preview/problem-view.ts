// Problems of files as HTML: the message, the line it is about with a caret under it, and what to do.
import { escapeHtml } from "../../base/escape-html.ts";
import type { Problem } from "../../base/problem.ts";
import { visibleText } from "../../base/visible-text.ts";

/** One section for each, errors first; everything in it is escaped. */
export function problemsHtml(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [...errors, ...warnings].map(problemHtml).join("\n");
}

function problemHtml(problem: Problem): string {
  const { severity, file, line, message, correction, hint } = problem;
  const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
  const head = `<p><b>${severity}</b> ${printed(place + message)}</p>`;
  const help = correction ?? hint;
  return head + frameHtml(problem) + (help === undefined ? "" : `<p>→ <code>${printed(help)}</code></p>`);
}

/** A body can be one line of a megabyte. */
const FRAME_WIDTH = 120;

function frameHtml({ line, column = 1, source, note }: Problem): string {
  if (line === undefined || source === undefined) return "";
  const from = column > FRAME_WIDTH ? column - 40 : 0;
  const number = String(line).padStart(3);
  const before = visibleText(source.slice(from, column - 1)).replace(/[^\t]/gu, " ");
  const shown = printed(source.slice(from, from + FRAME_WIDTH));
  const caret = `${" ".repeat(number.length)} | ${before}^${note === undefined ? "" : ` ${printed(note)}`}`;
  return `<pre>${number} | ${shown}\n${caret}</pre>`;
}

function printed(text: string): string {
  return escapeHtml(visibleText(text));
}
