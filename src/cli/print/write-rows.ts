// The rows of a list in the one output that was asked for. Machine formats never cut, colour or cap anything.
import { jsonText } from "../../base/json-text.ts";
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import { csvRecord } from "../../formats/csv-record.ts";
import { cellsOf, rowOf, type ListedFile } from "../../desk/find/list-fields.ts";
import type { Desk } from "../../desk/desk.ts";
import { cellText } from "./cell-text.ts";
import type { RowOutput } from "./choose-output.ts";
import { print, remark, type Session } from "../session.ts";
import { joiner } from "../style.ts";
import type { TemplateLook } from "../templates/template.ts";

export interface Rows {
  readonly output: RowOutput;
  readonly files: Iterable<ListedFile>;
  /** How many match, shown or not. */
  readonly count: () => number;
}

/** Writes the rows to stdout as they come; true when there was one. With `--jq` all of them are in memory. */
export async function writeRows(session: Session, desk: Desk, rows: Rows): Promise<boolean> {
  const { output, count } = rows;
  if (output.isForPeople) return writeTable(session, desk, rows);
  if (output.jq !== undefined) return writeAnswer(session, desk, { ...rows, jq: output.jq });
  if (output.format !== "count") return streamRows(session, rows, await printerOf(session, desk, output));
  const total = count();
  await print(session, String(total));
  return total > 0;
}

/** The text of one row. */
type PrintRow = (file: ListedFile, isFirst: boolean) => string;

async function printerOf(session: Session, desk: Desk, output: RowOutput): Promise<PrintRow> {
  const { format, fields, end, template } = output;
  const row = (file: ListedFile): Record<string, unknown> => rowOf(desk, file, fields);
  if (template !== undefined) {
    const { printTemplate } = await import("../templates/print-template.ts");
    const look = lookOf(session, desk);
    return (file) => printTemplate(template, row(file), look);
  }
  if (format === "json") return (file, isFirst) => `${isFirst ? "\n" : ",\n"}${jsonText(row(file))}`;
  if (format === "ndjson") return (file) => jsonText(row(file)) + end;
  return (file) => lineOf(cellsOf(desk, file, fields).map(cellText), output) + end;
}

/** For whom and where templates are printed. */
export function lookOf({ out, io }: Session, { settings, now }: Desk): TemplateLook {
  const { timezone, language } = settings;
  return { style: out, isTerminal: io.stdout.isTerminal, timezone, language, now };
}

/** What is held back to make one write of many rows; the first goes out at once. */
const CHUNK = 32 * 1024;

async function streamRows({ io }: Session, { output, files }: Rows, printRow: PrintRow): Promise<boolean> {
  let held = opening(output);
  let rows = 0;
  for (const file of files) {
    held += printRow(file, rows === 0);
    if (rows++ > 0 && held.length < CHUNK) continue;
    await io.stdout.write(held);
    held = "";
  }
  await io.stdout.write(held + closing(output, rows));
  return rows > 0;
}

function opening(output: RowOutput): string {
  const { format, fields, end } = output;
  if (format === "json") return "[";
  return format === "csv" || format === "tsv"
    ? (output.bom ? "\uFEFF" : "") + lineOf(fields, output) + end
    : "";
}

function closing({ format }: RowOutput, rows: number): string {
  if (format !== "json") return "";
  return rows === 0 ? "]\n" : "\n]\n";
}

function lineOf(cells: readonly string[], { format, raw }: RowOutput): string {
  if (format === "csv") return csvRecord(cells, { raw }).trimEnd();
  // Nearly no row has anything to mend: one look at all of it costs less than one at each cell.
  const whole = cells.join(" ");
  return (visibleText(whole) === whole ? cells : cells.map(oneLine)).join("\t");
}

/** A tab-separated cell: no tab or line break, and nothing that would steer the terminal it may end up on. */
function oneLine(cell: string): string {
  return visibleText(cell.replace(/[\t\r\n\0]+/g, " "));
}

async function writeAnswer(
  session: Session,
  desk: Desk,
  { output, files, jq }: Rows & { readonly jq: string },
): Promise<boolean> {
  const { writeJq } = await import("./write-jq.ts");
  const rows = Array.from(files, (file) => rowOf(desk, file, output.fields));
  await writeJq(session, jq, rows);
  return rows.length > 0;
}

async function writeTable(session: Session, desk: Desk, { output, files, count }: Rows): Promise<boolean> {
  const { io } = session;
  const shown = [...files];
  if (shown.length > 0) {
    await io.stdout.write(await tableOf(session, desk, output, shown));
    await rememberRows(session, desk, shown);
  }
  const total = count();
  const articles = `${groupDigits(total)} ${total === 1 ? "article" : "articles"}`;
  await remark(
    session,
    shown.length < total
      ? `${groupDigits(shown.length)} of ${articles}${joiner(session.err)}-n 0 shows all`
      : articles,
  );
  return shown.length > 0;
}

async function tableOf(
  { io, out }: Session,
  desk: Desk,
  { format, fields }: RowOutput,
  files: readonly ListedFile[],
): Promise<string> {
  const request = { files, fields, style: out, width: io.stdout.columns ?? 80 };
  if (format === "hits") return (await import("./print-hits.ts")).printHits(desk, request);
  return (await import("./print-table.ts")).printTable(desk, request);
}

/** So that `stet edit 3` means the third line of this screen. */
async function rememberRows({ io }: Session, desk: Desk, files: readonly ListedFile[]): Promise<void> {
  if (io.shellPid === undefined) return;
  const { rememberRows: remember } = await import("../../newsroom/row-lists.ts");
  const paths = files.map(({ path }) => path);
  remember({ env: io.env, shellPid: io.shellPid }, desk.root, paths);
}
