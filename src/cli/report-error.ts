// How an error and a Problem look to a person, and to a script that asked for JSON. The last line is what to do next.
import { jsonText } from "../base/json-text.ts";
import { pushAll } from "../base/long-lists.ts";
import { codeFrame, shortened } from "../base/code-frame.ts";
import type { Problem } from "../base/problem.ts";
import type { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";
import { EXIT } from "./exit-codes.ts";
import { remark, type Session } from "./session.ts";
import { ellipsis } from "./print/cut-to.ts";
import { caretRows, fitDetail, fitFrame } from "./print/fit-frame.ts";
import { hangLine } from "./print/hang-text.ts";
import { symbols, type Style } from "./style.ts";

/** Lines for stderr, each with its line break. */
export function describeError(error: StetError, style: Style, command = ""): string {
  const { detail, leads = [], where } = error.details;
  const hint =
    error.details.hint ?? (error.kind === "usage" ? `stet ${command} -h`.replace("  ", " ") : undefined);
  const said = `${style.red("error:")} ${placeBefore(error.message, where)}${visibleText(error.message)}`;
  const lines = [hangLine(said, style.columns)];
  if (detail !== undefined) lines.push(withLeads(fitDetail(detail, style), leads, style));
  if (hint !== undefined) {
    lines.push(hangLine(`${symbols(style).next} ${visibleText(hint)}`, style.columns));
  }
  return `${lines.join("\n")}\n`;
}

/** The lead of each line in bold; a line that was broken has no lead in its second row. */
function withLeads(detail: string, leads: readonly string[], { bold }: Style): string {
  const left = [...leads];
  return detail
    .split("\n")
    .map((line) => {
      const text = line.trimStart();
      const [lead] = left;
      if (lead === undefined || !text.startsWith(lead)) return line;
      left.shift();
      return line.slice(0, line.length - text.length) + bold(lead) + text.slice(lead.length);
    })
    .join("\n");
}

/** The file with its line and column, as editors and terminals follow them, where the message does not name it itself. */
function placeBefore(
  message: string,
  {
    file,
    line,
    column,
  }: { file?: string | undefined; line?: number | undefined; column?: number | undefined } = {},
): string {
  if (file === undefined || message.includes(file)) return "";
  const steps = [visibleText(file), line, line === undefined ? undefined : column];
  return `${steps.filter((step) => step !== undefined).join(":")}: `;
}

/** One line of JSON for scripts (cli.md 3 "JSON errors"). */
export function errorAsJson(error: StetError): string {
  const { hint, where, candidates } = error.details;
  const fields = {
    code: error.code,
    exit: EXIT[error.kind],
    message: error.message,
    ...where,
    hint,
    candidates,
  };
  return `${jsonText({ error: fields })}\n`;
}

/** The same of an error that nobody meant. */
export function bugAsJson(error: unknown): string {
  const hint = "please report this with the command you ran and what --debug shows";
  return `${jsonText({ error: { code: "bug", exit: EXIT.bug, message: String(error), hint } })}\n`;
}

/** Tells of articles that could not be done while others were; returns the exit code, partial where there are any. */
export async function reportFailures(session: Session, failures: readonly StetError[]): Promise<number> {
  for (const failure of failures) {
    const { file } = failure.details.where ?? {};
    const slug = file === undefined ? {} : { slug: file };
    await session.io.stderr.write(
      session.jsonErrors ? errorAsJson(failure) : describeError(failure, session.err),
    );
    await session.log.note({ level: "error", event: "error", message: failure.message, ...slug });
  }
  return failures.length > 0 ? EXIT.partial : EXIT.ok;
}

/** A Problem with its code frame: the line, the caret, the corrected line (cli.md 6). */
export function describeProblem(problem: Problem, style: Style): string {
  const label = problem.severity === "error" ? style.red("error:") : style.yellow("warning:");
  const hung = (line: string): string => hangLine(line, style.columns);
  const help = style.green("help:");
  const lines = [
    hung(`${label} ${placeBefore(problem.message, { file: problem.file })}${visibleText(problem.message)}`),
  ];
  if (problem.line !== undefined && problem.source !== undefined) lines.push(...framed(problem, style));
  if (problem.correction !== undefined && problem.line !== undefined) {
    lines.push(
      hung(`${help} ${problem.line} | ${visibleText(shortened(problem.correction, ellipsis(style)))}`),
    );
  }
  if (problem.hint !== undefined) lines.push(hung(`${help} ${visibleText(problem.hint)}`));
  return `${lines.join("\n")}\n`;
}

function framed({ line = 0, column = 1, source = "", note }: Problem, style: Style): string[] {
  const { shown, indent } = fitFrame(codeFrame(line, column, source, ellipsis(style)), style);
  const beside = note === undefined ? undefined : visibleText(note);
  return [shown, ...caretRows({ indent, mark: style.red("^"), note: beside }, style)];
}

/** Several Problems as a person wants them: three in full, the rest counted, errors first. */
export function describeProblems(
  problems: readonly Problem[],
  style: Style,
  allShownBy = "stet check",
): string {
  const ordered = [...problems].sort(
    (a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"),
  );
  const shown = ordered.slice(0, 3).map((problem) => describeProblem(problem, style));
  const more = ordered.length - shown.length;
  if (more > 0) shown.push(`and ${more} more: ${allShownBy}\n`);
  return shown.join("");
}

/** Tells of articles that were left alone, as they had changed since a query chose them. */
export async function reportSkipped(session: Session, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await session.log.note({ level: "info", event: "skipped", slug: path });
    await remark(session, `${visibleText(path)} does not match the query any more and is left alone`);
  }
}

/** Tells of what the run could not look at or do, which its exit code then says too. */
export async function reportMissing(session: Session, problems: readonly Problem[]): Promise<void> {
  pushAll(session.missing, problems);
  await reportProblems(session, problems);
}

/** What shows the rest where nothing was written: check looks at the files as they are. */
export const ADD_VERBOSE = "add -v to see them";

/**
 * Writes a Problem list to stderr: as JSON lines when errors are JSON, in full when `-v`, else three of them, and
 * `allShownBy` says where the others are seen.
 */
export async function reportProblems(
  session: Session,
  problems: readonly Problem[],
  allShownBy = "stet check",
): Promise<void> {
  if (problems.length === 0) return;
  for (const { severity, file, message } of problems) {
    const level = severity === "error" ? "error" : "warn";
    await session.log.note({
      level,
      event: "problem",
      message,
      ...(file === undefined ? {} : { slug: file }),
    });
  }
  if (session.jsonErrors) {
    for (const problem of problems) await session.io.stderr.write(`${jsonText({ problem })}\n`);
    return;
  }
  const isVerbose = session.globals.flag("verbose");
  const text = isVerbose
    ? problems.map((problem) => describeProblem(problem, session.err)).join("")
    : describeProblems(problems, session.err, allShownBy);
  await session.io.stderr.write(text);
}
