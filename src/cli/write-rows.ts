// The rows of a list in the one output that was asked for. Machine formats never cut, colour or cap anything.
import { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";
import { csvRecord } from "../formats/csv-record.ts";
import { LIST_FIELDS, rowOf, USUAL_FIELDS, type ListedFile, type ListField } from "../desk/list-fields.ts";
import { requireListField } from "../desk/list-articles.ts";
import type { Desk } from "../desk/desk.ts";
import { cellText } from "./cell-text.ts";
import { print, remark, type Session } from "./session.ts";
import type { Words } from "./words.ts";

type Format = "table" | "rows" | "json" | "ndjson" | "csv" | "tsv" | "slugs" | "paths" | "ids" | "count";

export interface RowOutput {
  readonly format: Format;
  readonly fields: readonly ListField[];
  /** A table on a terminal: the only output that may be cut short. */
  readonly isForPeople: boolean;
  readonly end: "\n" | "\0";
  readonly bom: boolean;
  /** CSV cells exactly as they are, what a spreadsheet would run included. */
  readonly raw: boolean;
}

const PIPE_FIELDS: readonly ListField[] = ["slug", "state", "section", "updated", "headline"];
const TABLE_FIELDS: readonly ListField[] = ["state", "slug", "headline", "updated"];
const SINGLE = { slugs: "slug", paths: "path", ids: "id" } as const;

/** The output the options ask for. Throws StetError usage when they ask for two, or for a field that is none. */
export function chooseOutput(words: Words, { io }: Session): RowOutput {
  const withFields = (["json", "ndjson", "csv", "tsv"] as const).filter(
    (name) => words.text(name) !== undefined,
  );
  const plain = (["slugs", "paths", "ids", "count"] as const).filter((name) => words.flag(name));
  const asked: Format[] = [...withFields, ...plain];
  if (asked.length > 1) {
    throw new StetError(
      "usage",
      "usage",
      `--${asked[0] ?? ""} and --${asked[1] ?? ""} are two outputs; choose one`,
    );
  }
  refuseIdle(words, asked[0]);
  const usual = io.stdout.isTerminal ? "table" : "rows";
  const format = asked[0] ?? usual;
  const named = words.text(format) ?? words.text("fields") ?? "";
  return {
    format,
    fields: named === "" ? usualFields(format) : fieldsNamed(named),
    isForPeople: format === "table",
    end: words.flag("print0") ? "\0" : "\n",
    bom: words.flag("bom"),
    raw: words.flag("raw"),
  };
}

/** An option that would change nothing is a mistake in a script that nobody would notice. */
function refuseIdle(words: Words, format: Format | undefined): void {
  const idle =
    (words.flag("bom") || words.flag("raw")) && format !== "csv"
      ? "--bom and --raw go with --csv"
      : words.text("fields") !== undefined &&
          (format === "slugs" || format === "paths" || format === "ids" || format === "count")
        ? `-F does not go with --${format}`
        : words.flag("print0") && (format === "json" || format === "count")
          ? `-0 does not go with --${format}`
          : undefined;
  if (idle !== undefined) throw new StetError("usage", "usage", idle);
}

/** The fields a list names, `all` of them, or the usual ones for an empty list. */
export function fieldsNamed(list: string): readonly ListField[] {
  return list === "all" ? ALL_FIELDS : list.split(",").map(requireListField);
}

/** `all` is every field but the file itself, which holds the notes that leave the newsroom in no other output. */
const ALL_FIELDS: readonly ListField[] = LIST_FIELDS.filter((field) => field !== "raw");

function usualFields(format: Format): readonly ListField[] {
  if (format === "slugs" || format === "paths" || format === "ids") return [SINGLE[format]];
  if (format === "table") return TABLE_FIELDS;
  return format === "rows" ? PIPE_FIELDS : USUAL_FIELDS;
}

export interface Rows {
  readonly output: RowOutput;
  readonly files: Iterable<ListedFile>;
  /** How many match, shown or not. */
  readonly count: () => number;
}

/** What is held back to make one write of many rows; the first goes out at once. */
const CHUNK = 32 * 1024;

/** Writes the rows to stdout as they come; true when there was one. */
export async function writeRows(
  session: Session,
  desk: Desk,
  { output, files, count }: Rows,
): Promise<boolean> {
  const { format } = output;
  if (format === "table") return writeTable(session, desk, { output, files, count });
  if (format === "count") {
    const total = count();
    await print(session, String(total));
    return total > 0;
  }
  let held = opening(output);
  let rows = 0;
  for (const file of files) {
    held += rowText(desk, file, { output, isFirst: rows === 0 });
    if (rows++ > 0 && held.length < CHUNK) continue;
    await session.io.stdout.write(held);
    held = "";
  }
  await session.io.stdout.write(held + closing(output, rows));
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

function rowText(
  desk: Desk,
  file: ListedFile,
  { output, isFirst }: { readonly output: RowOutput; readonly isFirst: boolean },
): string {
  const row = rowOf(desk, file, output.fields);
  if (output.format === "json") return `${isFirst ? "\n" : ",\n"}${JSON.stringify(row)}`;
  if (output.format === "ndjson") return JSON.stringify(row) + output.end;
  return lineOf(Object.values(row).map(cellText), output) + output.end;
}

function lineOf(cells: readonly string[], { format, raw }: RowOutput): string {
  if (format === "csv") return csvRecord(cells, { raw }).trimEnd();
  return cells.map(oneLine).join("\t");
}

/** A tab-separated cell: no tab or line break, and nothing that would steer the terminal it may end up on. */
function oneLine(cell: string): string {
  return visibleText(cell.replace(/[\t\r\n\0]+/g, " "));
}

async function writeTable(session: Session, desk: Desk, { output, files, count }: Rows): Promise<boolean> {
  const { io } = session;
  const shown = [...files];
  if (shown.length > 0) {
    const { printTable } = await import("./print-table.ts");
    const width = io.stdout.columns ?? 80;
    await io.stdout.write(
      printTable(desk, { files: shown, fields: output.fields, style: session.out, width }),
    );
    await rememberRows(session, desk, shown);
  }
  const total = count();
  const articles = `${total} ${total === 1 ? "article" : "articles"}`;
  await remark(session, shown.length < total ? `${shown.length} of ${articles} · -n 0 shows all` : articles);
  return shown.length > 0;
}

/** So that `stet edit 3` means the third line of this screen. */
async function rememberRows({ io }: Session, desk: Desk, files: readonly ListedFile[]): Promise<void> {
  if (io.shellPid === undefined) return;
  const { rememberRows: remember } = await import("../newsroom/row-lists.ts");
  const paths = files.map(({ path }) => path);
  remember({ env: io.env, shellPid: io.shellPid }, desk.root, paths);
}
