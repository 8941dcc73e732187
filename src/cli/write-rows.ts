// The rows of a list in the one output that was asked for. Machine formats never cut, colour or cap anything.
import { StetError } from "../base/stet-error.ts";
import { LIST_FIELDS, rowOf, USUAL_FIELDS, type ListField } from "../desk/list-fields.ts";
import { requireListField } from "../desk/list-articles.ts";
import type { Desk } from "../desk/desk.ts";
import type { ArticleEntry } from "../desk/read-entries.ts";
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
  const usual = io.stdout.isTerminal ? "table" : "rows";
  const format = asked[0] ?? usual;
  const named = words.text(format) ?? words.text("fields") ?? "";
  return {
    format,
    fields: named === "" ? usualFields(format) : fieldsNamed(named),
    isForPeople: format === "table",
    end: words.flag("print0") ? "\0" : "\n",
    bom: words.flag("bom"),
  };
}

function fieldsNamed(list: string): readonly ListField[] {
  return list === "all" ? LIST_FIELDS : list.split(",").map(requireListField);
}

function usualFields(format: Format): readonly ListField[] {
  if (format === "slugs" || format === "paths" || format === "ids") return [SINGLE[format]];
  if (format === "table") return TABLE_FIELDS;
  return format === "rows" ? PIPE_FIELDS : USUAL_FIELDS;
}

export interface Rows {
  readonly output: RowOutput;
  readonly entries: readonly ArticleEntry[];
  /** How many match, shown or not. */
  readonly total: number;
}

/** Writes the rows to stdout, one write per row. */
export async function writeRows(
  session: Session,
  desk: Desk,
  { output, entries, total }: Rows,
): Promise<void> {
  const { format, fields, end } = output;
  if (format === "count") return print(session, String(total));
  if (format === "table") return writeTable(session, desk, { output, entries, total });
  const write = (text: string): Promise<void> => session.io.stdout.write(text);
  if (format === "json") await write("[");
  if (format === "csv" || format === "tsv") {
    await write((output.bom ? "\uFEFF" : "") + delimited(fields, format) + end);
  }
  for (const [index, entry] of entries.entries()) {
    const row = rowOf(desk, entry, fields);
    if (format === "json") await write(`${index === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`);
    else await write(lineOf(row, format) + end);
  }
  if (format === "json") await write(entries.length === 0 ? "]\n" : "\n]\n");
}

function lineOf(row: Readonly<Record<string, unknown>>, format: Format): string {
  if (format === "ndjson") return JSON.stringify(row);
  const cells = Object.values(row).map(cellText);
  return format === "csv" || format === "tsv" ? delimited(cells, format) : cells.map(oneLine).join("\t");
}

/** RFC 4180 quoting; tab-separated cells lose their tabs and line breaks instead. */
function delimited(cells: readonly string[], format: "csv" | "tsv"): string {
  if (format === "tsv") return cells.map(oneLine).join("\t");
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}

function oneLine(cell: string): string {
  return cell.replace(/[\t\r\n\0]+/g, " ");
}

async function writeTable(session: Session, desk: Desk, { output, entries, total }: Rows): Promise<void> {
  const { io } = session;
  if (entries.length > 0) {
    const { printTable } = await import("./print-table.ts");
    await io.stdout.write(
      printTable(desk, {
        entries,
        fields: output.fields,
        style: session.out,
        width: io.stdout.columns ?? 80,
      }),
    );
    await rememberRows(session, desk, entries);
  }
  const count = `${total} ${total === 1 ? "article" : "articles"}`;
  await remark(session, entries.length < total ? `${entries.length} of ${count} · -n 0 shows all` : count);
}

/** So that `stet edit 3` means the third line of this screen. */
async function rememberRows({ io }: Session, desk: Desk, entries: readonly ArticleEntry[]): Promise<void> {
  if (io.shellPid === undefined) return;
  const { rememberRows: remember } = await import("../newsroom/row-lists.ts");
  remember(
    { env: io.env, shellPid: io.shellPid },
    desk.root,
    entries.map(({ path }) => path),
  );
}
