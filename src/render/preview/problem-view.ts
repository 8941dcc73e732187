// Problems of files as HTML: the message, the line it is about with a caret under it, and what to do.
import { codeFrame } from "../../base/code-frame.ts";
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

function frameHtml({ line, column = 1, source, note }: Problem): string {
  if (line === undefined || source === undefined) return "";
  const { shown, indent } = codeFrame(line, column, source);
  const caret = `${indent}^${note === undefined ? "" : ` ${printed(note)}`}`;
  return `<pre>${escapeHtml(shown)}\n${caret}</pre>`;
}

function printed(text: string): string {
  return escapeHtml(visibleText(text));
}
